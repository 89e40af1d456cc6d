using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>
/// foreach: an index over arrays and strings, an enumerator over all else, which is disposed of when control leaves the loop, but not
/// when the loop only suspends.
/// </summary>
internal sealed partial class StatementLowerer
{
    // foreach (var x in yield(1)) F();    ---->  current = 1; return 1; Resumed1: foreach (var x in sent) F();      only the head suspends
    private void ForEach(CommonForEachStatementSyntax loop)
    {
        EnterScope(loop.Expression);
        if (!Suspends(loop.Statement))
        {
            _builder.Emit(_printer.Print(
                loop, new Dictionary<SyntaxNode, Code> { [loop.Expression] = _expressions.Lower(loop.Expression) }));
            return;
        }
        var info = _context.Model.GetForEachStatementInfo(loop);
        var type = _context.TypeOf(loop.Expression);
        if (loop.AwaitKeyword.RawKind != (int)SyntaxKind.None)
            AwaitForEach(loop, type, info);
        else if (type is IArrayTypeSymbol { Rank: 1 } or { SpecialType: SpecialType.System_String })
            ForEachIndexed(loop, type, info);
        else if (InlineLength(type) is > 0 and var length && info.GetEnumeratorMethod is { } spans
            && KnownSymbols.IsSpan(spans.ContainingType))
            ForEachInline(loop, type!, length, info);
        else if (info.GetEnumeratorMethod is not null && type is not null)
            ForEachEnumerated(loop, type, info);
        else
            Refuse(loop, "this foreach loop");
    }

    // foreach (var x in xs) B                      an array or a string
    // ---->
    // f.items1 = f.xs; f.index1 = 0;
    // Loop: if (!(f.index1 < f.items1.Length)) goto End; var x = f.items1[f.index1]; B; Continue: f.index1++; goto Loop; End:
    private void ForEachIndexed(CommonForEachStatementSyntax loop, ITypeSymbol type, ForEachStatementInfo info)
    {
        bool isText = type.SpecialType == SpecialType.System_String;
        var items = _variables.Temporary(isText ? "text" : "items", type, loop.Expression);
        var index = _variables.Temporary("index", "int", null, loop);
        _builder.Declare(items, _expressions.Lower(loop.Expression));
        _variables.Loops.Add(loop, new(loop, items, index, Enumerator: null));
        Indexed(loop, Code.Of(items), index, Code.Of(items, ".Length"), info.ElementType);
    }

    // The loop of ForEachIndexed and ForEachInline: they differ in what is indexed, and up to which length.
    private void Indexed(CommonForEachStatementSyntax loop, Code items, Variable index, Code length, ITypeSymbol? elementType)
    {
        _builder.Declare(index, Code.Of("0"));
        var start = _regions.NewLabel("Loop");
        var next = _regions.NewLabel("Continue");
        var end = _regions.NewLabel("End");
        _targets.SetTarget(loop, onBreak: end, onContinue: next);
        _builder.Mark(start);
        _builder.Branch(Code.Of(index, " < ", length), false, end);
        EnterScope(loop);
        Element(loop, Code.Of(items, "[", index, "]"), elementType);
        LowerEmbedded(loop.Statement);
        _builder.Token = -1;
        _builder.Mark(next);
        _builder.Emit(Code.Of(index, "++;"));
        _builder.Jump(start);
        _builder.Mark(end);
    }

    /// <summary>Assigns the element to the loop variable, by an explicit conversion as foreach does, or deconstructs it.</summary>
    // foreach (var x in xs)         ---->  var x = f.enumerator1.Current;
    // foreach (int x in objects)    ---->  int x = (int)f.enumerator1.Current;
    // foreach (var (a, b) in xs)    ---->  (var a, f.b) = f.enumerator1.Current;
    private void Element(CommonForEachStatementSyntax loop, Code value, ITypeSymbol? elementType)
    {
        _builder.Token = _context.Tokens.Of(loop);
        if (loop is not ForEachStatementSyntax single)
        {
            _builder.Emit(Code.Of(_printer.Print(((ForEachVariableStatementSyntax)loop).Variable), " = ", value, ";"));
            return;
        }
        var variable = Declared(loop);
        if (single.Type is RefTypeSyntax)
        {
            _builder.Declare(variable, Code.Of("ref ", value), single.Type.ToString());
            return;
        }
        bool converts = elementType is null || !SymbolEqualityComparer.Default.Equals(variable.TypeSymbol, elementType);
        if (converts && variable.Unspeakable is not null && _context.Examples.For(variable.TypeSymbol!) is { } example)
        {
            _builder.Declare(variable, Code.Of("global::CoroutineGen.CompilerServices.Anonymous.Cast(", value, $", {example})"), "var");
            return;
        }
        _builder.Declare(
            variable, converts ? Code.Of($"({variable.Type})", value) : value,
            converts && single.Type.IsVar ? variable.Type : single.Type.ToString());
    }

    // foreach (var x in xs) B                      anything else
    // ---->
    // f.enumerator1 = f.xs.GetEnumerator(); f.held1 = 1;
    // Loop: if (!(f.enumerator1.MoveNext())) goto End; var x = f.enumerator1.Current; B; goto Loop; End:
    // f.held1 = 0; f.enumerator1?.Dispose();       see Holding for where this is a real finally block instead
    private void ForEachEnumerated(CommonForEachStatementSyntax loop, ITypeSymbol type, ForEachStatementInfo info)
    {
        var method = info.GetEnumeratorMethod!;
        var enumeratorType = method.ReturnType;
        var enumerator = _variables.Temporary("enumerator", enumeratorType, loop.Expression, FieldRole.Enumerator);
        var collection = _expressions.Lower(loop.Expression);
        var taken = Counted(loop, type, enumerator, ref collection);
        _builder.Declare(enumerator, GetEnumerator(loop, type, method, collection));
        // Release, in the class, disposes of held resources; the examples that name an anonymous type are known in the step only.
        if (DisposeEnumerator(enumerator, enumeratorType, info) is { } cleanup)
            Holding(loop, suspends: true, Iterate, cleanup, isInStep: enumerator.Unspeakable is not null || enumerator.IsBound);
        else
            Iterate();

        void Iterate()
        {
            var start = _regions.NewLabel("Loop");
            var end = _regions.NewLabel("End");
            _targets.SetTarget(loop, onBreak: end, onContinue: start);
            _builder.Mark(start);
            _builder.Token = _context.Tokens.Of(loop.Expression);
            _builder.Branch(Code.Of(enumerator, ".MoveNext()"), false, end);
            if (taken is not null)
                _builder.Emit(Code.Of(taken, "++;"));
            EnterScope(loop);
            // An array of several dimensions has only the IEnumerator of objects.
            // foreach (var x in grid)    ---->  var x = ((int)f.enumerator1.Current);
            if (type is IArrayTypeSymbol { ElementType: var item } && TypeText.WhyUnspeakable(item) is null)
                Element(loop, Code.Of($"(({TypeText.Of(item)})", CurrentOf(enumerator, enumeratorType), ")"), item);
            else
                Element(loop, CurrentOf(enumerator, enumeratorType), info.CurrentProperty?.Type);
            LowerEmbedded(loop.Statement);
            _builder.Jump(start);
            _builder.Mark(end);
        }
    }

    /// <summary>
    /// Of a loop in a saveable coroutine, the number of elements that it has taken, if that is how its place is found again; else null.
    /// </summary>
    // f.enumerator1 = f.xs.GetEnumerator();    ---->  f.items1 = f.xs; f.taken1 = 0; f.enumerator1 = f.items1.GetEnumerator();
    private Variable? Counted(CommonForEachStatementSyntax loop, ITypeSymbol type, Variable enumerator, ref Code collection)
    {
        if (!_context.IsSaveable || !(KnownSymbols.IsList(type) || KnownSymbols.IsImmutableArray(type)))
        {
            _variables.Loops.Add(loop, new(loop, Items: null, Taken: null, enumerator));
            return null;
        }
        var items = _variables.Temporary("items", type, loop.Expression, isKept: true);
        var taken = _variables.Temporary("taken", "int", null, loop, isKept: true);
        _variables.Loops.Add(loop, new(loop, items, taken, enumerator));
        _builder.Declare(items, collection);
        _builder.Declare(taken, Code.Of("0"));
        collection = Code.Of(items);
        return taken;
    }

    // xs                                    ---->  f.xs.GetEnumerator()
    // xs, where the interface has it        ---->  ((IEnumerable<int>)(f.xs)).GetEnumerator()
    // xs, where an extension method has it  ---->  E.GetEnumerator(f.xs)
    private static Code GetEnumerator(CommonForEachStatementSyntax loop, ITypeSymbol type, IMethodSymbol method, Code collection)
    {
        if (method.IsExtensionMethod || method.ReducedFrom is not null)
        {
            var definition = method.ReducedFrom ?? method;
            return Code.Of($"{TypeText.Of(definition.ContainingType)}.{method.Name}(", collection, ")");
        }
        bool viaInterface = method.ContainingType.TypeKind == TypeKind.Interface && type.TypeKind != TypeKind.Interface;
        if (viaInterface && Examples.IsNeeded(method.ContainingType))
            return Code.Of("global::CoroutineGen.CompilerServices.Anonymous.Sequence(", collection, ").GetEnumerator()");
        if (viaInterface || type.TypeKind == TypeKind.Dynamic)
            return Code.Of($"(({TypeText.Of(method.ContainingType)})(", collection, $")).{method.Name}()");
        return Code.Of(loop.Expression is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            ? Code.Of(collection) : Code.Of("(", collection, ")"), $".{method.Name}()");
    }

    /// <summary>MoveNext has just returned true, so a coroutine's value can be read without a test of its state.</summary>
    // f.enumerator1.Current    ---->  Latest.Of(f.enumerator1)      of a coroutine
    private static Code CurrentOf(Variable enumerator, ITypeSymbol type)
        => CoroutineTypes.IsCoroutine(type)
            ? Code.Of("global::CoroutineGen.CompilerServices.Latest.Of(", enumerator, ")")
            : Code.Of(enumerator, ".Current");

    /// <summary>How foreach disposes of its enumerator.</summary>
    /// <returns>A statement; null where there is nothing to dispose of.</returns>
    // IEnumerator<T>                 ---->  f.enumerator1?.Dispose();
    // List<T>.Enumerator             ---->  f.enumerator1.Dispose();
    // a Dispose without a name       ---->  using (f.enumerator1) { }                                      explicit, or obsolete
    // IEnumerator                    ---->  (f.enumerator1 as IDisposable)?.Dispose();
    private Code? DisposeEnumerator(Variable enumerator, ITypeSymbol type, ForEachStatementInfo info)
    {
        // The enumerator of a span implements IDisposable and does nothing there; a call would keep a reference alive into a finally block.
        if (type.IsRefLikeType && (info.DisposeMethod is null || KnownSymbols.IsSpan(type.ContainingType)))
            return null;
        bool isDisposable = type.SpecialType == SpecialType.System_IDisposable
            || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable);
        if (PublicDispose(type) || (type.TypeKind == TypeKind.Interface && isDisposable))
            return info.DisposeMethod is null ? null : Code.Of(enumerator, type.IsReferenceType ? "?.Dispose();" : ".Dispose();");
        if (isDisposable)
            return Code.Of("using (", enumerator, ") { }");
        return type.IsReferenceType && !type.IsSealed
            ? Code.Of("(", enumerator, " as global::System.IDisposable)?.Dispose();")
            : null;
    }
}

using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>
/// foreach: an index over arrays and strings, an enumerator over all else, disposed of when control really leaves the loop.
/// </summary>
internal sealed partial class StatementLowerer
{
    private void ForEach(CommonForEachStatementSyntax loop)
    {
        if (loop.AwaitKeyword.RawKind != (int)SyntaxKind.None)
        {
            Refuse(loop, "an 'await foreach' loop");
            return;
        }
        EnterScope(loop.Expression);
        if (!Suspends(loop.Statement))
        {
            _emitter.Run(_printer.Print(
                loop, new Dictionary<SyntaxNode, Code> { [loop.Expression] = _expressions.Lower(loop.Expression) }));
            return;
        }
        var info = _context.Model.GetForEachStatementInfo(loop);
        var type = _context.TypeOf(loop.Expression);
        if (type is IArrayTypeSymbol { Rank: 1 } or { SpecialType: SpecialType.System_String })
            ForEachIndexed(loop, type, info);
        else if (InlineLength(type) is > 0 and var length && info.GetEnumeratorMethod is { } spans
            && KnownSymbols.IsSpan(spans.ContainingType))
            ForEachInline(loop, type!, length, info);
        else if (info.GetEnumeratorMethod is not null && type is not null)
            ForEachEnumerated(loop, type, info);
        else
            Refuse(loop, "this foreach loop");
    }

    private void ForEachIndexed(CommonForEachStatementSyntax loop, ITypeSymbol type, ForEachStatementInfo info)
    {
        bool isText = type.SpecialType == SpecialType.System_String;
        var items = _variables.Temporary(isText ? "text" : "items", type, loop.Expression);
        var index = _variables.Temporary("index", "int", null, loop);
        _emitter.Declare(items, _expressions.Lower(loop.Expression));
        Indexed(loop, Code.Of(items), index, Code.Of(items, ".Length"), info.ElementType);
    }

    private void Indexed(CommonForEachStatementSyntax loop, Code items, Variable index, Code length, ITypeSymbol? elementType)
    {
        _emitter.Declare(index, Code.Of("0"));
        var start = _regions.NewLabel("Loop");
        var next = _regions.NewLabel("Continue");
        var end = _regions.NewLabel("End");
        _targets.SetTarget(loop, onBreak: end, onContinue: next);
        _emitter.Mark(start);
        _emitter.Branch(Code.Of(index, " < ", length), false, end);
        EnterScope(loop);
        Element(loop, Code.Of(items, "[", index, "]"), elementType);
        LowerEmbedded(loop.Statement);
        _emitter.Token = -1;
        _emitter.Mark(next);
        _emitter.Run(Code.Of(index, "++;"));
        _emitter.Jump(start);
        _emitter.Mark(end);
    }

    /// <summary>The loop variable takes the element, converted as foreach does: explicitly; several take it apart.</summary>
    private void Element(CommonForEachStatementSyntax loop, Code value, ITypeSymbol? elementType)
    {
        _emitter.Token = _context.Tokens.Of(loop);
        if (loop is not ForEachStatementSyntax single)
        {
            _emitter.Run(Code.Of(_printer.Print(((ForEachVariableStatementSyntax)loop).Variable), " = ", value, ";"));
            return;
        }
        var variable = Declared(loop);
        if (single.Type is RefTypeSyntax)
        {
            _emitter.Declare(variable, Code.Of("ref ", value), single.Type.ToString());
            return;
        }
        bool converts = elementType is null || !SymbolEqualityComparer.Default.Equals(variable.TypeSymbol, elementType);
        if (converts && variable.Unspeakable is not null && _context.Examples.For(variable.TypeSymbol!) is { } example)
        {
            _emitter.Declare(variable, Code.Of("global::CoroutineGen.CompilerServices.Anonymous.Cast(", value, $", {example})"), "var");
            return;
        }
        _emitter.Declare(
            variable, converts ? Code.Of($"({variable.Type})", value) : value,
            converts && single.Type.IsVar ? variable.Type : single.Type.ToString());
    }

    private void ForEachEnumerated(CommonForEachStatementSyntax loop, ITypeSymbol type, ForEachStatementInfo info)
    {
        var method = info.GetEnumeratorMethod!;
        var enumeratorType = method.ReturnType;
        var enumerator = _variables.Temporary("enumerator", enumeratorType, loop.Expression);
        var collection = _expressions.Lower(loop.Expression);
        _emitter.Declare(enumerator, GetEnumerator(loop, type, method, collection));
        // What is held is given back outside of the step, where its examples are not at hand.
        if (DisposeEnumerator(enumerator, enumeratorType, info) is { } cleanup)
            Holding(loop, suspends: true, Iterate, cleanup, isInStep: enumerator.Unspeakable is not null || enumerator.IsBound);
        else
            Iterate();

        void Iterate()
        {
            var start = _regions.NewLabel("Loop");
            var end = _regions.NewLabel("End");
            _targets.SetTarget(loop, onBreak: end, onContinue: start);
            _emitter.Mark(start);
            _emitter.Token = _context.Tokens.Of(loop.Expression);
            _emitter.Branch(Code.Of(enumerator, ".MoveNext()"), false, end);
            EnterScope(loop);
            // The enumerator of an array of several dimensions hands out objects.
            if (type is IArrayTypeSymbol { ElementType: var item } && TypeText.WhyUnspeakable(item) is null)
                Element(loop, Code.Of($"(({TypeText.Of(item)})", CurrentOf(enumerator, enumeratorType), ")"), item);
            else
                Element(loop, CurrentOf(enumerator, enumeratorType), info.CurrentProperty?.Type);
            LowerEmbedded(loop.Statement);
            _emitter.Jump(start);
            _emitter.Mark(end);
        }
    }

    private static Code GetEnumerator(CommonForEachStatementSyntax loop, ITypeSymbol type, IMethodSymbol method, Code collection)
    {
        if (method.IsExtensionMethod || method.ReducedFrom is not null)
        {
            var definition = method.ReducedFrom ?? method;
            return Code.Of($"{TypeText.Of(definition.ContainingType)}.GetEnumerator(", collection, ")");
        }
        bool viaInterface = method.ContainingType.TypeKind == TypeKind.Interface && type.TypeKind != TypeKind.Interface;
        if (viaInterface && Examples.IsNeeded(method.ContainingType))
            return Code.Of("global::CoroutineGen.CompilerServices.Anonymous.Sequence(", collection, ").GetEnumerator()");
        if (viaInterface || type.TypeKind == TypeKind.Dynamic)
            return Code.Of($"(({TypeText.Of(method.ContainingType)})(", collection, ")).GetEnumerator()");
        return Code.Of(loop.Expression is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            ? Code.Of(collection) : Code.Of("(", collection, ")"), ".GetEnumerator()");
    }

    /// <summary>A coroutine has just said that it has a value, so its state need not be asked for.</summary>
    private static Code CurrentOf(Variable enumerator, ITypeSymbol type)
        => CoroutineTypes.IsCoroutine(type)
            ? Code.Of("global::CoroutineGen.CompilerServices.Latest.Of(", enumerator, ")")
            : Code.Of(enumerator, ".Current");

    /// <summary>What foreach does with its enumerator at the end; null where that is nothing.</summary>
    private Code? DisposeEnumerator(Variable enumerator, ITypeSymbol type, ForEachStatementInfo info)
    {
        // That of a span has nothing to give back, though it implements IDisposable; without that no reference is held across a finally.
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

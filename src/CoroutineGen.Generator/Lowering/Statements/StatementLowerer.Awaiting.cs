using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>
/// await foreach and await using with a yield within. What they dispose of is awaited, so that it is never held: a real finally block
/// of the step awaits it, unless the body only suspends.
/// </summary>
internal sealed partial class StatementLowerer
{
    // await foreach (var x in xs) B
    // ---->
    // f.enumerator1 = f.xs.GetAsyncEnumerator();
    // try { Loop: if (!(await f.enumerator1.MoveNextAsync())) goto End; var x = f.enumerator1.Current; B; goto Loop; End: }
    // finally { if (next < 0) { await using (f.enumerator1) { } } }
    private void AwaitForEach(CommonForEachStatementSyntax loop, ITypeSymbol? type, ForEachStatementInfo info)
    {
        if (info is not { GetEnumeratorMethod: { } method, MoveNextMethod: not null } || type is null
            || (method.ContainingType.TypeKind == TypeKind.Interface && TypeText.WhyUnspeakable(method.ContainingType) is not null))
        {
            Refuse(loop, "this 'await foreach' loop");
            return;
        }
        var enumerator = _variables.Temporary("enumerator", method.ReturnType, loop.Expression);
        _builder.Declare(enumerator, GetEnumerator(loop, type, method, _expressions.Lower(loop.Expression)));
        _variables.Loops.Add(loop, new(loop, Items: null, Taken: null, enumerator));
        if (info.DisposeMethod is null && !IsAsyncDisposable(method.ReturnType))
            Iterate();
        else
            RealFinally(Iterate, () => Release(Code.Of("await using (", enumerator, ") { }")));

        void Iterate()
        {
            var start = _regions.NewLabel("Loop");
            var end = _regions.NewLabel("End");
            _targets.SetTarget(loop, onBreak: end, onContinue: start);
            _builder.Mark(start);
            _builder.Token = _context.Tokens.Of(loop.Expression);
            _builder.Branch(Code.Of("await ", enumerator, ".MoveNextAsync()"), false, end);
            EnterScope(loop);
            Element(loop, Code.Of(enumerator, ".Current"), info.CurrentProperty?.Type);
            LowerEmbedded(loop.Statement);
            _builder.Jump(start);
            _builder.Mark(end);
        }
    }

    // await using (var r = new R()) B    ---->  f.r = new R(); try { B } finally { if (next < 0) { await using (f.r) { } } }
    // await using (d) B                  ---->  f.resource1 = d; try { B } finally { if (next < 0) { await using (f.resource1) { } } }
    private void AwaitUsing(UsingStatementSyntax @using)
    {
        EnterScope(@using);
        if (@using.Declaration is { } declaration)
        {
            AwaitResources(declaration, 0, () => LowerEmbedded(@using.Statement));
            return;
        }
        var expression = @using.Expression!;
        if (_context.TypeOf(expression) is not { TypeKind: not TypeKind.Dynamic } type)
        {
            Refuse(@using, "this 'await using' statement");
            return;
        }
        var resource = _variables.Temporary("resource", type, expression);
        _builder.Declare(resource, _expressions.Lower(expression));
        AwaitRelease(resource, () => LowerEmbedded(@using.Statement));
    }

    /// <summary>Several resources are released in reverse, each even where the next one could not be acquired.</summary>
    private void AwaitResources(VariableDeclarationSyntax declaration, int index, Action body)
    {
        if (index == declaration.Variables.Count)
        {
            body();
            return;
        }
        var declarator = declaration.Variables[index];
        var variable = Declared(declarator);
        if (((ILocalSymbol)variable.Symbol!).Type.TypeKind == TypeKind.Dynamic)
        {
            Refuse(declaration, "an 'await using' of a dynamic value");
            return;
        }
        _builder.Declare(variable, _expressions.Lower(declarator.Initializer!.Value), declaration.Type.ToString());
        AwaitRelease(variable, () => AwaitResources(declaration, index + 1, body));
    }

    /// <summary>An empty await using lets C# do it, which knows of null, of Nullable and of explicit implementations.</summary>
    private void AwaitRelease(Variable resource, Action body)
        => RealFinally(body, () => Release(Code.Of("await using (", resource, ") { }")));

    private static bool IsAsyncDisposable(ITypeSymbol type)
        => KnownSymbols.IsAsyncDisposable(type) || type.AllInterfaces.Any(KnownSymbols.IsAsyncDisposable);
}

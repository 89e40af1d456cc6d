using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>using and lock: a resource, and a finally block that releases it when control leaves, but not when the body suspends.</summary>
internal sealed partial class StatementLowerer
{
    // using (var r = new R()) B    ---->  f.r = new R(); f.held1 = 1; B; f.held1 = 0; f.r?.Dispose();      see Holding
    // using (d) B                  ---->  f.resource1 = f.d; f.held1 = 1; B; f.held1 = 0; using (f.resource1) { }
    private void Using(UsingStatementSyntax @using)
    {
        if (@using.AwaitKeyword.RawKind != (int)SyntaxKind.None)
        {
            AwaitUsing(@using);
            return;
        }
        EnterScope(@using);
        if (@using.Declaration is { } declaration)
        {
            Resources(declaration, 0, @using.Statement, suspends: true, () => LowerEmbedded(@using.Statement));
            return;
        }
        var expression = @using.Expression!;
        if (_context.TypeOf(expression) is not { } type)
        {
            // "using (null)" has nothing to dispose of.
            LowerEmbedded(@using.Statement);
            return;
        }
        var resource = _variables.Temporary("resource", type, expression);
        _builder.Declare(resource, _expressions.Lower(expression));
        Holding(
            @using.Statement, suspends: true, () => LowerEmbedded(@using.Statement), Disposal(resource, type, expression),
            isInStep: resource.Unspeakable is not null);
    }

    // using var r = new R(); B     ---->  f.r = new R(); f.held1 = 1; B; f.held1 = 0; f.r?.Dispose();      B is the rest of the block
    private void UsingDeclaration(LocalDeclarationStatementSyntax declaration, SyntaxNode within, bool suspends, Action rest)
    {
        _builder.Token = _context.Tokens.Of(declaration);
        if (declaration.AwaitKeyword.RawKind != (int)SyntaxKind.None)
            AwaitResources(declaration.Declaration, 0, rest);
        else
            Resources(declaration.Declaration, 0, within, suspends, rest);
    }

    /// <summary>Several resources are released in reverse, each even where the next one could not be acquired.</summary>
    // using (R r = new R(), s = new R()) B
    // ---->
    // f.r = new R(); f.held1 = 1; f.s = new R(); f.held1 = 2; B; f.held1 = 1; f.s?.Dispose(); f.held1 = 0; f.r?.Dispose();
    private void Resources(VariableDeclarationSyntax declaration, int index, SyntaxNode within, bool suspends, Action body)
    {
        if (index == declaration.Variables.Count)
        {
            body();
            return;
        }
        var declarator = declaration.Variables[index];
        var variable = Declared(declarator);
        var type = ((ILocalSymbol)variable.Symbol!).Type;
        _builder.Declare(variable, _expressions.Lower(declarator.Initializer!.Value), declaration.Type.ToString());
        bool rest = suspends || declaration.Variables.Skip(index + 1).Any(Suspends);
        Holding(
            within, rest, () => Resources(declaration, index + 1, within, suspends, body), Disposal(variable, type, declarator),
            isInStep: variable.Unspeakable is not null);
    }

    /// <summary>
    /// The statement that disposes of a resource. An empty using lets C# do it, which knows of null, of Nullable and of explicit
    /// implementations. A dynamic value is converted before the body runs, as C# does: the conversion may throw, or box a struct.
    /// </summary>
    // class R        ---->  f.r?.Dispose();
    // struct R       ---->  f.r.Dispose();
    // IDisposable    ---->  using (f.resource1) { }
    // dynamic        ---->  f.disposable1 = resource1;  ..  f.disposable1?.Dispose();
    private Code Disposal(Variable resource, ITypeSymbol type, SyntaxNode place)
    {
        if (type.TypeKind == TypeKind.Dynamic)
        {
            var disposable = _variables.Temporary("disposable", "global::System.IDisposable", null, place);
            _builder.Declare(disposable, Code.Of(resource));
            return Code.Of(disposable, "?.Dispose();");
        }
        return PublicDispose(type)
            ? Code.Of(resource, type.IsReferenceType ? "?.Dispose();" : ".Dispose();")
            : Code.Of("using (", resource, ") { }");
    }

    /// <summary>
    /// Whether Dispose can be called by its name. An obsolete one cannot: it would bring a warning that the user's using does not bring.
    /// </summary>
    private static bool PublicDispose(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers("Dispose"))
                if (member is IMethodSymbol
                    {
                        DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: 0, Arity: 0, ReturnsVoid: true
                    })
                    return type.TypeKind is TypeKind.Class or TypeKind.Struct
                        && !member.GetAttributes().Any(KnownSymbols.IsObsolete)
                        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
        }
        return KnownSymbols.IsDisposable(type);
    }

    // lock (x) B
    // ---->
    // f.gate1 = x; f.taken1 = false;
    // try { Monitor.Enter(f.gate1, ref f.taken1); B } finally { if (next < 0) { if (f.taken1) Monitor.Exit(f.gate1); } }
    //
    // lock (x) B, where x is a System.Threading.Lock
    // ---->
    // f.gate1 = x; f.gate1.Enter(); try { B } finally { if (next < 0) { f.gate1.Exit(); } }
    private void Lock(LockStatementSyntax @lock)
    {
        if (Suspends(@lock.Statement))
            _context.Refusals.Warn(LoweringDiagnostics.LockAcrossSuspension, @lock.LockKeyword);
        if (_context.TypeOf(@lock.Expression) is { } type && KnownSymbols.IsLock(type))
        {
            var scoped = _variables.Temporary("gate", type, @lock.Expression);
            _builder.Declare(scoped, _expressions.Lower(@lock.Expression));
            _builder.Emit(Code.Of(scoped, ".Enter();"));
            RealFinally(() => LowerEmbedded(@lock.Statement), () => Release(Code.Of(scoped, ".Exit();")));
            return;
        }
        // As an object: of a type parameter that is a struct at run time, Enter and Exit would be given a box each.
        var gate = _variables.Temporary(
            "gate", _context.Model.Compilation.GetSpecialType(SpecialType.System_Object), @lock.Expression);
        _builder.Declare(gate, _expressions.Lower(@lock.Expression));
        var taken = _variables.Temporary("taken", "bool", null, @lock.Expression);
        _builder.Emit(Code.Of(taken, " = false;"));
        RealFinally(
            () =>
            {
                _builder.Emit(Code.Of("global::System.Threading.Monitor.Enter(", gate, ", ref ", taken, ");"));
                LowerEmbedded(@lock.Statement);
            },
            () => Release(Code.Of("if (", taken, ") global::System.Threading.Monitor.Exit(", gate, ");")));
    }

    /// <summary>A statement that releases something: no line of the user's, so that no debugger stops there.</summary>
    private void Release(Code code)
    {
        _builder.Token = -1;
        _builder.Emit(code);
    }
}

using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>using and lock: a resource, and a finally that gives it back when control really leaves.</summary>
internal sealed partial class StatementLowerer
{
    private void Using(UsingStatementSyntax @using)
    {
        if (@using.AwaitKeyword.RawKind != (int)SyntaxKind.None)
        {
            Refuse(@using, "an 'await using' statement");
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
        _emitter.Declare(resource, _expressions.Lower(expression));
        Holding(
            @using.Statement, suspends: true, () => LowerEmbedded(@using.Statement), Disposal(resource, type, expression),
            isInStep: resource.Unspeakable is not null);
    }

    private void UsingDeclaration(LocalDeclarationStatementSyntax declaration, SyntaxNode within, bool suspends, Action rest)
    {
        _emitter.Token = _context.Tokens.Of(declaration);
        if (declaration.AwaitKeyword.RawKind != (int)SyntaxKind.None)
            Refuse(declaration, "an 'await using' declaration");
        else
            Resources(declaration.Declaration, 0, within, suspends, rest);
    }

    /// <summary>Several resources are given back in reverse, each even where the next one could not be had.</summary>
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
        _emitter.Declare(variable, _expressions.Lower(declarator.Initializer!.Value), declaration.Type.ToString());
        bool rest = suspends || declaration.Variables.Skip(index + 1).Any(Suspends);
        Holding(
            within, rest, () => Resources(declaration, index + 1, within, suspends, body), Disposal(variable, type, declarator),
            isInStep: variable.Unspeakable is not null);
    }

    // C# knows how to dispose of anything that can be used: a null, a Nullable, an explicit implementation. What is dynamic it converts at
    // once, which fails, or boxes a struct, before the body runs.
    private Code Disposal(Variable resource, ITypeSymbol type, SyntaxNode place)
    {
        if (type.TypeKind == TypeKind.Dynamic)
        {
            var disposable = _variables.Temporary("disposable", "global::System.IDisposable", null, place);
            _emitter.Declare(disposable, Code.Of(resource));
            return Code.Of(disposable, "?.Dispose();");
        }
        return PublicDispose(type)
            ? Code.Of(resource, type.IsReferenceType ? "?.Dispose();" : ".Dispose();")
            : Code.Of("using (", resource, ") { }");
    }

    /// <summary>
    /// Whether a Dispose can be called by its name. Nothing may be said of an obsolete one where the user does not name it.
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

    /// <summary>
    /// lock (x) B   ---->   object gate = x; bool taken = false; try { Enter(gate, ref taken); B } finally { if (taken) Exit(gate) }
    /// </summary>
    private void Lock(LockStatementSyntax @lock)
    {
        if (Suspends(@lock.Statement))
            _context.Refusals.Warn(LoweringDiagnostics.LockAcrossSuspension, @lock.LockKeyword);
        if (_context.TypeOf(@lock.Expression) is { } type && KnownSymbols.IsLock(type))
        {
            var scoped = _variables.Temporary("gate", type, @lock.Expression);
            _emitter.Declare(scoped, _expressions.Lower(@lock.Expression));
            _emitter.Run(Code.Of(scoped, ".Enter();"));
            RealFinally(() => LowerEmbedded(@lock.Statement), () => Release(Code.Of(scoped, ".Exit();")));
            return;
        }
        // A type parameter may be a struct at run time: what is entered and what is left must be one object.
        var gate = _variables.Temporary(
            "gate", _context.Model.Compilation.GetSpecialType(SpecialType.System_Object), @lock.Expression);
        _emitter.Declare(gate, _expressions.Lower(@lock.Expression));
        var taken = _variables.Temporary("taken", "bool", null, @lock.Expression);
        _emitter.Run(Code.Of(taken, " = false;"));
        RealFinally(
            () =>
            {
                _emitter.Run(Code.Of("global::System.Threading.Monitor.Enter(", gate, ", ref ", taken, ");"));
                LowerEmbedded(@lock.Statement);
            },
            () => Release(Code.Of("if (", taken, ") global::System.Threading.Monitor.Exit(", gate, ");")));
    }

    private void Release(Code code)
    {
        _emitter.Token = -1;
        _emitter.Run(code);
    }
}

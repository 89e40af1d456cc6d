using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>Local variables, constants and local functions.</summary>
internal sealed partial class StatementLowerer
{
    // const int K = 3;    ---->  const int K = 3;      at the top of the step
    private void LocalDeclaration(LocalDeclarationStatementSyntax declaration)
    {
        if (declaration.IsConst)
        {
            foreach (var declarator in declaration.Declaration.Variables)
                Constants.Add((Declared(declarator), _builder.InOverflow(_printer.Print(declarator.Initializer!.Value))));
            return;
        }
        Declarators(declaration.Declaration);
    }

    // int n = F();              ---->  f.n = F();  or  int n = F();       Hoisting decides
    // ref int q = ref a[i];     ---->  ref int q = ref a[f.i];            a reference cannot be hoisted
    private void Declarators(VariableDeclarationSyntax declaration)
    {
        foreach (var declarator in declaration.Variables)
        {
            var variable = Declared(declarator);
            if (declarator.Initializer?.Value is RefExpressionSyntax reference)
            {
                // "checked(ref a[i + 1])" is no expression, "ref checked(a[i + 1])" is a reference.
                var place = _builder.InOverflow(_expressions.LowerReferred(reference));
                _builder.DeclareReference(variable, Code.Of("ref ", place), declaration.Type.ToString());
                continue;
            }
            _builder.Declare(
                variable,
                declarator.Initializer is { } initializer ? Initial(variable, initializer.Value) : null,
                declaration.Type.ToString());
        }
    }

    /// <summary>The variable that a declarator, a loop or a clause declares.</summary>
    /// <exception cref="InvalidOperationException"><c>VariableMap</c> has not met the declaration: a fault of ours.</exception>
    private Variable Declared(SyntaxNode declarator)
        => _variables.Find(_context.Model.GetDeclaredSymbol(declarator, _context.Cancellation))
            ?? throw new InvalidOperationException($"no variable for '{declarator}'");

    /// <summary>An initial value. Bare braces are legal in a declaration only, which may become an assignment.</summary>
    // int[] a = { 1, 2 };    ---->  f.a = new int[] { 1, 2 };
    private Code Initial(Variable variable, ExpressionSyntax value)
        => value is InitializerExpressionSyntax elements
            ? Code.Of("new ", variable.Type, " ", _expressions.Composites.LowerElements(elements))
            : _expressions.Lower(value);

    // int n = 1; int Add(int k) { n += k; return n; }
    // ---->
    // int Add(RunLocals.Scope1 scope1, int k) { scope1.n += k; return scope1.n; }      moved to the end of the step, with its environments
    // checked { int Next(int k) => k + 1; }    ---->  int Next(int k) { checked { return k + 1; } }
    private void LocalFunction(LocalFunctionStatementSyntax function)
    {
        var moved = new Dictionary<SyntaxNode, Code>();
        if (_builder.Overflow is { } overflow)
        {
            if (function.Body is { } block)
                moved.Add(block, Code.Of($"{{ {overflow} ", _printer.Print(block), " }"));
            else if (function.ExpressionBody is { } arrow)
                moved.Add(arrow, Code.Of($"{{ {overflow} {{ ", AsStatement(arrow.Expression, function), " } }"));
        }
        LocalFunctions.Add((_printer.Print(function, moved), _context.Tokens.Of(function)));
    }

    // => e    ---->  return e;  or  e;      where its block has to stand in "checked"
    private Code AsStatement(ExpressionSyntax result, LocalFunctionStatementSyntax function)
    {
        var symbol = (IMethodSymbol)_context.Model.GetDeclaredSymbol(function, _context.Cancellation)!;
        bool isVoid = symbol.ReturnsVoid || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { Arity: 0 });
        return Code.Of(isVoid || result is ThrowExpressionSyntax ? "" : "return ", _printer.Print(result), ";");
    }
}

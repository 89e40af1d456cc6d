using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// What is held across a suspension by a using or a lock: each fork would release it. It is told by the text, since a resource is held
/// whether or not anything reads it again.
/// </summary>
internal static class Resources
{
    /// <summary>Refuses what is held and cannot be forked.</summary>
    /// <returns>The variables of those that can.</returns>
    public static HashSet<Variable> Check(List<Suspend> points, VariableMap variables, LoweringContext context)
    {
        var forked = new HashSet<Variable>();
        foreach (var point in points)
        {
            var place = Places.Of(point, context);
            foreach (var resource in HeldAt(place, context.Method))
            {
                if (VariableOf(resource, variables, context) is { TypeSymbol: { } type } variable)
                {
                    forked.Add(variable);
                    if (ForkTypes.OfResource(type) is null)
                        context.Refusals.Add(ForkDiagnostics.ResourceHeld, place, variable.Description);
                }
                else if (resource is LockStatementSyntax @lock)
                    context.Refusals.Add(ForkDiagnostics.ResourceHeld, place, $"The lock on '{@lock.Expression}'");
            }
        }
        return forked;
    }

    /// <summary>The declarators, expressions and locks whose resources are held at a place.</summary>
    public static IEnumerable<SyntaxNode> HeldAt(SyntaxNode place, SyntaxNode method)
    {
        for (var node = place; node != method; node = node.Parent!)
        {
            switch (node.Parent)
            {
                case LockStatementSyntax @lock when node == @lock.Statement:
                    yield return @lock;
                    break;
                case UsingStatementSyntax { Expression: { } expression } @using when node == @using.Statement:
                    yield return expression;
                    break;
                case UsingStatementSyntax { Declaration: { } declaration } @using when node == @using.Statement:
                    foreach (var variable in declaration.Variables)
                        yield return variable;
                    break;
                case VariableDeclarationSyntax declaration when IsUsing(declaration):
                    foreach (var variable in declaration.Variables.TakeWhile(v => v != node))
                        yield return variable;
                    break;
                case BlockSyntax block:
                    foreach (var variable in DeclaredBefore(node, block.Statements))
                        yield return variable;
                    break;
                case SwitchSectionSyntax section:
                    foreach (var variable in DeclaredBefore(node, section.Statements))
                        yield return variable;
                    break;
            }
        }
    }

    private static bool IsUsing(VariableDeclarationSyntax declaration)
        => declaration.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    private static IEnumerable<SyntaxNode> DeclaredBefore(SyntaxNode statement, SyntaxList<StatementSyntax> statements)
        => statements.TakeWhile(s => s != statement).Select(WithoutLabels).OfType<LocalDeclarationStatementSyntax>()
            .Where(d => d.UsingKeyword.RawKind != 0).SelectMany(d => d.Declaration.Variables);

    private static StatementSyntax WithoutLabels(StatementSyntax statement)
    {
        while (statement is LabeledStatementSyntax labeled)
            statement = labeled.Statement;
        return statement;
    }

    /// <summary>The variable of a resource; null for a lock.</summary>
    public static Variable? VariableOf(SyntaxNode resource, VariableMap variables, LoweringContext context) => resource switch
    {
        VariableDeclaratorSyntax => variables.Find(context.Model.GetDeclaredSymbol(resource, context.Cancellation)),
        ExpressionSyntax => variables.All.FirstOrDefault(v => v.Symbol is null && v.Declaration == resource && v.TypeSymbol is not null),
        _ => null,
    };
}

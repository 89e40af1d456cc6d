using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>
/// Finds the yields of a body by the one symbol that they all mention, the yield parameter, and refuses every other use of it.
/// </summary>
internal static class SuspensionFinder
{
    /// <summary>Adds the suspensions of a body to those that the context has.</summary>
    public static void Find(SyntaxNode body, LoweringContext context)
    {
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != context.Yield.Name
                || !SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.Cancellation).Symbol, context.Yield))
                continue;
            if (IsNameOf(name))
                continue;
            if (EnclosingFunction(name, body) is { } function)
                context.Refusals.Add(LoweringDiagnostics.YieldInNestedFunction, name, function, context.Yield.Name);
            else if (AsCall(name, context) is { } suspension)
                Add(suspension, body, context);
            else
                context.Refusals.Add(LoweringDiagnostics.YieldEscapes, name, context.Yield.Name);
        }
    }

    private static void Add(Suspension suspension, SyntaxNode body, LoweringContext context)
    {
        if (!context.IsAsync)
            context.Suspensions.Add(suspension, body);
        else if (AwaitOf((ExpressionSyntax)suspension.Node) is { } awaited)
            context.Suspensions.Add(suspension with { Node = awaited }, body);
        else
            context.Refusals.Add(LoweringDiagnostics.YieldNotAwaited, suspension.Node, context.Yield.Name);
    }

    /// <summary>
    /// The await that a call of the yield parameter stands in: that, and not the call, is what suspends (rules 126 and 129).
    /// </summary>
    // await yield(x)
    // await (yield(x))
    // await yield(x).ConfigureAwait(false)      the body goes on where the next operation is called, whatever it says (rule 128)
    private static AwaitExpressionSyntax? AwaitOf(ExpressionSyntax call)
    {
        var awaited = call;
        while (awaited.Parent is ParenthesizedExpressionSyntax outer)
            awaited = outer;
        if (awaited.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } member
            && member.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } configured
            && arguments[0].Expression is LiteralExpressionSyntax)
            awaited = configured;
        while (awaited.Parent is ParenthesizedExpressionSyntax outer)
            awaited = outer;
        return awaited.Parent as AwaitExpressionSyntax;
    }

    private static bool IsNameOf(IdentifierNameSyntax name)
        => name.Parent is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
        };

    private static Suspension? AsCall(IdentifierNameSyntax name, LoweringContext context)
    {
        ExpressionSyntax target = name;
        while (target.Parent is ParenthesizedExpressionSyntax || IsSuppressed(target))
            target = (ExpressionSyntax)target.Parent!;
        switch (target.Parent)
        {
            case InvocationExpressionSyntax call when call.Expression == target:
                return new Suspension(call, SuspensionKind.Yield, FirstArgument(call));

            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } member
                when member.Parent is InvocationExpressionSyntax call:
                return new Suspension(call, SuspensionKind.Yield, FirstArgument(call));

            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" } member
                when member.Expression == target && member.Parent is InvocationExpressionSyntax call && IsFrom(call, context):
                return new Suspension(call, SuspensionKind.Delegate, FirstArgument(call));

            default:
                return null;
        }
    }

    private static bool IsSuppressed(ExpressionSyntax node) => node.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression);

    private static ExpressionSyntax? FirstArgument(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.Count == 0 ? null : call.ArgumentList.Arguments[0].Expression;

    private static bool IsFrom(InvocationExpressionSyntax call, LoweringContext context)
        => KnownSymbols.IsFrom(context.Model.GetSymbolInfo(call, context.Cancellation).Symbol);

    /// <summary>The function between a node and the body that the node belongs to, in words; null for the body itself.</summary>
    private static string? EnclosingFunction(SyntaxNode node, SyntaxNode body)
    {
        for (var parent = node.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax:
                    return "this lambda";
                case LocalFunctionStatementSyntax local:
                    return $"the local function '{local.Identifier.ValueText}'";
                case QueryExpressionSyntax query when !QuerySources.Holds(query, node):
                    return "this query clause";
            }
        }
        return null;
    }
}

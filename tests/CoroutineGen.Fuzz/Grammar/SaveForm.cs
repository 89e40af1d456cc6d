using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>
/// Makes the body of a coroutine that can be saved of one that cannot: yields get statements of their own, with a label or with a text that no
/// other has; what a loop goes through while it waits becomes an array, a list or a coroutine; what is held is given back by a finally
/// block; what is delegated to is a coroutine of one's own. Now and then something is left as it was: then the program is refused, or a save is.
/// It need not do what the body before did: the reference is made of the new one.
/// </summary>
// Again: L(101, 3 + yield(a)); foreach (int v0 in A) yield(v0);
// ---->
// Again: P1: int y1 = yield(a); L(101, 3 + y1); foreach (int v0 in A.ToList()) { P2: yield(v0); }
internal sealed partial class SaveForm(Dice dice, Placement[] all, Placement own, bool closes) : CSharpSyntaxRewriter
{
    /// <summary>How likely something is left as it was, in a thousand.</summary>
    private const int LeftAsItWas = 2;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private int _names;
    private int _places = 7000 + (1000 * own.Index);

    /// <summary>Where a coroutine is declared: hardly any is generic, which cannot be saved.</summary>
    public static Placement Choose(Dice dice, Placement placement) => placement.Shape switch
    {
        HostShape.GenericMethod when !dice.Chance(3) => placement with { Shape = HostShape.Instance },
        HostShape.Instance when dice.Chance(40) => placement with { Shape = HostShape.Static },
        HostShape.GenericClass when !dice.Chance(3) => placement with { Shape = HostShape.PrimaryConstructor },
        _ => placement,
    };

    /// <summary>Whether programs have a kind: what needs values of a type parameter has no coroutine to stand in.</summary>
    public static bool Has(Kind kind) => !KindChoice.IsGeneric(kind) && kind is not (Kind.AnonymousTypes or Kind.LateBound or Kind.NaturalTypes
            or Kind.CapturedPatterns or Kind.CapturedHeaders);

    public string Of(string body) => Visit(SyntaxFactory.ParseStatement(body)).ToFullString();

    private string Host => own.Prefix;

    private bool Leaves() => dice.Next(1000) < LeftAsItWas;

    private static bool IsYield(SyntaxNode node) => node is InvocationExpressionSyntax call && call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "yield",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" or "Invoke", Expression: IdentifierNameSyntax name }
            => name.Identifier.ValueText == "yield",
        _ => false,
    };

    private static bool HasYield(SyntaxNode? node) => node?.DescendantNodesAndSelf().Any(IsYield) == true;

    private static StatementSyntax Statement(string text, SyntaxNode like)
        => SyntaxFactory.ParseStatement(text).WithLeadingTrivia(like.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.LineFeed);

    private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);

    /// <summary>
    /// A coroutine of that kind by its own type: the reference too has what is generated for it there; null where there is none.
    /// </summary>
    private string? Typed(CoroutineKind kind)
    {
        var fitting = all.Where(c => c.Index > own.Index && c.Kind == kind && c.Shape == HostShape.Static).ToArray();
        return fitting.Length == 0 ? null : $"Host.C{fitting[dice.Next(fitting.Length)].Index}({own.World}, {dice.Next(4)}, {dice.Next(4)})";
    }

    /// <summary>Whether a coroutine by its own type is one that awaits.</summary>
    private bool IsAsync(string typed) => all[int.Parse(typed["Host.C".Length..typed.IndexOf('(', StringComparison.Ordinal)], CultureInfo.InvariantCulture)].IsAsync;

    /// <summary>A coroutine of that kind that comes after this one; 0 where there is none.</summary>
    private int Later(CoroutineKind kind)
    {
        var fitting = all.Where(c => c.Index > own.Index && c.Kind == kind).ToArray();
        return fitting.Length == 0 ? 0 : fitting[dice.Next(fitting.Length)].Index;
    }
}

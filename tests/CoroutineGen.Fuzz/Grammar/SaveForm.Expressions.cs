using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class SaveForm
{
    /// <summary>An expression without its yields, which stand before the statement.</summary>
    private ExpressionSyntax Taken(ExpressionSyntax expression, List<StatementSyntax> before, StatementSyntax like)
        => (ExpressionSyntax)Hoisted(expression, before, like);

    /// <summary>Something without its yields, the outermost ones of which have become variables.</summary>
    private SyntaxNode Hoisted(SyntaxNode node, List<StatementSyntax> before, StatementSyntax like)
    {
        var outermost = Outermost(node).ToList();
        if (outermost.Count == 0)
            return node;
        var declared = Declared(node);
        return node.ReplaceNodes(outermost, (old, _) =>
        {
            var call = (InvocationExpressionSyntax)old;
            string name = "y" + _names++;
            // What names something that the statement itself declares cannot stand before it.
            if (call.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => declared.Contains(n.Identifier.ValueText)))
                call = (InvocationExpressionSyntax)Expression(own.Kind == CoroutineKind.Consumer ? "yield()" : $"yield({dice.Next(9)})");
            before.AddRange(Yielding(call, before, like, $"int {name} = {{0}};"));
            return SyntaxFactory.IdentifierName(name).WithTriviaFrom(old);
        });
    }

    private static IEnumerable<InvocationExpressionSyntax> Outermost(SyntaxNode node)
        => node.DescendantNodesAndSelf(n => !IsYield(n)).Where(IsYield).Cast<InvocationExpressionSyntax>();

    /// <summary>A yield as a statement, with a name that no other has.</summary>
    /// <param name="call">The yield.</param>
    /// <param name="before">Takes what its operand needs.</param>
    /// <param name="like">Stands where it did.</param>
    /// <param name="format">What is around it.</param>
    private StatementSyntax[] Yielding(InvocationExpressionSyntax call, List<StatementSyntax> before, StatementSyntax like, string format)
    {
        var arguments = (ArgumentListSyntax)Hoisted(call.ArgumentList, before, like);
        string text = call.WithArgumentList(arguments).WithoutTrivia().ToString();
        if (text.StartsWith("yield.From", StringComparison.Ordinal))
            text = Delegation(text);
        if (text.StartsWith("foreach", StringComparison.Ordinal))
            return [Statement(text, like)];
        bool isNamed = dice.Chance(60) || !_texts.Add(text) || text.Contains('$', StringComparison.Ordinal);
        string label = isNamed ? $"P{_names++}: " : "";
        return [Statement(label + string.Format(null, format, text), like)];
    }

    /// <summary>A delegation to what can be saved.</summary>
    // yield.From(Shared(1))             ---->  yield.From(Make(2, 1, 3))
    // yield.From(A)                     ---->  foreach (int x1 in A.ToArray()) { P1: yield(x1); }
    private string Delegation(string text)
    {
        string operand = text["yield.From(".Length..^1];
        bool isConsumer = own.Kind == CoroutineKind.Consumer;
        if (operand.StartsWith(Host + "Shared", StringComparison.Ordinal))
        {
            int later = Later(isConsumer ? CoroutineKind.Consumer : CoroutineKind.TwoWay);
            return later > 0
                ? $"yield.From({Host}{(isConsumer ? "MakeConsumer" : "Make")}({later}, {dice.Next(4)}, {dice.Next(4)}))"
                : isConsumer ? "yield()" : own.Kind == CoroutineKind.TwoWay ? $"yield({dice.Next(9)})" : $"{Host}L({_places++}, 1)";
        }
        if (operand.StartsWith(Host + "Foreign", StringComparison.Ordinal))
            return dice.Chance(10) ? Foreign(operand[(Host.Length + "Foreign".Length)..]) : $"yield.From({Host}Make{operand[(Host.Length + "Foreign".Length)..]})";
        if (operand.StartsWith(Host + "Iterate", StringComparison.Ordinal))
            return Typed(CoroutineKind.OneWay) is { } typed ? $"yield.From({typed})" : text;
        if (operand.StartsWith(Host + "Make(", StringComparison.Ordinal) && dice.Chance(30) && Typed(CoroutineKind.TwoWay) is { } other)
            return $"yield.From({other})";
        bool isSequence = operand.StartsWith("new Sequence", StringComparison.Ordinal) || operand.StartsWith("new[]", StringComparison.Ordinal)
            || operand == Host + "A" || operand == Host + "List";
        if (!isSequence || Leaves())
            return text;
        string name = "x" + _names++, label = "P" + _names++;
        return $"foreach (int {name} in ({operand}).{dice.Of("ToArray()", "ToList()")}) {{ {label}: yield({name}); }}";
    }

    /// <summary>A delegation to a coroutine of the user's own, behind the interface that the others have too.</summary>
    private string Foreign(string arguments)
        => all[int.Parse(arguments[1..arguments.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture)].IsAsync
            ? $"yield.From((IAsyncCoroutine<int, int, int>){Host}ForeignAsync{arguments})"
            : $"yield.From((ICoroutine<int, int, int>){Host}Foreign{arguments})";

    /// <summary>Something that is evaluated again and again, with constants for its yields.</summary>
    private T WithoutYields<T>(T node)
        where T : SyntaxNode
        => Outermost(node).Any() && !MayStay(node) && !Leaves()
            ? node.ReplaceNodes(Outermost(node), (old, _) => Expression(dice.Next(9).ToString(CultureInfo.InvariantCulture)).WithTriviaFrom(old))
            : node;

    /// <summary>
    /// Now and then a yield stays in a header: one that is all of what is declared or assigned there, so that nothing is kept for it, and that
    /// no other is called like. Where it stands, some scopes of its statement have not been entered.
    /// </summary>
    private bool MayStay(SyntaxNode header) => dice.Chance(50)
        && Outermost(header).ToArray() is [{ Parent: EqualsValueClauseSyntax or AssignmentExpressionSyntax } call]
        && call.ArgumentList.Arguments.All(a => !HasYield(a.Expression))
        && call.Expression is IdentifierNameSyntax && _texts.Add(call.ToString());

    /// <summary>The names that a statement declares itself.</summary>
    private static HashSet<string> Declared(SyntaxNode node) => node.DescendantNodes().Select(n => n switch
    {
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        FromClauseSyntax clause => clause.Identifier.ValueText,
        LetClauseSyntax clause => clause.Identifier.ValueText,
        _ => "",
    }).ToHashSet();
}

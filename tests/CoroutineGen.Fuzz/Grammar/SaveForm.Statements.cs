using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class SaveForm
{
    public override SyntaxNode? VisitBlock(BlockSyntax node) => node.WithStatements(SyntaxFactory.List(All(node.Statements)));

    /// <summary>What a declaration holds for the rest of its block is given back by a finally block, as what a statement holds.</summary>
    private IEnumerable<StatementSyntax> All(SyntaxList<StatementSyntax> statements)
    {
        var all = new List<StatementSyntax>();
        for (int i = 0; i < statements.Count; i++)
        {
            var inner = statements[i];
            while (inner is LabeledStatementSyntax labelled)
                inner = labelled.Statement;
            if (inner is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } && statements.Skip(i + 1).Any(HasYield) && !Leaves())
            {
                string rest = string.Concat(All(SyntaxFactory.List(statements.Skip(i + 1))).Select(s => s.ToFullString()));
                string name = "u" + _names++;
                all.Add(Statement($"{Labels(statements[i])}{{ int {name} = {Host}L({_places++}, {Host}F); try {{ {rest} }} finally {{ {Host}L(60, {name}++); }} }}", inner));
                return all;
            }
            all.AddRange(Several(statements[i]));
        }
        return all;
    }

    private static string Labels(StatementSyntax statement)
        => statement is LabeledStatementSyntax labelled ? $"{labelled.Identifier.ValueText}: {Labels(labelled.Statement)}" : "";

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        bool mayJump = node.Parent is SwitchStatementSyntax { Sections: var sections } && sections[0] == node && HasYield(node)
            && sections.Any(s => s.Labels.Any(l => l.ToString() == "case 3:")) && sections.Any(s => s.Labels.Any(l => l is DefaultSwitchLabelSyntax));
        var visited = node.WithLabels(SyntaxFactory.List(node.Labels.Select(l => (SwitchLabelSyntax)WithoutYields(l))))
            .WithStatements(SyntaxFactory.List(node.Statements.SelectMany(Several)));
        return mayJump && dice.Chance(40) ? visited.WithStatements([Jumping(visited)]) : visited;
    }

    /// <summary>Jumps to sections of the switch wait behind a finally block that yields.</summary>
    // case 0: F(); break;    ---->  case 0: try { if (V == 1) goto case 3; if (V == 2) goto default; F(); break; } finally { P1: yield(2); }
    private StatementSyntax Jumping(SwitchSectionSyntax section)
    {
        string body = string.Concat(section.Statements.Select(s => s.ToFullString()));
        string yield = own.Kind == CoroutineKind.Consumer ? "yield()" : $"yield({dice.Next(9)})";
        string[] jumps = [$"if (({Host}F & 3) == 1) goto case 3;", $"if (({Host}F & 3) == 2) goto default;"];
        return Statement($"try {{ {string.Join(" ", jumps)} {body} }} finally {{ P{_names++}: {yield}; }}", section);
    }

    /// <summary>A statement, and those that have to stand before it.</summary>
    private IEnumerable<StatementSyntax> Several(StatementSyntax statement)
    {
        if (statement is LocalDeclarationStatementSyntax local && AsFunction(local) is { } function)
            return [function];
        if (!HasYield(statement))
            return [statement];
        if (statement is LabeledStatementSyntax labelled)
        {
            var all = Several(labelled.Statement).ToList();
            all[0] = labelled.WithStatement(all[0]);
            return all;
        }
        if (statement is LocalFunctionStatementSyntax)
            return [statement];
        var before = new List<StatementSyntax>();
        var last = Last(statement, before);
        return [.. before, .. last];
    }

    /// <summary>A delegate cannot be saved, and a function need not be.</summary>
    // Func<int, int> f = x => x + n;    ---->  int f(int x) => x + n;
    private static StatementSyntax? AsFunction(LocalDeclarationStatementSyntax local)
    {
        if (local.Declaration is not { Type: GenericNameSyntax { Identifier.ValueText: "Func" } type, Variables: [{ Initializer.Value: LambdaExpressionSyntax { ExpressionBody: { } body } lambda } variable] }
            || HasYield(local))
            return null;
        var types = type.TypeArgumentList.Arguments;
        string[] names = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
            ParenthesizedLambdaExpressionSyntax several => [.. several.ParameterList.Parameters.Select(p => p.Identifier.ValueText)],
            _ => [],
        };
        string parameters = string.Join(", ", names.Select((n, i) => $"{types[i]} {n}"));
        string awaits = lambda.AsyncKeyword == default ? "" : "async ";
        return Statement($"{awaits}{types[^1]} {variable.Identifier.ValueText}({parameters}) => {body};", local);
    }

    /// <summary>What stands in no list of statements gets one where it needs it.</summary>
    private StatementSyntax Embedded(StatementSyntax statement)
    {
        if (!HasYield(statement))
            return statement;
        var all = Several(statement).ToList();
        return all is [BlockSyntax single] ? single : SyntaxFactory.Block(all).WithTrailingTrivia(SyntaxFactory.LineFeed);
    }

    private IEnumerable<StatementSyntax> Last(StatementSyntax statement, List<StatementSyntax> before)
    {
        switch (statement)
        {
            case BlockSyntax block:
                return [(StatementSyntax)VisitBlock(block)!];
            case IfStatementSyntax choice:
                var condition = Taken(choice.Condition, before, choice);
                var otherwise = choice.Else is { } @else ? @else.WithStatement(Embedded(@else.Statement)) : null;
                return [choice.WithCondition(condition).WithStatement(Embedded(choice.Statement)).WithElse(otherwise)];
            case SwitchStatementSyntax choice:
                var value = Taken(choice.Expression, before, choice);
                return [choice.WithExpression(value).WithSections(
                    SyntaxFactory.List(choice.Sections.Select(s => (SwitchSectionSyntax)VisitSwitchSection(s)!)))];
            case WhileStatementSyntax loop:
                return [loop.WithCondition(WithoutYields(loop.Condition)).WithStatement(Embedded(loop.Statement))];
            case DoStatementSyntax loop:
                return [loop.WithCondition(WithoutYields(loop.Condition)).WithStatement(Embedded(loop.Statement))];
            case ForStatementSyntax loop:
                var heads = loop.ReplaceNodes(
                    loop.Initializers.Concat<SyntaxNode>(loop.Incrementors).Append(loop.Declaration).Append(loop.Condition).OfType<SyntaxNode>(),
                    (old, _) => WithoutYields(old));
                return [heads.WithStatement(Embedded(loop.Statement))];
            case CommonForEachStatementSyntax loop:
                return [ForEach(loop, before)];
            case TryStatementSyntax region:
                return [Try(region)];
            case UsingStatementSyntax held:
                return [Using(held, before)];
            case LockStatementSyntax held:
                if (Leaves())
                    return [held.WithExpression(Taken(held.Expression, before, held)).WithStatement(Embedded(held.Statement))];
                return [Embedded(held.Statement)];
            case CheckedStatementSyntax block:
                return [block.WithBlock((BlockSyntax)VisitBlock(block.Block)!)];
            default:
                return Plain(statement, before);
        }
    }

    /// <summary>A statement without statements in it.</summary>
    private IEnumerable<StatementSyntax> Plain(StatementSyntax statement, List<StatementSyntax> before)
    {
        if (Leaves())
            return [statement];
        if (statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && IsYield(call))
            return Yielding(call, before, statement, "{0};");
        if (dice.Chance(60) && AsTail(statement) is { } tail)
            return Yielding(tail, before, statement, Around(statement, tail));
        // A call that begins a conditional expression of its own, as in "Deeper() ? yield.From(C0(a, b)) : 1", has been written otherwise.
        return [(StatementSyntax)Hoisted(statement, before, statement)];
    }

    /// <summary>The yield that a statement ends with, where nothing has to be kept for it.</summary>
    // int v = yield(1);    v = yield(1);    return yield(1);
    private static InvocationExpressionSyntax? AsTail(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Type: not RefTypeSyntax, Variables: [{ Initializer.Value: InvocationExpressionSyntax call }] } }
            when IsYield(call) => call,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax, Right: InvocationExpressionSyntax call } }
            when IsYield(call) => call,
        ReturnStatementSyntax { Expression: InvocationExpressionSyntax call } when IsYield(call) => call,
        _ => null,
    };

    private static string Around(StatementSyntax statement, InvocationExpressionSyntax call)
    {
        string text = statement.WithoutTrivia().ToString().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        string own = call.ToString().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        int at = text.IndexOf(own, StringComparison.Ordinal);
        return text[..at] + "{0}" + text[(at + own.Length)..];
    }

    /// <summary>The same with what it goes through in a form that is found again.</summary>
    private StatementSyntax ForEach(CommonForEachStatementSyntax loop, List<StatementSyntax> before)
    {
        var items = Taken(loop.Expression, before, loop);
        bool waits = HasYield(loop.Statement);
        var body = Embedded(loop.Statement);
        if (!waits || Leaves())
            return loop.WithExpression(items).WithStatement(body);
        string text = items.WithoutTrivia().ToString();
        bool isVariable = items is IdentifierNameSyntax { Identifier.ValueText: ['v', ..] };
        if (loop is ForEachVariableStatementSyntax)
            text = $"({text}).{dice.Of("ToArray()", "ToList()")}";
        else if (text == "\"xy\"" || (isVariable && dice.Chance(80)))
            text = items.ToString();
        else if (loop is ForEachStatementSyntax { Type: not IdentifierNameSyntax { Identifier.ValueText: not "var" } } && IsOfInts(text)
            && dice.Chance(50) && Typed(dice.Of(CoroutineKind.OneWay, CoroutineKind.TwoWay)) is { } typed)
            text = typed;
        else if (text.StartsWith("new Countdown", StringComparison.Ordinal) || text.StartsWith("new Shaped", StringComparison.Ordinal)
            || text.StartsWith("new Countable", StringComparison.Ordinal))
            text = $"Enumerable.Range(1, {1 + dice.Next(3)}).{dice.Of("ToArray()", "ToList()")}";
        else if (!IsArray(text) && !text.StartsWith("new List<int>", StringComparison.Ordinal))
            text = text.Contains("Grid", StringComparison.Ordinal) || text.Contains("Collections.IEnumerable", StringComparison.Ordinal)
                || text.Contains("dynamic", StringComparison.Ordinal)
                ? $"((System.Collections.IEnumerable){text}).Cast<int>().{dice.Of("ToArray()", "ToList()")}"
                : $"({text}).{dice.Of("ToArray()", "ToList()", "ToList()")}";
        var found = loop.WithExpression(Expression(text)).WithStatement(body);
        // Loops that have no variables, and so no names.
        return dice.Chance(15)
            ? Statement($"foreach (var (_, _) in new[] {{ {Host}V }}) foreach (var (_, _) in new List<Pair> {{ {Host}V, new Pair(1, 2) }}) {{ {found} }}", loop)
            : found;
    }

    private bool IsOfInts(string items) => items == Host + "A" || items.StartsWith("new Sequence", StringComparison.Ordinal)
        || items.StartsWith("new List<int>", StringComparison.Ordinal) || items.StartsWith("Enumerable.Range", StringComparison.Ordinal)
        || items.StartsWith("(IEnumerable<int>)", StringComparison.Ordinal);

    private static bool IsArray(string items) => items.StartsWith("new[]", StringComparison.Ordinal) && items.EndsWith('}');

    private TryStatementSyntax Try(TryStatementSyntax region)
    {
        var block = (BlockSyntax)VisitBlock(region.Block)!;
        bool isTyped = block.ToString().Contains("Host.C", StringComparison.Ordinal);
        var catches = region.Catches.Select(c => (isTyped ? Unseen(c) : c)
            .WithBlock((BlockSyntax)VisitBlock(HasYield(c.Block) && !Leaves() ? WithoutRethrow(c.Block) : c.Block)!));
        var @finally = region.Finally is { } last ? last.WithBlock((BlockSyntax)VisitBlock(last.Block)!) : null;
        return region.WithBlock(block).WithCatches(SyntaxFactory.List(catches)).WithFinally(@finally);
    }

    /// <summary>
    /// A filter that is not seen: what a generated coroutine cleans up within the try, the reference, which has the same one there, does
    /// afterwards (rule 41).
    /// </summary>
    private CatchClauseSyntax Unseen(CatchClauseSyntax clause) => clause.Filter is not { } filter ? clause : clause.WithFilter(filter.ReplaceNodes(
        filter.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() == Host + "Is"),
        (_, call) => SyntaxFactory.ParenthesizedExpression(call.ArgumentList.Arguments[1].Expression.WithoutTrivia())));

    /// <summary>Exceptions are not saved: what is thrown at the end is another one.</summary>
    private BlockSyntax WithoutRethrow(BlockSyntax block) => block.ReplaceNodes(
        block.DescendantNodes(n => n is not (CatchClauseSyntax or LocalFunctionStatementSyntax)).OfType<ThrowStatementSyntax>()
            .Where(t => t.Expression is null or IdentifierNameSyntax),
        (old, _) => Statement($"throw new Blue({dice.Next(30)});", old));

    // using (new Resource(this, 2)) yield(1);    ---->  { int u1 = 7001; try { yield(1); } finally { L(60, u1); } }
    private StatementSyntax Using(UsingStatementSyntax held, List<StatementSyntax> before)
    {
        bool waits = HasYield(held.Statement);
        if (!waits || Leaves())
        {
            var taken = held.Expression is { } expression
                ? held.WithExpression(Taken(expression, before, held))
                : held.WithDeclaration((VariableDeclarationSyntax)Hoisted(held.Declaration!, before, held));
            return taken.WithStatement(Embedded(held.Statement));
        }
        string name = "u" + _names++;
        string body = Embedded(held.Statement).ToFullString();
        bool isConsumer = own.Kind == CoroutineKind.Consumer;
        var kind = isConsumer ? CoroutineKind.Consumer : CoroutineKind.TwoWay;
        string? inner = dice.Chance(50) ? null : Typed(kind);
        // What is not made for being closed catches the exit in the reference, and not where it is generated.
        bool mayClose = closes || inner is not null, isAsync = inner is not null && IsAsync(inner);
        if (inner is null && Later(kind) is > 0 and var later)
        {
            isAsync = all[later].IsAsync;
            inner = $"{Host}{(isConsumer ? "MakeConsumer" : "Make")}{(isAsync ? "Async" : "")}({later}, {dice.Next(4)}, {dice.Next(4)})";
        }
        if (inner is not null && dice.Chance(50))
        {
            string moves = isAsync ? $"await {name}.MoveNextAsync()" : $"{name}.MoveNext()";
            string closing = !mayClose ? "" : isAsync ? $"await {name}.CloseAsync();" : $"{name}.Close();";
            return Statement(
                $"{{ var {name} = {inner}; try {{ {Host}Is({_places++}, {moves}); {body} P{_names++}: yield.From({name}); {Host}L({_places++}, {name}.HasResult ? {name}.Result : -1); }} finally {{ {Host}L({_places++}, (int){name}.State); {closing} }} }}", held);
        }
        return Statement($"{{ int {name} = {Host}L({_places++}, {Host}F); try {{ {body} }} finally {{ {Host}L(60, {name}++); }} }}", held);
    }
}

namespace CoroutineGen.Fuzz.Python;

/// <summary>The program as Python, to be run by CPython. Its names are those of protocol.py.</summary>
internal sealed class PythonPrinter(bool isAsync) : Printer
{
    private static readonly string[] Handled = ["DarkRed", "Red", "Blue", "GeneratorExit", "Done", "STATE_ERRORS", "Exception"];

    public static string Print(ProtocolProgram program)
    {
        var printer = new PythonPrinter(program.IsAsync);
        for (int i = 0; i < program.Coroutines.Length; i++)
            printer.Coroutine(i, program.Coroutines[i]);
        printer.Line($"COROUTINES = [{string.Join(", ", Enumerable.Range(0, program.Coroutines.Length).Select(i => "C" + i))}]");
        return printer.Text;
    }

    private void Coroutine(int index, Node body)
    {
        Line($"{(isAsync ? "async " : "")}def C{index}(v0):");
        Indented(() =>
        {
            Line("if False: yield");
            for (int variable = 1; variable < ProtocolGrammar.Variables; variable++)
                Line($"v{variable} = 0");
            foreach (var statement in body.Parts)
                Statement(statement);
        });
    }

    protected override void Block(Node block) => Indented(() =>
    {
        Line("pass");
        foreach (var statement in block.Parts)
            Statement(statement);
    });

    protected override void Statement(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Block:
                Line("if True:");
                Block(node);
                break;
            case NodeKind.Log or NodeKind.Evaluate:
                Line($"L({node.Number}, {Expression(node.Parts[0])})");
                break;
            case NodeKind.Assign:
                Line($"v{node.Number} = {Expression(node.Parts[0])}");
                break;
            case NodeKind.AddAssign:
                Line($"v{node.Number} += {Expression(node.Parts[0])}");
                break;
            case NodeKind.If:
                Line($"if {Condition(node.Parts[0])}:");
                Block(node.Parts[1]);
                Line("else:");
                Block(node.Parts[2]);
                break;
            case NodeKind.For:
                Line($"for i{Fresh++} in range({node.Number}):");
                Block(node.Parts[0]);
                break;
            case NodeKind.While:
                string left = "n" + Fresh++;
                Line($"{left} = {node.Number + 1}");
                Line($"while ({left} := {left} - 1) > 0 and {Condition(node.Parts[0])}:");
                Block(node.Parts[1]);
                break;
            case NodeKind.Break:
                Line("break");
                break;
            case NodeKind.Continue:
                Line("continue");
                break;
            case NodeKind.Return:
                if (isAsync)
                    Line($"L(9, {Expression(node.Parts[0])})");
                Line(isAsync ? "return" : $"return {Expression(node.Parts[0])}");
                break;
            case NodeKind.Raise:
                Line($"raise make_error({node.Number}, {Expression(node.Parts[0])})");
                break;
            case NodeKind.Rethrow:
                Line("raise");
                break;
            case NodeKind.Try:
                Try(node);
                break;
            case NodeKind.FromList:
                Line($"yield from sequence([{string.Join(", ", node.Parts.Select(Expression))}])");
                break;
            case NodeKind.Poke:
                Line($"{(isAsync ? "await " : "")}poke({node.Number / 4}, {node.Number % 4}, {Expression(node.Parts[0])})");
                break;
            case NodeKind.Go:
                Line($"await go({node.Number})");
                break;
            case NodeKind.ForAwait:
                string made = "m" + Fresh++;
                Line($"async with rule_153_a_loop_closes_what_it_leaves(make({node.Number}, {Expression(node.Parts[0])})) as {made}:");
                Indented(() =>
                {
                    Line($"async for v{node.Parts[2].Number} in {made}:");
                    Block(node.Parts[1]);
                });
                break;
        }
    }

    private void Try(Node node)
    {
        Line("try:");
        Block(node.Parts[0]);
        foreach (var part in node.Parts.Skip(1))
        {
            if (part.Kind == NodeKind.Finally)
            {
                Line("finally:");
                Block(part.Parts[0]);
                continue;
            }
            string handled = Handled[part.Number];
            if (handled == "Exception" && !Suspends(node.Parts[0]))
                handled = "rule_66_a_try_without_a_yield_catches_all";
            Line($"except {handled} as error:");
            Indented(() => Line("caught(error)"));
            Block(part.Parts[0]);
        }
    }

    private static bool Suspends(Node node)
        => node.Kind is NodeKind.Yield or NodeKind.FromNew or NodeKind.FromShared or NodeKind.FromList || node.Parts.Any(Suspends);

    protected override string Yield(string value) => $"answer((yield {value}))";

    protected override string Later(string value) => $"(await later({value}))";

    protected override string FromNew(int index, string argument) => $"answer((yield from make({index}, {argument})))";

    protected override string FromShared(int slot) => $"answer((yield from shared({slot})))";

    protected override string Choice(string condition, string then, string otherwise) => $"({then} if {condition} else {otherwise})";

    protected override string Connective(NodeKind kind) => kind switch
    {
        NodeKind.And => "and",
        NodeKind.Or => "or",
        _ => "not ",
    };
}

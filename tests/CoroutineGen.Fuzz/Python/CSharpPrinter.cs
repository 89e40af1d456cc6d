using CoroutineGen.Fuzz.Grammar;

namespace CoroutineGen.Fuzz.Python;

/// <summary>The program as C#, to be run as generated.</summary>
internal sealed class CSharpPrinter(bool isAsync) : Printer
{
    private static readonly string[] Handled =
        ["DarkRed", "Red", "Blue", "CoroutineExitException", "CoroutineCompletedException", "CoroutineStateException", "Exception"];

    public static FuzzProgram Print(ProtocolProgram program)
    {
        var printer = new CSharpPrinter(program.IsAsync);
        printer.Write(program);
        return new(program.Seed, printer.Text, Closes: true, IsAsync: program.IsAsync);
    }

    private void Write(ProtocolProgram program)
    {
        Line("using System;");
        Line("using System.Collections.Generic;");
        Line("using System.Threading.Tasks;");
        Line("using CoroutineGen;");
        Line("using CoroutineGen.Fuzz.Worlds;");
        Line("");
        Line($"namespace {FuzzProgram.Namespace};");
        Line("");
        Line("public sealed partial class Host : ProtocolWorld");
        Line("{");
        Indented(() =>
        {
            Line($"public override int Count => {program.Coroutines.Length};");
            Line("");
            Line("protected override object Create(int index, int a, int b) => index switch");
            Line("{");
            for (int i = 0; i < program.Coroutines.Length; i++)
                Line($"    {i} => C{i}(a),");
            Line("    _ => throw new ArgumentOutOfRangeException(nameof(index)),");
            Line("};");
            for (int i = 0; i < program.Coroutines.Length; i++)
                Coroutine(i, program.Coroutines[i]);
        });
        Line("}");
    }

    private void Coroutine(int index, Node body)
    {
        Line("");
        Line("[Coroutine]");
        Line(isAsync ? $"public async Task C{index}(int v0, AsyncYield<int, int> yield)" : $"public int C{index}(int v0, Yield<int, int> yield)");
        Line("{");
        Indented(() =>
        {
            for (int variable = 1; variable < ProtocolGrammar.Variables; variable++)
                Line($"int v{variable} = 0;");
            foreach (var statement in body.Parts)
                Statement(statement);
        });
        Line("}");
    }

    protected override void Block(Node block)
    {
        Line("{");
        Indented(() =>
        {
            foreach (var statement in block.Parts)
                Statement(statement);
        });
        Line("}");
    }

    protected override void Statement(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Block:
                Block(node);
                break;
            case NodeKind.Log or NodeKind.Evaluate:
                Line($"L({node.Number}, {Expression(node.Parts[0])});");
                break;
            case NodeKind.Assign:
                Line($"v{node.Number} = {Expression(node.Parts[0])};");
                break;
            case NodeKind.AddAssign:
                Line($"v{node.Number} += {Expression(node.Parts[0])};");
                break;
            case NodeKind.If:
                Line($"if ({Condition(node.Parts[0])})");
                Block(node.Parts[1]);
                Line("else");
                Block(node.Parts[2]);
                break;
            case NodeKind.For:
                string counter = "i" + Fresh++;
                Line($"for (int {counter} = 0; {counter} < {node.Number}; {counter}++)");
                Block(node.Parts[0]);
                break;
            case NodeKind.While:
                string left = "n" + Fresh++;
                Line($"int {left} = {node.Number + 1};");
                Line($"while (--{left} > 0 && {Condition(node.Parts[0])})");
                Block(node.Parts[1]);
                break;
            case NodeKind.Break:
                Line("break;");
                break;
            case NodeKind.Continue:
                Line("continue;");
                break;
            case NodeKind.Return:
                Line(isAsync ? $"L(9, {Expression(node.Parts[0])}); return;" : $"return {Expression(node.Parts[0])};");
                break;
            case NodeKind.Raise:
                Line($"throw Errors.Make({node.Number}, {Expression(node.Parts[0])});");
                break;
            case NodeKind.Rethrow:
                Line("throw;");
                break;
            case NodeKind.Try:
                Try(node);
                break;
            case NodeKind.FromList:
                Line($"yield.From(new[] {{ {string.Join(", ", node.Parts.Select(Expression))} }});");
                break;
            case NodeKind.Poke:
                Line($"{(isAsync ? "await PokeAsync" : "Poke")}({node.Number / 4}, {node.Number % 4}, {Expression(node.Parts[0])});");
                break;
            case NodeKind.Go:
                Line($"await Go({node.Number});");
                break;
            case NodeKind.ForAwait:
                string item = "x" + Fresh++;
                Line($"await foreach (int {item} in IterateAsync({node.Number}, {Expression(node.Parts[0])}, 0))");
                Line("{");
                Indented(() =>
                {
                    Line($"v{node.Parts[2].Number} = {item};");
                    Block(node.Parts[1]);
                });
                Line("}");
                break;
        }
    }

    private void Try(Node node)
    {
        Line("try");
        Block(node.Parts[0]);
        foreach (var part in node.Parts.Skip(1))
        {
            if (part.Kind == NodeKind.Finally)
            {
                Line("finally");
                Block(part.Parts[0]);
                continue;
            }
            string error = "e" + Fresh++;
            Line($"catch ({Handled[part.Number]} {error})");
            Line("{");
            Indented(() =>
            {
                Line($"Caught({error});");
                Block(part.Parts[0]);
            });
            Line("}");
        }
    }

    protected override string Yield(string value) => isAsync ? $"(await yield({value}))" : $"yield({value})";

    protected override string Later(string value) => $"(await Later({value}))";

    protected override string FromNew(int index, string argument) => $"yield.From(Make({index}, {argument}, 0))";

    protected override string FromShared(int slot) => $"yield.From(Shared({slot}))";

    protected override string Choice(string condition, string then, string otherwise) => $"({condition} ? {then} : {otherwise})";

    protected override string Connective(NodeKind kind) => kind switch
    {
        NodeKind.And => "&&",
        NodeKind.Or => "||",
        _ => "!",
    };
}

using System.Collections.Immutable;
using System.Text;
using CoroutineGen.Generator.Lowering.Describing;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>docs/internals/journey.md follows one method through the passes, and shows what each really makes of it.</summary>
public sealed class JourneyTests
{
    private const string Source = """
        static partial class Stats
        {
            static double Weight(int n) => 1.0 / n;

            [Coroutine]
            static double Average(Action<int> done, Yield<double, double> yield)
            {
                double average = 0;
                int n = 1;
                try
                {
                    while (n <= 3)
                    {
                        double change = Weight(n) * (yield(average) - average);
                        average += change;
                        n++;
                    }
                    return average;
                }
                finally
                {
                    done(n);
                }
            }
        }
        """;

    [Fact]
    public void The_page_shows_what_each_pass_makes()
    {
        var run = Project.Run(Project.Usings + Source);
        Assert.Empty(run.Errors);
        var tree = run.Output.SyntaxTrees.First();
        var model = run.Output.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.AttributeLists.Count > 0);
        var seen = new Dictionary<LoweringPass, string>();
        var live = new List<string>();
        var body = MethodLowering.Lower(method, model, ImmutableArray<Diagnostic>.Empty, Observe, default).Body!;

        string actual = Page(FoundIn(method, model), seen, string.Concat(live), body).ReplaceLineEndings("\n");
        string path = Path.Combine(Repository.Root, "docs", "internals", "journey.md");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(Repository.Read("docs", "internals", "journey.md"), actual);

        void Observe(LoweringPass pass, List<Instruction> instructions)
        {
            seen[pass] = IrText.Of(instructions);
            if (pass != LoweringPass.Tidied)
                return;
            var flow = FlowGraph.Of(instructions);
            live.AddRange(Instructions.Descendants(instructions).OfType<Suspend>()
                .Select(s => $"    {s.Text}: {string.Join(", ", flow.LiveAcross(s).Select(v => v.Name).Order(StringComparer.Ordinal))}\n"));
        }
    }

    /// <summary>The suspensions, each with the nodes that hold it, innermost first.</summary>
    private static string FoundIn(MethodDeclarationSyntax method, SemanticModel model)
    {
        var context = LoweringContext.Of(method, model, isPartlyKnown: false, CancellationToken.None);
        var found = new StringBuilder();
        foreach (var node in method.Body!.DescendantNodes().Where(context.Suspensions.IsYield))
        {
            var suspension = context.Suspensions.Find(node)!;
            found.Append($"    {node}: {suspension.Kind} {suspension.Operand}\n");
            foreach (var holder in node.Ancestors().TakeWhile(a => a != method.Body).Where(context.Suspensions.Suspends))
                found.Append($"        within {holder.Kind()}\n");
        }
        return found.ToString();
    }

    private static string Page(string found, Dictionary<LoweringPass, string> seen, string live, LoweredBody body) => $$"""
        # The journey of one method

        A test writes this page (`JourneyTests`): it lowers the method and looks on between the passes (`LoweringObserver`), so what stands here
        is what the code does. The passes stand in their order in `MethodLowering.Passes`; [lowering](lowering.md) says what each is for,
        [the pipeline](pipeline.md) what happens before, and [the machine](machine.md) what the runtime makes of the result.

        ```csharp source
        {{Source}}
        ```

        ## 1. Find

        `SuspensionFinder` notes what suspends, and every node that holds it: only these are lowered, all else is copied.

        ```text
        {{found}}```

        ## 2. Flatten

        `StatementLowerer` makes instructions of the statements that hold a yield: a loop becomes labels and jumps. `ExpressionLowerer` takes the
        yield out of its expression: what C# evaluates before it is kept (`Weight(n)`, in a temporary), what comes afterwards stays where it
        was. Code is text with holes, here between ‹ and ›: a variable, a label, what was sent. Nothing in the
        finally block suspends, so it is taken out of the body, to a method of its own: the body notes what it holds, and calls that at its end.

        ```text
        {{seen[LoweringPass.Flattened]}}```

        ## 3. Tidy

        `Tidy` takes out labels that nobody jumps to, jumps to the next line and code that nothing reaches, and the body gets an end if it needs
        one.

        ```text
        {{seen[LoweringPass.Tidied]}}```

        ## 4. Follow the flow

        `FlowGraph` knows where control can go, exceptions and closes included, and `Liveness` what may be read after a suspension:

        ```text
        {{live}}```

        ## 5. Place

        `Hoisting` decides where each variable lives. `change` is mentioned in one run, between two labels or suspensions, and stays a local; all
        others become fields of the frame, `f`:

        ```text
        {{seen[LoweringPass.Placed]}}```

        The frame:

        ```text
        {{string.Concat(body.Frame.Fields.Select(f => $"    {f.Role,-12}{f.Type} {f.Name}\n"))}}```

        ## 6. Number

        `Layout` gives the suspensions their points and the labels their names, in the order of the text.

        ```text
        {{seen[LoweringPass.Numbered]}}```

        ## 7. Decide, and describe

        `StepPlan` decides what the step runs under, `FlowEdges` draws which point can follow which, and `LiveVariables` says what a debugger shows.

        ```text
        {{Facts(body)}}```

        ## 8. Print

        `StepPrinter` adds the dispatches, one for each region that holds a point, and fills the holes.

        ```csharp generated
        {{string.Join('\n', body.Step.Lines.Select(l => Indented(l.Indent, l.Text)))}}
        ```

        The finally block is printed by itself. As this body leaves its try block by a return only, it is never called from the step: `Release`, in
        the class, calls it.

        ```csharp generated
        {{string.Join('\n', body.Held.SelectMany(h => h.Block).Select(l => Indented(l.Indent, l.Text)))}}
        ```

        Emission (`src/CoroutineGen.Generator/Emission`) puts that into a method, with `#line` directives, and writes the frame, the class and the
        overload around it: [what is generated](../generated-code.md).

        """;

    private static string Facts(LoweredBody body)
    {
        var facts = new StringBuilder();
        facts.Append($"    guard:      {body.Step.Guard}\n");
        facts.Append($"    inlined:    {(body.Step.IsInlined ? "yes" : "no")}\n");
        foreach (var point in body.Points)
            facts.Append($"    point {point.Number}:    {point.Text}, within {point.Protection}, variables: {Names(point)}\n");
        foreach (var edge in body.Flow)
            facts.Append($"    flow:       {Name(edge.From)} to {Name(edge.To)}{(edge.IsUnwinding ? ", unwinding" : "")}\n");
        return facts.ToString();
    }

    private static string Names(SuspensionPoint point) => string.Join(", ", point.Variables.Select(v => v.Name));

    private static string Name(int point) => point switch
    {
        0 => "start",
        FlowEdge.End => "end",
        _ => $"point {point}",
    };

    private static string Indented(int level, string line) => line.Length == 0 ? "" : new string(' ', (level + 1) * 4) + line;
}

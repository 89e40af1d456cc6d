using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>What is saved of the coroutines of a source, as an analyzer gets it: lowered again from the final compilation.</summary>
internal static class Contract
{
    public static List<SaveShape> Of(string source)
    {
        var run = Project.Run(source);
        Assert.Empty(run.Errors);
        var tree = run.Output.SyntaxTrees.First();
        var model = run.Output.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(m => m.AttributeLists.Count > 0)
            .Select(m => MethodLowering.Lower(m, model, [], default).Body?.Save)
            .OfType<SaveShape>()];
    }

    /// <summary>A line for each point: its name, what it may delegate to, and the variables with their types.</summary>
    public static string Text(SaveShape shape)
        => $"{shape.Name} / {shape.SentType}, {shape.YieldedType}, {shape.ReturnedType}\n"
            + string.Join("\n", shape.Points.Select(p => $"{p.Name} / {string.Join("; ", p.Contract.Select(v => $"{v.Name}: {v.Type}"))}"
                + (p.InnerType is null ? "" : $" / {p.InnerType}")));
}

using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>Writes what a coroutine was called in earlier versions, and its points and variables.</summary>
// new SavedHistory("Shop.Order(int)")
//     .Point("Charge", "Pay")
//     .Variable("sum", new string[] { "Item", "Charge" }, "total")
//     .Default("count", new string[] { "Charge" }, (int)(0))
internal static class HistoryWriter
{
    /// <summary>The lines of an expression that makes it; none where attributes say nothing.</summary>
    public static List<string> Lines(SaveShape save)
    {
        var calls = save.Points.Where(p => p.Was.Count > 0).Select(p => $".Point({Text(p.Name)}, {Texts(p.Was)})").ToList();
        if (save.Retired.Count > 0)
            calls.Add($".Retired({Texts(save.Retired)})");
        var variables = save.Points.SelectMany(p => p.Contract.Select(v => (Point: p.Name, Variable: v))).ToList();
        calls.AddRange(variables.Where(v => v.Variable.Was.Count > 0)
            .GroupBy(v => (v.Variable.Name, v.Variable.Was), v => v.Point)
            .Select(g => $".Variable({Text(g.Key.Name)}, {Array(g)}, {Texts(g.Key.Was)})"));
        calls.AddRange(variables.Where(v => v.Variable.Default is not null)
            .GroupBy(v => (v.Variable.Name, v.Variable.Default), v => v.Point)
            .Select(g => $".Default({Text(g.Key.Name)}, {Array(g)}, {g.Key.Default})"));
        if (save.Migrate is not null)
            calls.Add($".Migrate({save.Migrate})");
        return calls.Count + save.OldNames.Count == 0
            ? []
            : [$"new {FrameworkNames.SavedHistory}({Texts(save.OldNames)})", .. calls.Select(c => "    " + c)];
    }

    private static string Array(IEnumerable<string> texts) => $"new string[] {{ {Texts(texts)} }}";

    private static string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    private static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}

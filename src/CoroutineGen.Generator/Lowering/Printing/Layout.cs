using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Numbers the points and names the labels, in the order of the text.</summary>
internal static class Layout
{
    /// <param name="body">The instructions.</param>
    /// <param name="names">Takes names that are free.</param>
    /// <param name="method">
    /// The user's method: a label of which it has several keeps its name in copied blocks only, which would hide a flattened one.
    /// </param>
    public static List<Suspend> Number(List<Instruction> body, FreshNames names, SyntaxNode method)
    {
        var points = new List<Suspend>();
        var userLabels = new HashSet<string>(
            method.DescendantNodes().OfType<LabeledStatementSyntax>().GroupBy(l => l.Identifier.ValueText)
                .Where(g => g.Skip(1).Any()).Select(g => g.Key),
            StringComparer.Ordinal);
        foreach (var instruction in Instructions.Descendants(body))
        {
            switch (instruction)
            {
                case Suspend suspend:
                    points.Add(suspend);
                    suspend.Point = points.Count;
                    suspend.Resumed.Name = names.TakeNumbered(suspend.Resumed.Hint);
                    break;
                case Mark mark:
                    mark.Label.Name = names.IsTaken(mark.Label.Hint) && userLabels.Add(mark.Label.Hint)
                        ? TypeText.Escape(mark.Label.Hint)
                        : names.TakeNumbered(mark.Label.Hint);
                    break;
                case TryRegion region:
                    region.Entry.Name = names.TakeNumbered(region.Entry.Hint);
                    break;
            }
        }
        return points;
    }
}

using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Numbers the suspension points and names the labels, in the order of the text.</summary>
internal static class Layout
{
    /// <summary>Gives each suspension its point, and each label its name.</summary>
    /// <param name="body">The instructions.</param>
    /// <param name="names">Takes names that are free.</param>
    /// <param name="method">
    /// The user's method. Of a label that it declares several times, none that was flattened keeps the name: a copied one would hide it.
    /// </param>
    /// <returns>The suspensions, in the order of their points.</returns>
    // Loop: .. suspend ‹?› .. goto Loop    ---->  Loop1: .. suspend 1 .. goto Loop1
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

using System.Text;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>What was found, as text.</summary>
internal static class SystematicReport
{
    public static string Of(IReadOnlyList<Outcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (var outcome in outcomes.Where(o => o.IsFinding))
            text.AppendLine($"{outcome.Result} {outcome.Combination.Title} | {outcome.Message} | {outcome.Combination.Body}");
        return text.ToString();
    }
}

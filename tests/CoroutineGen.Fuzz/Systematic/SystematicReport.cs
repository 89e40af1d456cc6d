using System.Text;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>What was found, as text; and the table of docs/internals/systematic.md.</summary>
internal static class SystematicReport
{
    public static string Of(IReadOnlyList<Outcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (var outcome in outcomes.Where(o => o.IsFinding))
            text.AppendLine($"{outcome.Result} {outcome.Combination.Title} | {outcome.Message} | {outcome.Combination.Body}");
        return text.ToString();
    }

    /// <summary>The page: a row for each place, a column for each group of forms; "same + refused", and "!wrong" where there is any.</summary>
    public static string Page(IReadOnlyList<Outcome> outcomes, string command)
    {
        string[] groups = [.. Form.All.Select(f => f.Group).Distinct()];
        var text = new StringBuilder();
        text.AppendLine("# The systematic part of the fuzzer").AppendLine();
        text.AppendLine($"Written by `{command}`: every kind of place with every form of assignment, call and operator,");
        text.AppendLine("element types by turns, each where a yield can stand. What is not C# is left out; the rest is compared with its push-style call.");
        text.AppendLine($"{outcomes.Count} combinations: {Counts(outcomes)}. In the table: *same* + *refused*, and after an exclamation mark what is wrong.");
        text.AppendLine().AppendLine($"| place | {string.Join(" | ", groups)} |").AppendLine($"|---|{string.Concat(groups.Select(_ => "---|"))}");
        foreach (var place in outcomes.GroupBy(o => o.Combination.Place.Name))
        {
            text.Append($"| {place.Key} ");
            foreach (string group in groups)
                text.Append($"| {Cell([.. place.Where(o => o.Combination.Form.Group == group)])} ");
            text.AppendLine("|");
        }
        text.AppendLine().AppendLine("| refused by | reason | |").AppendLine("|---|---|---|");
        foreach (var reason in outcomes.Where(o => o.Result == Result.Refused)
            .GroupBy(o => (Id: o.Message[..8], Reason: Refusals.ReasonOf(o.Message) ?? "not listed")).OrderByDescending(g => g.Count()))
            text.AppendLine($"| {reason.Key.Id} | {reason.Key.Reason} | {reason.Count()} |");
        return text.ToString();
    }

    private static string Counts(IEnumerable<Outcome> outcomes)
        => string.Join(", ", outcomes.GroupBy(o => o.Result).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key switch
        {
            Result.BadCode => "do not compile",
            var result => result.ToString().ToLowerInvariant(),
        }}"));

    private static string Cell(Outcome[] outcomes)
    {
        int same = outcomes.Count(o => o.Result == Result.Same), refused = outcomes.Count(o => o.Result == Result.Refused);
        int wrong = outcomes.Length - same - refused;
        return outcomes.Length == 0 ? "" : same + (refused == 0 ? "" : $" + {refused}") + (wrong == 0 ? "" : $" !{wrong}");
    }
}

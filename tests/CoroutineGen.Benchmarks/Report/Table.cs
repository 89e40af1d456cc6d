using System.Text;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>A group's figures as one Markdown table.</summary>
static class Table
{
    public static string Write(IReadOnlyList<RaceResult> races)
    {
        bool withoutPgo = races.Any(race => race.HasWithoutPgo);
        string? counted = races.Select(race => race.Counted).FirstOrDefault(counted => counted is not null);
        List<string> columns = ["work", "", "time", "ratio"];
        if (withoutPgo)
            columns.AddRange(["time, no PGO", "ratio, no PGO"]);
        columns.Add("bytes");
        if (counted is not null)
            columns.Add(counted);
        columns.AddRange(["bar", ""]);

        var text = new StringBuilder();
        Row(text, columns);
        Row(text, columns.Select((column, i) => i > 1 && column is not ("bar" or "") ? "---:" : "---"));
        foreach (var race in races)
        {
            for (int i = 0; i < race.Contenders.Count; i++)
                Row(text, Cells(race, i, withoutPgo, counted is not null));
        }
        return text.ToString();
    }

    static IEnumerable<string> Cells(RaceResult race, int i, bool withoutPgo, bool counted)
    {
        var contender = race.Contenders[i];
        yield return i == 0 ? $"**{race.Title}**" : i == 1 ? Units(race) : "";
        yield return contender.Ours ? $"**{contender.Name}**" : contender.Name;
        yield return Report.Cells.Time(race.Time(i));
        yield return i == 0 ? "1" : Report.Cells.Ratio(race.Ratio(i));
        if (withoutPgo)
        {
            yield return race.HasWithoutPgo ? Report.Cells.Time(race.Time(i, pgo: false)) : "";
            yield return !race.HasWithoutPgo ? "" : i == 0 ? "1" : Report.Cells.Ratio(race.Ratio(i, pgo: false));
        }
        yield return Report.Cells.Bytes(race.Bytes(i));
        if (counted)
            yield return contender.Count?.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        yield return string.Join("; ", contender.Bars.Select(bar => bar.Describe(race.Measured(i, bar), race.Counted ?? "")));
        yield return Verdict.Of(race, i);
    }

    static string Units(RaceResult race) => race.Unit == race.BytesPer ? $"per {race.Unit}" : $"per {race.Unit}; bytes per {race.BytesPer}";

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}

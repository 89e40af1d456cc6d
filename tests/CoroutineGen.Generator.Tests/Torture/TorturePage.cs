using System.Globalization;
using System.Text;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>The figures of several runs, as docs/torture.md shows them.</summary>
internal sealed class TorturePage
{
    private readonly StringBuilder _rows = new();
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _accepted;
    private int _refused;
    private int _impossible;
    private int _notCSharp;
    private int _passed;

    /// <summary>Methods that were mutated, and are still C#.</summary>
    public int Mutated => _accepted + _refused + _impossible;

    /// <summary>What was accepted of what could be.</summary>
    public double Share => _accepted / (double)(_accepted + _refused);

    public void Add(string corpus, int seed, TortureRun run, IReadOnlySet<string> impossible, int passed)
    {
        int refused = run.Refused.Count - impossible.Count;
        foreach (var (_, why) in run.Refused)
        {
            string reason = $"{why.Id}: {why.Descriptor.Title.ToString(CultureInfo.InvariantCulture)}";
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
        _rows.Append(CultureInfo.InvariantCulture, $"| {corpus} | {seed} | {run.Accepted.Count} | {refused} | {impossible.Count} | {run.NotCSharp.Count} | {(passed > 0 ? passed : "")} |\n");
        (_accepted, _refused, _impossible, _notCSharp, _passed)
            = (_accepted + run.Accepted.Count, _refused + refused, _impossible + impossible.Count, _notCSharp + run.NotCSharp.Count, _passed + passed);
    }

    public override string ToString() => FormattableString.Invariant($"""
        # Torture

        Random sub-expressions of methods of this repository pass through yields that are answered with what they hand out. Each such method must become
        a coroutine that compiles and does what the method did, or be refused with a diagnostic. `dotnet test` runs a slice; this page is written by

            COROUTINEGEN_TORTURE=1 dotnet test tests/CoroutineGen.Generator.Tests --filter TortureTests

        {Mutated} mutated methods, {_accepted} accepted: {Share * 100:0.0} % of those that no rule makes impossible.

        | sources | seed | accepted | refused | impossible | no longer C# | tests of the mutated project that pass |
        |---|---|---|---|---|---|---|
        {_rows}| all | | {_accepted} | {_refused} | {_impossible} | {_notCSharp} | {_passed} |

        *Impossible*: a reference, a pointer or a type without a name would have to live across the yield. *No longer C#*: the mutation itself does not
        compile, most often since a variable is no longer definitely assigned.

        Why methods were refused:

        {Reasons()}
        """).ReplaceLineEndings("\n");

    private string Reasons()
        => _reasons.Count == 0 ? "- none was.\n" : string.Concat(_reasons.Select(r => string.Create(CultureInfo.InvariantCulture, $"- {r.Value} × {r.Key}\n")));
}

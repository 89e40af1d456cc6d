using System.Diagnostics;
using System.Text;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Comparing;

/// <summary>What a run has seen.</summary>
internal sealed class Summary(string title)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private readonly Dictionary<string, (int Count, int Seed)> _refusals = [];
    private readonly HashSet<string> _kinds = [];
    private readonly Dictionary<string, int> _saves = [];

    public int Findings { get; private set; }

    public int Programs => _verdicts.Values.Sum();

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <returns>Whether it is a finding worth a report: errors of the compiler and the generator are told once for each kind.</returns>
    public bool Add(int programSeed, ProgramOutcome outcome)
    {
        _verdicts[outcome.Verdict] = _verdicts.GetValueOrDefault(outcome.Verdict) + 1;
        if (outcome.Verdict is Verdict.Refused or Verdict.BadProgram or Verdict.JitCrash)
        {
            var (count, seed) = _refusals.GetValueOrDefault(outcome.Message, (0, programSeed));
            _refusals[outcome.Message] = (count + 1, seed);
        }
        foreach (var (how, count) in outcome.Saves ?? [])
            _saves[how] = _saves.GetValueOrDefault(how) + count;
        if (!outcome.IsFinding)
            return false;
        bool isNew = _kinds.Add(outcome.Kind) || outcome.Verdict is not (Verdict.BadCode or Verdict.InternalError);
        if (isNew)
            Findings++;
        return isNew;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{title}: {Programs} programs in {Elapsed.TotalSeconds:f1} s: "
            + string.Join(", ", _verdicts.OrderBy(v => v.Key).Select(v => $"{v.Value} {v.Key}")));
        if (_saves.Count > 0)
            text.AppendLine("  saves: " + string.Join(", ", _saves.OrderByDescending(s => s.Value).Select(s => $"{s.Value} {s.Key}")));
        foreach (var (id, count) in _refusals.GroupBy(r => r.Key.Split(':')[0]).Select(g => (g.Key, g.Sum(r => r.Value.Count))).OrderByDescending(g => g.Item2))
            text.AppendLine($"  {count,6}  {id}");
        foreach (var (message, (count, seed)) in _refusals.OrderByDescending(r => r.Value.Count).Take(40))
            text.AppendLine($"  {count,6}  {message} (seed {seed})");
        return text.ToString();
    }
}

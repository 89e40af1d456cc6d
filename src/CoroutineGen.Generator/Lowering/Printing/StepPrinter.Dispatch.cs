using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Where a step goes on: at a point, or at the case that a switch picks.</summary>
internal sealed partial class StepPrinter
{
    /// <summary>Where a region goes on: at a point of its own, or in a try region that holds the point.</summary>
    private void Dispatch(List<Instruction> list, bool isPure)
    {
        var arms = new List<(List<Suspend> Points, Label Target)>();
        foreach (var instruction in list)
        {
            if (instruction is Suspend suspend)
                arms.Add(([suspend], suspend.Resumed));
            else if (instruction is TryRegion region && Points(region.Body).ToList() is { Count: > 0 } points)
                arms.Add((points, region.Entry));
        }
        if (arms.Count == 0 && !isPure)
            return;
        if (isPure)
            Uses |= StepUses.Closed;
        if (isPure && arms.Count == 1)
        {
            // In the order of how often: the JIT keeps it.
            var only = arms[0].Points[0];
            Line($"if ({_names.Point} == {Number(only.Point)}) goto {arms[0].Target.Name}; // {only.Text}");
            Line($"if ({_names.Point} != 0) return {_names.Closed};");
            return;
        }
        Line($"switch ({_names.Point})");
        Open();
        if (isPure)
            Line("case 0: break;");
        foreach (var (points, target) in arms)
        {
            string cases = string.Join(" ", points.Select(p => $"case {Number(p.Point)}:"));
            string what = points.Count == 1 && points[0].Resumed == target ? $" // {points[0].Text}" : "";
            Line($"{cases} goto {target.Name};{what}");
        }
        if (isPure)
            Line($"default: return {_names.Closed};");
        Close();
    }

    private static IEnumerable<Suspend> Points(List<Instruction> list) => Instructions.Descendants(list).OfType<Suspend>();

    private void Dispatch(Dispatch dispatch)
    {
        var copies = Closures(dispatch.Arms.SelectMany(a => a.Labels).Select(l => l.Code).Append(dispatch.Value));
        BeginClosures(copies);
        if (dispatch.Overflow is { } overflow)
        {
            Line(overflow);
            Open();
        }
        Append(Code.Of("switch (", dispatch.Value, ")"), dispatch.Token);
        Open();
        foreach (var arm in dispatch.Arms)
        {
            foreach (var label in arm.Labels)
                Append(label.Code, label.Token);
            _indent++;
            Append(Code.Of(arm.Assignments, "goto ", arm.Target, ";"), -1);
            _indent--;
        }
        Close();
        if (dispatch.Overflow is not null)
            Close();
        EndClosures(copies);
    }
}

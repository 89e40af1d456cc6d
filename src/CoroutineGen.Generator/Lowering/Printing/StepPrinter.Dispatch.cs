using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Dispatches: to the suspension point where a step is resumed, or to the case that a switch picks.</summary>
internal sealed partial class StepPrinter
{
    /// <summary>
    /// The dispatch of a body or of a try block: to a point of its own, or to the try block around the point, which has a dispatch too,
    /// since C# allows no goto into it. A pure body has no guard that keeps it from being stepped once it is closed: it tests that itself.
    /// </summary>
    // switch (point)
    // {
    //     case 1: case 2: case 3: goto Try1;
    //     case 4: goto Resumed4; // yield(4)
    // }
    //
    // a pure body: "case 0: break;" and "default: return Closed;" in that switch; with one point
    // if (point == 1) goto Resumed1; // yield(i)
    // if (point != 0) return Closed;
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
            // The frequent test first: the JIT keeps the order.
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

    /// <summary>The switch that picks among the cases of a user's switch.</summary>
    // switch (f.x)
    // {
    //     case 1:
    //         goto Case1;
    //     default:
    //         goto Case2;
    // }
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

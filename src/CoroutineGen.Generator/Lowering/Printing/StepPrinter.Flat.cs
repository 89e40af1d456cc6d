using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Printing;

// A method that delegates to itself, where the recursion is a loop within one step.
internal sealed partial class StepPrinter
{
    /// <summary>The implicit return at the end of a flat body: control falls through to "Back:".</summary>
    private Return? _fallsThrough;

    /// <summary>
    /// A body whose calls of itself stay within the step: a call pushes a frame and begins at the start; a return pops it, and resumes the
    /// caller at the point of the call.
    /// </summary>
    //     ref var f = ref frames.Innermost(ref own);
    // Again:
    //     switch (point) { case 1: goto Resumed1; .. }
    // Start:
    //     (the body)
    // Back:
    //     if (!frames.Any) return Closed;
    //     point = frames.Pop();
    //     f = ref frames.Innermost(ref own);
    //     goto Again;
    private void WriteFlat(List<Instruction> body)
    {
        string innermost = $"ref {_names.Frames}.Innermost(ref {_names.Own});";
        Line($"ref var {_names.Frame} = {innermost}");
        _lines.Add(new StepLine(_indent - 1, _names.Again + ":", -1));
        Dispatch(body, isPure: false);
        Label(_names.Start, _plan.HasHow ? null : body[0]);
        NotInterrupted();
        _fallsThrough = body[body.Count - 1] is Return { Token: < 0, Value: null } end ? end : null;
        WriteList(body);
        _lines.Add(new StepLine(_indent - 1, _names.Back + ":", -1));
        Uses |= StepUses.Closed;
        Line(_plan.HasResult
            ? $"if (!{_names.Frames}.Any) {{ {_names.Result}.Value = {_names.Passed}; return {_names.Closed}; }}"
            : $"if (!{_names.Frames}.Any) return {_names.Closed};");
        Line($"{_names.Point} = {_names.Frames}.Pop();");
        Line($"{_names.Frame} = {innermost}");
        NotInterrupted();
        Line($"goto {_names.Again};");
    }

    /// <summary>What the step was resumed with is for the innermost call only; callers and new calls go on normally.</summary>
    // how = default;
    private void NotInterrupted()
    {
        if (_plan.HasHow)
            Line($"{_names.How} = default;");
    }

    /// <summary>A call of the method by itself, in a flat step: of the overload that pushes a frame.</summary>
    // yield.From(Walk(d - 1));    ---->  f = ref Walk(ref frames, 1, f.d - 1); goto Start; Resumed1:
    private void Call(Suspend suspend)
    {
        var call = suspend.Value.Pieces.Select(piece => piece is SelfArgumentsPiece first
            ? new TextPiece($"ref {_names.Frames}, {Number(suspend.Point)}{(first.MoreFollow ? ", " : "")}")
            : piece);
        Statement(Code.Of($"{_names.Frame} = ref ", new Code(call.ToImmutableArray()), ";"), suspend.Token);
        Line($"goto {_names.Start};");
    }
}

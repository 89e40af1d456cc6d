using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Printing;

// A method that delegates to itself, where that can stay within one step.
internal sealed partial class StepPrinter
{
    /// <summary>The end of a flat body that no statement of the user's stands for: it goes on to the way back.</summary>
    private Return? _fallsThrough;

    /// <summary>
    /// A body whose calls of itself stay within the step: a call begins at the start with another frame, and whoever returns goes on in the
    /// frame below.
    /// </summary>
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

    private void NotInterrupted()
    {
        if (_plan.HasHow)
            Line($"{_names.How} = default;");
    }

    /// <summary>A call of the method by itself, in a flat step.</summary>
    private void Call(Suspend suspend)
    {
        var call = suspend.Value.Pieces.Select(piece => piece is SelfArgumentsPiece first
            ? new TextPiece($"ref {_names.Frames}, {Number(suspend.Point)}{(first.MoreFollow ? ", " : "")}")
            : piece);
        Statement(Code.Of($"{_names.Frame} = ref ", new Code(call.ToImmutableArray()), ";"), suspend.Token);
        Line($"goto {_names.Start};");
    }
}

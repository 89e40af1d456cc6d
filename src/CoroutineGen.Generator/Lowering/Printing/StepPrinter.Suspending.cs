using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Printing;

// Where the step hands out a value or delegates, and goes on later.
internal sealed partial class StepPrinter
{
    private void Suspend(Suspend suspend, Instruction? next)
    {
        if (_plan.IsFlat && suspend.Kind == SuspensionKind.Delegate)
        {
            Call(suspend);
            Label(suspend.Resumed.Name, next);
            return;
        }
        Statement(Transfer(suspend), suspend.Token);
        bool isProtected = suspend.Protection != Protection.None;
        Label(suspend.Resumed.Name, _inTry || isProtected ? suspend : next);
        if (_inTry)
            Line($"{_names.Point} = 0;");
        if (!isProtected)
            return;
        // In the user's line: an exception that is thrown in is raised here.
        string unwinds = $"{_names.How}.RaiseOrUnwind()";
        Statement(
            suspend.OnClose is null ? Code.Of(unwinds, ";") : Code.Of($"if ({unwinds}) ", suspend.OnClose),
            suspend.CallToken);
    }

    /// <summary>
    /// <code>
    /// yield(v)             ----&gt;  current = v; return 1;
    /// yield()              ----&gt;  return 1;
    /// yield.From(inner)    ----&gt;  return delegator.To(1, inner);
    /// yield.From(Self(..)) ----&gt;  inner = Self(..); return 1;
    /// </code>
    /// Within a finally each is noted as well: "return next = ..".
    /// </summary>
    private Code Transfer(Suspend suspend)
    {
        var value = Wrap(suspend.Value, suspend.Overflow);
        var leave = Code.Of("return ", new StepNamePiece(StepName.Next));
        string point = Number(suspend.Point);
        if (suspend.Kind == SuspensionKind.Yield)
        {
            if (!_plan.HandsOut)
                return Code.Of(leave, point, ";");
            Uses |= StepUses.Current;
            return Code.Of($"{_names.Current} = ", value, "; ", leave, point, ";");
        }
        if (_plan.IsFolded)
            return Code.Of($"{_names.Inner} = ", value, "; ", leave, point, ";");
        Uses |= StepUses.Delegator;
        string method = suspend.IsToCoroutine ? "To" : "ToSequence";
        return Code.Of(leave, $"{_names.Delegator}.{method}({point}, ", value, ");");
    }
}

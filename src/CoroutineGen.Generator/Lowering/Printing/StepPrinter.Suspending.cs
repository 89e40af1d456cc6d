using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Printing;

// Suspension points: what is returned there, and what is done on resumption.
internal sealed partial class StepPrinter
{
    /// <summary>
    /// A suspension. A protected one asks how it is resumed, in the user's line: an exception that is thrown in is raised there. Within a
    /// try block "point" is set back, or its dispatch would jump again when a loop enters it once more.
    /// </summary>
    // yield(v);    ---->  current = v; return 1; Resumed1:
    // yield(v);    ---->  current = v; return next = 1; Resumed1: point = 0; if (how.RaiseOrUnwind()) return next = how.Exit();
    private void Suspend(Suspend suspend, Instruction? next)
    {
        if (_plan.IsFlat && suspend.Kind == SuspensionKind.Delegate)
        {
            Call(suspend);
            Label(suspend.Resumed.Name, next);
            return;
        }
        Statement(Transfer(suspend), suspend.Token);
        Label(suspend.Resumed.Name, _inTry || suspend.IsProtected ? suspend : next);
        if (_inTry)
            Line($"{_names.Point} = 0;");
        if (!suspend.IsProtected)
            return;
        string unwinds = $"{_names.How}.RaiseOrUnwind()";
        Statement(
            suspend.OnClose is null ? Code.Of(unwinds, ";") : Code.Of($"if ({unwinds}) ", suspend.OnClose),
            suspend.CallToken);
    }

    /// <summary>How the step returns. Within a try block with a finally it stores the point as well: "return next = 1;".</summary>
    // yield(v)                ---->  current = v; return 1;
    // yield()                 ---->  return 1;
    // yield.From(inner)       ---->  return delegator.To(1, inner);
    // yield.From(sequence)    ---->  return delegator.ToSequence(1, sequence);
    // yield.From(Self(..))    ---->  inner = Self(..); return 1;                   folded
    private Code Transfer(Suspend suspend)
    {
        var value = Wrap(suspend.Value, suspend.Overflow);
        var leave = Code.Of("return ", new StepNamePiece(StepName.Next));
        string point = Number(suspend.Point);
        if (_plan.Waits)
            return Code.Of(leave, _names.Suspender, ".", Through(suspend, point, value), ";");
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
        string through = _plan.IsAsync ? _names.Suspender : _names.Delegator;
        return Code.Of(leave, $"{through}.{method}({point}, ", value, ");");
    }

    /// <summary>What an asynchronous step calls to suspend: that keeps the execution context, which is another one outside of it.</summary>
    // await yield(v)                ---->  return suspend.Yield(1, v);
    // await yield()                 ---->  return suspend.Receive(1);
    // await yield.From(inner)       ---->  return suspend.To(1, inner);
    // await yield.From(sequence)    ---->  return suspend.ToSequence(1, sequence);
    private Code Through(Suspend suspend, string point, Code value)
        => suspend.Kind == SuspensionKind.Delegate
            ? Code.Of($"{(suspend.IsToCoroutine ? "To" : "ToSequence")}({point}, ", value, ")")
            : _plan.HandsOut ? Code.Of($"Yield({point}, ", value, ")") : Code.Of($"Receive({point})");
}

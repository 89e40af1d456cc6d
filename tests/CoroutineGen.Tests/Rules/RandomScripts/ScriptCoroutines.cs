using CoroutineGen.CompilerServices;

namespace CoroutineGen.Tests.Rules.RandomScripts;

// The bodies of scripts as coroutine classes. Three times the same, because what a step says is protected, and rightly so.

/// <summary>What the step methods of the three classes have in common.</summary>
internal sealed class ScriptStep(int id, ScriptBody body, RealWorld world)
{
    private readonly ScriptFrame _frame = new(id, body, world);

    public ScriptFrame Frame => _frame;

    public int Point => _frame.Place + 1;

    public bool Delegates => _frame.Here.Op == Op.From;

    public IEnumerable<int>? Inner => world.Inner(_frame.Here);

    public static Exception? Pending(Unwinding how)
    {
        try
        {
            return how.RaiseOrUnwind() ? ScriptFrame.ClosingJump : null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    public Protection ProtectionAt(int point)
    {
        var protection = Protection.None;
        for (var region = body.Code[point - 1].Region; region is not null; region = region.Outer)
        {
            protection |= region.Kind switch
            {
                RegionKind.Catch => Protection.Catch,
                RegionKind.CatchExit => Protection.Catch | Protection.Exit,
                RegionKind.Finally => Protection.Finally,
                _ => Protection.None,
            };
        }
        return protection;
    }
}

internal sealed class OneWayScript(int id, ScriptBody body, RealWorld world) : Coroutine<int>
{
    private readonly ScriptStep _step = new(id, body, world);

    protected override string Name => "OneWay";

    protected override Protection ProtectionAt(int point) => _step.ProtectionAt(point);

    protected override int Step(int point, Resumption how)
    {
        var frame = _step.Frame;
        var unwinding = Entered(how);
        var thrown = ScriptStep.Pending(unwinding);
        var happens = point == 0 ? frame.Start()
            : thrown is not null ? frame.GoOn(thrown)
            : frame.GoOn(_step.Delegates ? Delegated<int>() : 0);
        for (; ; )
        {
            switch (happens)
            {
                case Event.Yields:
                    CurrentValue = frame.Value;
                    return _step.Point;
                case Event.Returns:
                    return Closed;
                case Event.Raises:
                    return frame.Error == ScriptFrame.ClosingJump ? unwinding.Exit() : throw Fault.Rethrow(frame.Error!);
            }
            try
            {
                return Delegator.ToSequence(_step.Point, _step.Inner!);
            }
            catch (ArgumentNullException error)
            {
                happens = frame.GoOn(error);
            }
        }
    }
}

internal sealed class IntScript(int id, ScriptBody body, RealWorld world) : Coroutine<int, int, int>
{
    private readonly ScriptStep _step = new(id, body, world);

    protected override string Name => "Int";

    protected override Protection ProtectionAt(int point) => _step.ProtectionAt(point);

    protected override int Step(int point, Resumption how, int sent)
    {
        var frame = _step.Frame;
        var unwinding = Entered(how);
        var thrown = ScriptStep.Pending(unwinding);
        var happens = point == 0 ? frame.Start()
            : thrown is not null ? frame.GoOn(thrown)
            : frame.GoOn(_step.Delegates ? Delegated<int>() : sent);
        for (; ; )
        {
            switch (happens)
            {
                case Event.Yields:
                    CurrentValue = frame.Value;
                    return _step.Point;
                case Event.Returns:
                    Returned.Value = frame.Value;
                    return Closed;
                case Event.Raises:
                    return frame.Error == ScriptFrame.ClosingJump ? unwinding.Exit() : throw Fault.Rethrow(frame.Error!);
            }
            try
            {
                return Delegator.ToSequence(_step.Point, _step.Inner!);
            }
            catch (ArgumentNullException error)
            {
                happens = frame.GoOn(error);
            }
        }
    }
}

internal sealed class LongScript(int id, ScriptBody body, RealWorld world) : Coroutine<int, long, int>
{
    private readonly ScriptStep _step = new(id, body, world);

    protected override string Name => "Long";

    protected override Protection ProtectionAt(int point) => _step.ProtectionAt(point);

    protected override int Step(int point, Resumption how, long sent)
    {
        var frame = _step.Frame;
        var unwinding = Entered(how);
        var thrown = ScriptStep.Pending(unwinding);
        var happens = point == 0 ? frame.Start()
            : thrown is not null ? frame.GoOn(thrown)
            : frame.GoOn(_step.Delegates ? Delegated<int>() : sent);
        for (; ; )
        {
            switch (happens)
            {
                case Event.Yields:
                    CurrentValue = frame.Value;
                    return _step.Point;
                case Event.Returns:
                    Returned.Value = frame.Value;
                    return Closed;
                case Event.Raises:
                    return frame.Error == ScriptFrame.ClosingJump ? unwinding.Exit() : throw Fault.Rethrow(frame.Error!);
            }
            try
            {
                return Delegator.ToSequence(_step.Point, _step.Inner!);
            }
            catch (ArgumentNullException error)
            {
                happens = frame.GoOn(error);
            }
        }
    }
}

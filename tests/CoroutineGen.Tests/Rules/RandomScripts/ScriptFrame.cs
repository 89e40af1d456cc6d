namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>What a body has come to.</summary>
public enum Event
{
    Yields,
    Delegates,
    Returns,
    Raises,
}

/// <summary>
/// Runs the instructions of one body from one suspension to the next; exceptions are values here. It knows nothing of coroutines, so
/// that the runtime and the naive interpreter can share it: what the two have to do themselves is everything about the object.
/// </summary>
public sealed class ScriptFrame(int id, ScriptBody body, IWorld world)
{
    /// <summary>Leaves through the finally blocks, and is not caught: a closing jump (rule 67).</summary>
    public static readonly Exception ClosingJump = new("closing jump");

    /// <summary>What waits for the end of each finally block that is being executed: null, an exception, or a boxed result.</summary>
    private readonly Stack<object?> _pending = new();
    private Exception? _caught;

    public int Place { get; private set; }

    public Instruction Here => body.Code[Place];

    public int Value { get; private set; }

    public Exception? Error { get; private set; }

    public Event Start() => Run();

    /// <summary>Goes on after a yield or a delegation, with its value.</summary>
    public Event GoOn(long value)
    {
        world.Trace($"c{id} got {value}");
        Fall(Place + 1);
        return Run();
    }

    /// <summary>Goes on where an exception is raised at the yield or the delegation.</summary>
    public Event GoOn(Exception error) => Handle(error) is { } end ? end : Run();

    private Event Run()
    {
        for (; ; )
        {
            var here = Here;
            Exception? error = null;
            switch (here.Op)
            {
                case Op.Yield:
                    Value = here.Value;
                    return Event.Yields;
                case Op.From:
                    return Event.Delegates;
                case Op.Return:
                    if (Leave(here.Region, here.Value) is { } returned)
                        return returned;
                    continue;
                case Op.Raise:
                    error = Errors.Make(here.Kind, here.Value);
                    break;
                case Op.Rethrow:
                    error = _caught ?? Errors.Make(Kind.Plain, -1);
                    break;
                case Op.Act:
                    error = world.Perform($"c{id}", new Act(here.Deed, here.Target, here.Kind, here.Value));
                    break;
                case Op.Jump:
                    Fall(here.Value);
                    continue;
                case Op.EndFinally:
                    var pending = _pending.Pop();
                    if (pending is int result)
                    {
                        if (Leave(here.Region, result) is { } left)
                            return left;
                        continue;
                    }
                    error = (Exception?)pending;
                    break;
            }
            if (error is null)
                Fall(Place + 1);
            else if (Handle(error) is { } end)
                return end;
        }
    }

    /// <summary>To an instruction by the ordinary way: where that enters a finally block, with nothing pending.</summary>
    private void Fall(int place)
    {
        var region = Here.Region;
        Place = place;
        if (region is { Kind: RegionKind.Finally } && region.Handler == place)
            _pending.Push(null);
    }

    private Event? Leave(Region? region, int result)
    {
        for (; region is not null; region = region.Outer)
        {
            if (region.Kind == RegionKind.FinallyBlock)
                _pending.Pop();
            if (region.Kind != RegionKind.Finally)
                continue;
            _pending.Push(result);
            Place = region.Handler;
            return null;
        }
        Value = result;
        return Event.Returns;
    }

    private Event? Handle(Exception error)
    {
        for (var region = Here.Region; region is not null; region = region.Outer)
        {
            switch (region.Kind)
            {
                case RegionKind.FinallyBlock:
                    _pending.Pop();
                    break;
                case RegionKind.Finally:
                    _pending.Push(error);
                    Place = region.Handler;
                    return null;
                case RegionKind.Catch when error is not CoroutineExitException && error != ClosingJump:
                case RegionKind.CatchExit when error != ClosingJump:
                    world.Trace($"c{id} caught {Errors.Name(error)}");
                    _caught = error;
                    Place = region.Handler;
                    return null;
            }
        }
        Error = error;
        return Event.Raises;
    }
}

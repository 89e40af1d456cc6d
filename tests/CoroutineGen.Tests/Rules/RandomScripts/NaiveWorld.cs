namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>A script's coroutines as the naive interpreter has them.</summary>
public sealed class NaiveWorld : ScriptWorld
{
    private readonly NaiveCoroutine[] _coroutines;

    public NaiveWorld(Script script)
        => _coroutines = [.. script.Bodies.Select((body, id) => new NaiveCoroutine(id, body, this))];

    protected override int Count => _coroutines.Length;

    public INaiveInner? Inner(Instruction from) => from.Inner switch
    {
        InnerKind.Coroutine => _coroutines[from.Target],
        InnerKind.Foreign => new Foreign(_coroutines[from.Target]),
        InnerKind.Sequence => new Sequence(this, from.Value, false),
        InnerKind.FailingSequence => new Sequence(this, from.Value, true),
        _ => null,
    };

    protected override Reply Do(Act act)
    {
        var target = _coroutines[act.Target];
        switch (act.Deed)
        {
            case Deed.Send when target.ReceivesValues:
                return target.Send(act.Value);
            case Deed.Throw:
                return target.Throw(Errors.Make(act.Kind, act.Value));
            case Deed.Close:
                return target.Close() is { } error ? Reply.Raises(error) : default(Reply) with { Event = Event.Returns };
            default:
                return target.Next();
        }
    }

    protected override string Describe(int id)
    {
        var it = _coroutines[id];
        return $"{it.State}{(it.HasResult ? " =" + it.Result : "")} {Errors.Name(it.Error)} {it.Delegate}";
    }

    /// <summary>An object with the members of a coroutine, which it passes on.</summary>
    private sealed class Foreign(NaiveCoroutine target) : INaiveInner
    {
        public string Name => "foreign " + target.Name;

        public Reply Resume(long? sent, Receives type) => target.Resume(sent, type);

        public Reply Throw(Exception error) => target.Throw(error);

        public Exception? Close() => target.Close();
    }

    /// <summary>Two values, and then an end or an error.</summary>
    private sealed class Sequence(NaiveWorld world, int label, bool fails) : INaiveInner
    {
        private int _next;

        public string Name => $"sequence {label}";

        public Reply Resume(long? sent, Receives type)
        {
            if (_next < 2)
                return new Reply(Event.Yields, (100 * label) + _next++, null);
            Dispose();
            return fails ? Reply.Raises(new ScriptException(label)) : new Reply(Event.Returns, 0, null); // rule 98
        }

        public Reply Throw(Exception error)
        {
            Dispose();
            return Reply.Raises(error); // rules 100 and 101
        }

        public Exception? Close()
        {
            Dispose();
            return null;
        }

        private void Dispose() => world.Trace($"disposed {label}");
    }
}

using System.Collections;

namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>A script's coroutines as the runtime has them.</summary>
public sealed class RealWorld : ScriptWorld
{
    private readonly Coroutine<int>[] _coroutines;
    private readonly Dictionary<object, string> _names = [];

    public RealWorld(Script script)
    {
        _coroutines = [.. script.Bodies.Select(Make)];
        for (int id = 0; id < _coroutines.Length; id++)
            _names[_coroutines[id]] = $"c{id}";
    }

    protected override int Count => _coroutines.Length;

    public IEnumerable<int>? Inner(Instruction from)
    {
        switch (from.Inner)
        {
            case InnerKind.Coroutine:
                return _coroutines[from.Target];
            case InnerKind.Foreign:
                var foreign = Foreign.Make(_coroutines[from.Target]);
                _names[foreign] = $"foreign c{from.Target}";
                return foreign;
            case InnerKind.Sequence or InnerKind.FailingSequence:
                var sequence = new Sequence(this, from.Value, from.Inner == InnerKind.FailingSequence);
                _names[sequence] = $"sequence {from.Value}";
                return sequence;
            default:
                return null;
        }
    }

    protected override Reply Do(Act act)
    {
        var target = _coroutines[act.Target];
        try
        {
            switch (act.Deed)
            {
                case Deed.Send when target is Coroutine<int, int> receiver:
                    return After(receiver.TrySend(act.Value));
                case Deed.Send when target is Coroutine<int, long> receiver:
                    return After(receiver.TrySend(act.Value));
                case Deed.Throw:
                    return After(target.TryThrow(Errors.Make(act.Kind, act.Value)));
                case Deed.Close:
                    target.Close();
                    return default(Reply) with { Event = Event.Returns };
                default:
                    return After(target.MoveNext());
            }
        }
        catch (Exception error)
        {
            return Reply.Raises(error);
        }

        Reply After(bool yields) => yields
            ? new Reply(Event.Yields, target.Current, null)
            : new Reply(Event.Returns, 0, null);
    }

    protected override string Describe(int id)
    {
        var it = _coroutines[id];
        string result = it is ICoroutineResult<int> { HasResult: true } returned ? " =" + returned.Result : "";
        string? inner = it.Delegate is { } target ? _names[target] : null;
        return $"{it.State}{result} {Errors.Name(it.Error)} {inner}";
    }

    private Coroutine<int> Make(ScriptBody body, int id) => body.Receives switch
    {
        Receives.Nothing => new OneWayScript(id, body, this),
        Receives.Int => new IntScript(id, body, this),
        _ => new LongScript(id, body, this),
    };

    /// <summary>A coroutine that is not one of ours: all it has is the interface, which it passes on.</summary>
    private class Foreign(Coroutine<int> target) : ICoroutine<int>
    {
        public static ICoroutine<int> Make(Coroutine<int> target) => target switch
        {
            Coroutine<int, int, int> receiver => new Foreign<int>(receiver),
            Coroutine<int, long, int> receiver => new Foreign<long>(receiver),
            _ => new Foreign(target),
        };

        public CoroutineState State => target.State;

        public int Current => target.Current;

        public bool MoveNext() => target.MoveNext();

        public bool TryThrow(Exception error) => target.TryThrow(error);

        public void Close() => target.Close();

        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("A coroutine is not to be enumerated.");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Foreign<TSend>(Coroutine<int, TSend, int> target) : Foreign(target), ICoroutine<int, TSend, int>
    {
        public bool HasResult => target.HasResult;

        public int Result => target.Result;

        public bool TrySend(TSend value) => target.TrySend(value);
    }

    private sealed class Sequence(RealWorld world, int label, bool fails) : IEnumerable<int>, IEnumerator<int>
    {
        private int _next = -1;

        public int Current => (100 * label) + _next;

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => ++_next < 2 || (fails ? throw new ScriptException(label) : false);

        public void Dispose() => world.Trace($"disposed {label}");

        public void Reset() => throw new NotSupportedException();
    }
}

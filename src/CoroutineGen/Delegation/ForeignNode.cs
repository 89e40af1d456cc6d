using System;
using System.Diagnostics;
using CoroutineGen.CompilerServices;
using CoroutineGen.Forking;

namespace CoroutineGen.Delegation;

/// <summary>A coroutine of somebody else's making, or of another yield type, at the end of a chain (rules 102 and 103).</summary>
[StackTraceHidden]
internal sealed class ForeignNode<TYield>(ICoroutine<TYield> inner) : CoroutineCore<TYield>
{
    private ICoroutine<TYield> _inner = inner;
    private bool _returned;

    internal override object Original => _inner;

    internal override bool HasOutcome => _returned;

    protected override string Name => "coroutine";

    // The object must be found again where a variable holds it too.
    protected internal override bool ForksAlone(int point) => false;

    protected internal override CoroutineCore<TYield>? ForkFrame()
        => _inner is IForked or IForkable<ICoroutine<TYield>>
            ? new ForeignNode<TYield>(_inner) { Point = Point, CurrentValue = CurrentValue, _returned = _returned }
            : null;

    protected internal override void ForkVariables(int point, Twins? twins) => _inner = twins!.Forked(_inner, variable: null);

    protected internal override void ForkValues(int point, Twins twins) => _inner = twins.Copy(variable: null, _inner);

    // Only the object itself knows what it does about exceptions and closing.
    protected override Protection ProtectionAt(int point) => Protection.Catch | Protection.Finally;

    // Not a body: what escapes from the inner object arrives at the delegation point as it is.
    internal override Exception Escaping(Exception error) => error;

    protected override int Step(int point, Resumption how)
    {
        switch (how)
        {
            case Resumption.Close:
                _inner.Close();
                return Closed;
            case Resumption.Throw:
                return Arrive(_inner.TryThrow(TakeParked()));
            default:
                // Finished by somebody else: no result for this delegation (rules 89 and 91).
                return _inner.State == CoroutineState.Closed ? Closed : Arrive(_inner.MoveNext());
        }
    }

    /// <summary>Whether the inner object receives values of a type.</summary>
    internal bool Receives<TSend>() => _inner is ICoroutine<TYield, TSend>;

    /// <summary>Sends the inner object a value that it receives.</summary>
    internal int Enter<TSend>(TSend sent)
        => _inner.State == CoroutineState.Closed ? Closed : Arrive(((ICoroutine<TYield, TSend>)_inner).TrySend(sent));

    private int Arrive(bool yields)
    {
        if (yields)
        {
            CurrentValue = _inner.Current;
            return 1;
        }
        _returned = true;
        return Closed;
    }
}

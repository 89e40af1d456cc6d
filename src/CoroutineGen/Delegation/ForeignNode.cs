using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>A coroutine of somebody else's making, or of another yield type, at the end of a chain (rules 102 and 103).</summary>
internal sealed class ForeignNode<TYield>(ICoroutine<TYield> inner) : CoroutineCore<TYield>
{
    private bool _returned;

    internal override object Original => inner;

    internal override bool HasOutcome => _returned;

    protected override string Name => "coroutine";

    // Only the object itself knows what it does about exceptions and closing.
    protected override Protection ProtectionAt(int point) => Protection.Catch | Protection.Finally;

    // Not a body: what escapes from the inner object arrives at the delegation point as it is.
    internal override Exception Escaping(Exception error) => error;

    protected override int Step(int point, Resumption how)
    {
        switch (how)
        {
            case Resumption.Close:
                inner.Close();
                return Closed;
            case Resumption.Throw:
                return Arrive(inner.TryThrow(TakeParked()));
            default:
                // Finished by somebody else: no result for this delegation (rules 89 and 91).
                return inner.State == CoroutineState.Closed ? Closed : Arrive(inner.MoveNext());
        }
    }

    /// <summary>Whether the inner object receives values of a type.</summary>
    internal bool Receives<TSend>() => inner is ICoroutine<TYield, TSend>;

    /// <summary>Sends the inner object a value that it receives.</summary>
    internal int Enter<TSend>(TSend sent)
        => inner.State == CoroutineState.Closed ? Closed : Arrive(((ICoroutine<TYield, TSend>)inner).TrySend(sent));

    private int Arrive(bool yields)
    {
        if (yields)
        {
            CurrentValue = inner.Current;
            return 1;
        }
        _returned = true;
        return Closed;
    }
}

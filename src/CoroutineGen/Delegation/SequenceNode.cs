using System;
using System.Collections.Generic;
using System.Diagnostics;
using CoroutineGen.CompilerServices;
using CoroutineGen.Forking;

namespace CoroutineGen.Delegation;

/// <summary>
/// A plain sequence at the end of a chain: it can be advanced and disposed, and is neither sent nor thrown to (rules 98 to 101).
/// </summary>
[StackTraceHidden]
internal sealed class SequenceNode<TYield>(IEnumerable<TYield> source) : CoroutineCore<TYield>
{
    private IEnumerable<TYield> _source = source;
    private IEnumerator<TYield>? _enumerator;

    internal override object Original => _source;

    protected override string Name => "sequence";

    // Whoever delegated to it may keep the node for long.
    protected override void Clear()
    {
        _source = [];
        _enumerator = null;
    }

    // Begun, it can be forked where a copy of the enumerator stands at the same place (rule 221).
    protected internal override CoroutineCore<TYield>? ForkFrame()
    {
        var twin = new SequenceNode<TYield>(_source) { Point = Point, CurrentValue = CurrentValue };
        if (_enumerator is null)
            return twin;
        twin._enumerator = CopyableEnumerators.Copy(_enumerator) as IEnumerator<TYield>;
        return twin._enumerator is null ? null : twin;
    }

    protected override Protection ProtectionAt(int point) => Protection.Finally;

    // Not a body: what a sequence raises, or is thrown, arrives at the delegation point as it is (rule 101).
    internal override Exception Escaping(Exception error) => error;

    protected override int Step(int point, Resumption how)
    {
        if (how != Resumption.Next)
        {
            _enumerator!.Dispose();
            return Entered(how).RaiseOrUnwind() ? Closed : point;
        }
        _enumerator ??= _source.GetEnumerator();
        try
        {
            if (_enumerator.MoveNext())
            {
                CurrentValue = _enumerator.Current;
                return 1;
            }
        }
        catch
        {
            _enumerator.Dispose();
            throw;
        }
        _enumerator.Dispose();
        return Closed;
    }
}

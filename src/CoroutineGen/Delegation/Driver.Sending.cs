using System;
using System.Diagnostics;

namespace CoroutineGen.Delegation;

/// <summary>
/// The driver of a root that is sent values. Each goes to the innermost coroutine, if every one above it would pass it on.
/// </summary>
// A class for each type that is sent, so that it knows the receiver as one of that type, without a cast.
[StackTraceHidden]
internal sealed class Driver<TYield, TSend>(CoroutineCore<TYield>? innerOrParked) : Driver<TYield>(innerOrParked)
{
    /// <summary>
    /// A coroutine that was once found to receive what the root is sent: it does as long as it is the top of the same stack.
    /// </summary>
    private Coroutine<TYield, TSend>? _receiver;

    public bool TrySend(CoroutineCore<TYield> root, TSend value)
    {
        var receiver = _receiver;
        if (receiver is null || !AllReceive || !IsStillTop(receiver))
            return Find(root, value);

        int point = receiver.Point;
        receiver.Point = Driven;
        try
        {
            point = receiver.Enter(point, value);
        }
        catch (Exception error)
        {
            point = FaultedWith(error);
        }
        if ((uint)(point - 1) >= Delegating - 1)
            return Complete(root, Settle(0, point));
        receiver.Point = point;
        root.CurrentValue = receiver.CurrentValue;
        return true;
    }

    /// <summary>Sends where it is not known yet who receives.</summary>
    private bool Find(CoroutineCore<TYield> root, TSend value)
    {
        var thrown = Locate(root);
        var leaf = Leaf;
        // Not at a yield, but at a delegation that is over: the value is for nobody (rule 99).
        if (thrown is not null || leaf.Point >= Delegating || !Reaches<TSend>())
            return Complete(root, Settle(0, thrown));

        _receiver = leaf as Coroutine<TYield, TSend>;
        int point = leaf.Point;
        leaf.Point = Driven;
        try
        {
            point = Enter(leaf, point, value);
        }
        catch (Exception error)
        {
            point = FaultedWith(error);
        }
        return Complete(root, Settle(0, point));
    }

    private static int Enter(CoroutineCore<TYield> leaf, int point, TSend value) => leaf switch
    {
        Coroutine<TYield, TSend> receiver => receiver.Enter(point, value),
        ForeignNode<TYield> foreign => foreign.Enter(value),
        // Receives a base class of TSend.
        _ => leaf.EnterBoxed(point, value),
    };
}

using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

// Sending through a chain: the value goes to the innermost, if every coroutine above it would pass it on.
internal sealed partial class Driver<TYield>
{
    public bool TrySend<TSend>(Coroutine<TYield> root, TSend value)
    {
        // Only the root, whose TSend never changes, sends by this driver.
        var receiver = Known.As<Coroutine<TYield, TSend>>(_receiver);
        if (receiver is null || !Stands(receiver))
            return Find(root, value);

        int point = receiver.Point;
        receiver.Point = Coroutine<TYield>.Driven;
        try
        {
            point = receiver.Enter(point, value);
        }
        catch (Exception error)
        {
            _error = error;
            point = Faulted;
        }
        if ((uint)(point - 1) >= Delegating - 1)
            return Complete(root, Settle(0, point));
        receiver.Point = point;
        root.CurrentValue = receiver.CurrentValue;
        return true;
    }

    /// <summary>Sends where it is not known yet who receives.</summary>
    private bool Find<TSend>(Coroutine<TYield> root, TSend value)
    {
        var thrown = Locate(root);
        var leaf = Leaf;
        // Not at a yield, but at a delegation that is over: the value is for nobody (rule 99).
        if (thrown is not null || leaf.Point >= Delegating || !Reaches<TSend>())
            return Complete(root, Settle(0, thrown));

        _receiver = leaf as Coroutine<TYield, TSend>;
        int point = leaf.Point;
        leaf.Point = Coroutine<TYield>.Driven;
        try
        {
            point = Enter(leaf, point, value);
        }
        catch (Exception error)
        {
            _error = error;
            point = Faulted;
        }
        return Complete(root, Settle(0, point));
    }

    private static int Enter<TSend>(Coroutine<TYield> leaf, int point, TSend value) => leaf switch
    {
        Coroutine<TYield, TSend> receiver => receiver.Enter(point, value),
        ForeignNode<TYield> foreign => foreign.Enter(value),
        // Receives a base class of TSend.
        _ => leaf.EnterBoxed(point, value),
    };
}

using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

// Sending through a chain: the value goes to the innermost, if every coroutine above it would pass it on.
internal sealed partial class Driver<TYield>
{
    public bool TrySend<TSend>(Coroutine<TYield> root, TSend value)
    {
        var leaf = _leaf;
        if (leaf is null || leaf.Tag != _number || (uint)(leaf.Point - 1) >= Delegating - 1)
        {
            var thrown = Locate(root);
            leaf = _leaf!;
            // Not at a yield, but at a delegation that is over: the value is for nobody (rule 99).
            if (thrown is not null || leaf.Point >= Delegating)
                return Complete(root, Settle(0, Step(leaf, Resumption.Next, thrown)));
        }
        if (!Reaches<TSend>())
            return Complete(root, Settle(0, Step(leaf, Resumption.Next, null)));

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
        if ((uint)(point - 1) >= Delegating - 1)
            return Complete(root, Settle(0, point));
        leaf.Point = point;
        root.CurrentValue = leaf.CurrentValue;
        return true;
    }

    private static int Enter<TSend>(Coroutine<TYield> leaf, int point, TSend value) => leaf switch
    {
        Coroutine<TYield, TSend> receiver => receiver.Enter(point, value),
        ForeignNode<TYield> foreign => foreign.Enter(value),
        // Receives a base class of TSend.
        _ => leaf.EnterBoxed(point, value),
    };
}

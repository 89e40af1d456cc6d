using System;

namespace CoroutineGen.Waiting;

/// <summary>
/// The box of a step that has just come back, for the next one that waits. Nearly always that is of the same method, and on the same
/// thread: the consumer goes on within the continuation, and resumes his coroutine or another one of the kind.
/// </summary>
/// <remarks>
/// It is there only while a continuation runs, so that nothing is kept alive. And it is not generic over the user's state machine, as the
/// pool of <c>PoolingAsyncValueTaskMethodBuilder</c> is: the runtime mixes up thread statics of types whose assembly was unloaded.
/// </remarks>
internal static class SpareBox<TPoint>
{
    [ThreadStatic]
    private static StepBox<TPoint>? t_box;

    /// <summary>Offers a box to the steps that begin to wait until it is withdrawn.</summary>
    public static void Offer(StepBox<TPoint> box) => t_box = box;

    /// <summary>Drops the box, unless it has been taken.</summary>
    public static void Withdraw(StepBox<TPoint> box)
    {
        if (t_box != box)
            return;
        t_box = null;
        box.Drop();
    }

    /// <summary>Takes the box, if it is of this type; else null.</summary>
    public static TBox? Take<TBox>()
        where TBox : StepBox<TPoint>
    {
        if (t_box is not TBox box)
            return null;
        t_box = null;
        box.Renew();
        return box;
    }
}

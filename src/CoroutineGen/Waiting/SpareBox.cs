using System;
using System.Threading;

namespace CoroutineGen.Waiting;

/// <summary>
/// The box of a step that has just come back, for the next one that waits. Nearly always that is of the same method, and on the same
/// thread: the consumer goes on within the continuation, and resumes his coroutine or another one of the kind.
/// </summary>
/// <remarks>
/// It is there only while a continuation runs, so that nothing is kept alive. And there is no static for each thread: a thread that has
/// used one of an assembly that was unloaded frees, when it ends, a static of another assembly (.NET 10; plain C# does that). Threads have
/// places in an array; where two have the same one, one of them loses its box, or takes the other's.
/// </remarks>
internal static class SpareBox<TPoint>
{
    /// <summary>How many places there are, a power of two; each in a cache line of its own.</summary>
    private const int Places = 64, Stride = 8;

    private static readonly Place[] s_places = new Place[Places * Stride];

    /// <summary>Offers a box to the steps that begin to wait until it is withdrawn.</summary>
    public static void Offer(StepBox<TPoint> box) => Volatile.Write(ref Mine, box);

    /// <summary>Drops the box, unless it has been taken.</summary>
    public static void Withdraw(StepBox<TPoint> box)
    {
        ref var place = ref Mine;
        if (place == box && Interlocked.CompareExchange(ref place, null, box) == box)
            box.Drop();
    }

    /// <summary>Takes the box, if it is of this type; else null.</summary>
    public static TBox? Take<TBox>()
        where TBox : StepBox<TPoint>
    {
        ref var place = ref Mine;
        if (place is not TBox box || Interlocked.CompareExchange(ref place, null, box) != box)
            return null;
        box.Renew();
        return box;
    }

    private static ref StepBox<TPoint>? Mine => ref s_places[(Environment.CurrentManagedThreadId & (Places - 1)) * Stride].Box;

    /// <summary>In a struct, so that no store asks for the type of the array.</summary>
    private struct Place
    {
        public StepBox<TPoint>? Box;
    }
}

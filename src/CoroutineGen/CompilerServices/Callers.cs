using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// The frames of a coroutine whose method delegates to itself, but for the innermost, which the coroutine has in its own field: as a
/// recursive method has its callers on the stack.
/// </summary>
/// <typeparam name="TFrame">The variables of the method.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Callers<TFrame>
    where TFrame : struct
{
    private Caller[]? _callers;
    private int _count;

    private struct Caller
    {
        public TFrame Frame;
        public int Point;
    }

    /// <summary>Whether the innermost frame has a caller.</summary>
    public readonly bool Any => _count > 0;

    /// <summary>Keeps a frame that waits for the one that it has called.</summary>
    /// <param name="frame">The variables of the caller.</param>
    /// <param name="point">Where it goes on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(in TFrame frame, int point)
    {
        var callers = _callers;
        if (callers is null || _count == callers.Length)
            callers = Grow();
        ref var caller = ref callers[_count++];
        caller.Frame = frame;
        caller.Point = point;
    }

    /// <summary>Gives back the last caller.</summary>
    /// <param name="frame">Gets its variables.</param>
    /// <returns>Where it goes on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pop(ref TFrame frame)
    {
        ref var caller = ref _callers![--_count];
        frame = caller.Frame;
        caller.Frame = default;
        return caller.Point;
    }

    private Caller[] Grow()
    {
        Array.Resize(ref _callers, _count == 0 ? 8 : _count * 2);
        return _callers!;
    }
}

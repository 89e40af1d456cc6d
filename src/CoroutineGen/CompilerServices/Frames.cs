using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// The frames of the calls that a coroutine whose method delegates to itself is within, as a recursive method has them on the stack. Its
/// own frame, the outermost, is not among them.
/// </summary>
/// <typeparam name="TFrame">The variables of the method.</typeparam>
// A frame stays where it was pushed: it is written once, since each reference that is stored on the heap has a price.
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Frames<TFrame>
    where TFrame : struct
{
    private Call[]? _calls;
    private int _count;

    private struct Call
    {
        public TFrame Frame;
        public int Point;
    }

    /// <summary>Whether a call is under way.</summary>
    public readonly bool Any => _count > 0;

    /// <summary>The frame that runs now. The reference is good until the next call.</summary>
    /// <param name="outermost">The coroutine's own frame.</param>
    /// <returns>That of the last call, or <paramref name="outermost"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref TFrame Innermost(ref TFrame outermost)
    {
        if (_count == 0)
            return ref outermost;
        return ref _calls![_count - 1].Frame;
    }

    /// <summary>Begins a call.</summary>
    /// <param name="point">Where the caller goes on.</param>
    /// <returns>Its variables, which are to be set. The reference is good until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref TFrame Push(int point)
    {
        var calls = _calls;
        int index = _count;
        if (calls is null || index >= calls.Length)
            calls = Grow();
        ref var call = ref calls[index];
        _count = index + 1;
        call.Point = point;
        return ref call.Frame;
    }

    /// <summary>Ends the last call.</summary>
    /// <returns>Where its caller goes on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Pop()
    {
        ref var call = ref _calls![--_count];
        call.Frame = default;
        return call.Point;
    }

    /// <summary>How many calls are under way.</summary>
    public readonly int Depth => _count;

    /// <summary>The frame of a call; the reference is good until the next one.</summary>
    /// <param name="depth">How deep the call is: 1 for the first; 0 for the coroutine itself.</param>
    /// <param name="outermost">The coroutine's own frame.</param>
    /// <returns>The frame.</returns>
    public readonly ref TFrame At(int depth, ref TFrame outermost)
    {
        if (depth == 0)
            return ref outermost;
        return ref _calls![depth - 1].Frame;
    }

    /// <summary>Where the caller of a call goes on.</summary>
    /// <param name="depth">How deep the call is, from 1.</param>
    /// <returns>The point.</returns>
    public readonly int CallerOf(int depth) => _calls![depth - 1].Point;

    /// <summary>Where the coroutine itself goes on.</summary>
    /// <param name="innermost">Where the innermost call does.</param>
    /// <returns>The point of the outermost call, or <paramref name="innermost"/> where none is under way.</returns>
    public readonly int OutermostPoint(int innermost) => _count > 0 && _calls is { } calls ? calls[0].Point : innermost;

    /// <summary>The same frames once more (rule 224).</summary>
    /// <returns>A stack of its own, as long as it need be.</returns>
    public readonly Frames<TFrame> Fork()
    {
        var twin = default(Frames<TFrame>);
        if (_count > 0)
        {
            twin._calls = new Call[_count];
            twin._count = _count;
            Array.Copy(_calls!, twin._calls, _count);
        }
        return twin;
    }

    private Call[] Grow()
    {
        Array.Resize(ref _calls, _count == 0 ? 8 : _count * 2);
        return _calls!;
    }
}

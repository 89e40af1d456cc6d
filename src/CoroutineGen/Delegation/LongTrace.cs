using System;
using System.Runtime.ExceptionServices;

namespace CoroutineGen.Delegation;

/// <summary>
/// The stack trace of an exception that is raised in one coroutine of a chain after the other. Each adds its lines, and the runtime copies
/// all that is there for each: thousands of levels would take time with their square. So the trace keeps where it began, with the first
/// levels, and the latest ones.
/// </summary>
internal sealed class LongTrace(Exception error)
{
    /// <summary>So many levels of the beginning are kept, and at most as many of the end.</summary>
    public const int Levels = 32;

    private int _levels;
    private ExceptionDispatchInfo? _beginning;

    /// <summary>The exception.</summary>
    public Exception Error { get; } = error;

    /// <summary>The exception has come out of one more coroutine.</summary>
    public void Rise()
    {
        if (++_levels % Levels != 0)
            return;
        if (_beginning is null)
        {
            _beginning = ExceptionDispatchInfo.Capture(Error);
            return;
        }
        try
        {
            // The only way to give an exception the trace that it had.
            _beginning.Throw();
        }
        catch (Exception)
        {
            // Thrown for its trace.
        }
    }
}

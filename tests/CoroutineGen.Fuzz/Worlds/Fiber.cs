namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// A thread of its own for a push-style body, so that it can wait in its callback while its caller goes on. Only one of the two runs
/// at a time. Threads are used again, since a program makes dozens of coroutines.
/// </summary>
internal sealed class Fiber
{
    private const int StackSize = 512 * 1024;
    private static readonly Stack<Fiber> Idle = new();

    private readonly AutoResetEvent _enter = new(false);
    private readonly AutoResetEvent _leave = new(false);
    private Action? _body;

    // What runs synchronously is in the execution context of its caller, and leaves it changed.
    private ExecutionContext _context = null!;

    private Fiber()
    {
        new Thread(Work, StackSize) { IsBackground = true }.Start();
    }

    public static Fiber Take()
    {
        lock (Idle)
            return Idle.Count > 0 ? Idle.Pop() : new Fiber();
    }

    public void Start(Action body)
    {
        _body = body;
        Resume();
    }

    /// <summary>Lets the fiber run until it suspends or ends.</summary>
    public void Resume()
    {
        _context = ExecutionContext.Capture()!;
        _enter.Set();
        _leave.WaitOne();
        ExecutionContext.Restore(_context);
    }

    /// <summary>Called on the fiber: lets its caller go on, and waits to be resumed.</summary>
    public void Suspend()
    {
        _context = ExecutionContext.Capture()!;
        _leave.Set();
        _enter.WaitOne();
        ExecutionContext.Restore(_context);
    }

    private void Work()
    {
        while (true)
        {
            _enter.WaitOne();
            ExecutionContext.Restore(_context);
            _body!();
            _body = null;
            _context = ExecutionContext.Capture()!;
            lock (Idle)
                Idle.Push(this);
            _leave.Set();
        }
    }
}

using System.Net.Sockets;
using CoroutineGen;

namespace Scheduler;

/// <summary>What a task can ask the kernel for: it yields one of these, and is sent the answer.</summary>
public abstract record SystemCall;

/// <summary>Nothing, but to let the others run. The answer is 0.</summary>
public sealed record Pause : SystemCall;

/// <summary>The number of the task that asks.</summary>
public sealed record WhoAmI : SystemCall;

/// <summary>To start another task. The answer is its number.</summary>
public sealed record Spawn(string Name, Coroutine<SystemCall, int> Body) : SystemCall;

/// <summary>To close another task: what it holds is given back. The answer is 1, or 0 where there is no such task any more.</summary>
public sealed record Kill(int Id) : SystemCall;

/// <summary>To go on when another task has ended. The answer is 1, or 0 where there was no such task any more.</summary>
public sealed record WaitFor(int Id) : SystemCall;

/// <summary>To go on when a socket has something to read, or somebody to accept. The answer is 0.</summary>
public sealed record Readable(Socket Socket) : SystemCall;

/// <summary>To go on when a socket takes something. The answer is 0.</summary>
public sealed record Writable(Socket Socket) : SystemCall;

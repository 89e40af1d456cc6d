using System.Diagnostics;
using System.Threading;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// What is somebody else's, and asynchronous, at the end of a chain. A delegation is like a method that is awaited: what is called in it
/// may set an AsyncLocal without being an async method, and that is there at the next step, and gone behind the delegation.
/// </summary>
[StackTraceHidden]
internal abstract class AsyncNode<TYield> : CoroutineCore<TYield>
{
    /// <summary>The execution context that the last step has left; until there is one, that of the delegator.</summary>
    private ExecutionContext? _left;

    // Not a body: what escapes from it arrives at the delegation point as it is (rule 101).
    internal sealed override System.Exception Escaping(System.Exception error) => error;

    protected sealed override int Step(int point, Resumption how) => throw Raise.Running();

    internal sealed override AsyncStep<int> EnterAsync(int point, Resumption how, ref ExecutionContext? around)
        => Enter(new Entry(this, how), around);

    protected AsyncStep<int> Enter<TStep>(TStep step, ExecutionContext? around)
        where TStep : struct, IStep
    {
        var own = _left ?? around;
        return Contexts.RunAndKeep(ref own, step);
    }

    // The awaits go on where it has been called from, as those of a body would.
    protected abstract AsyncStep<int> Move(Resumption how);

    /// <summary>Called within a step, before it yields.</summary>
    protected void KeepContext() => _left = ExecutionContext.Capture() ?? _left;

    protected override void Clear() => _left = null;

    [StackTraceHidden]
    private readonly struct Entry(AsyncNode<TYield> node, Resumption how) : IStep
    {
        public AsyncStep<int> Run() => node.Move(how);
    }
}

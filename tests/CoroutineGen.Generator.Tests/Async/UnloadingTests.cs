using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Faults;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Async;

/// <summary>
/// A thread that outlives an unloaded program and then ends frees static fields of one that was loaded later, if the first has made it use
/// a thread static of its own: a fault of .NET 10. Asynchronous steps have none, so they must not take their objects from a pool.
/// </summary>
public sealed class UnloadingTests
{
    private const int Fields = 400;

    private static readonly string Source = $$"""
        public static partial class P
        {
            [Coroutine]
            static async Task Waits(Task gate, AsyncYield<int> yield) { await gate; await yield(1); }

            public static void Step()
            {
                var gate = new TaskCompletionSource();
                var moved = Waits(gate.Task).MoveNextAsync();
                gate.SetResult();
                if (!moved.AsTask().Result)
                    throw new InvalidOperationException();
            }

            public static WeakReference[] Values() => [{{string.Join(", ", Enumerable.Range(0, Fields).Select(i => $"new(F{i}.V)"))}}];
        }
        {{string.Join("\n", Enumerable.Range(0, Fields).Select(i => $"static class F{i} {{ public static object V = new(); }}"))}}
        """;

    [Fact]
    public async Task A_thread_that_ends_takes_nothing_from_a_program_that_was_loaded_later()
    {
        var project = await FaultProject.Build(OutputKind.DynamicallyLinkedLibrary, "", [("/src/Program.cs", Source)]);
        Assert.Empty(project.Problems);
        using var thread = new Worker();
        var first = Unloaded(project, thread);
        for (int i = 0; i < 100 && first.IsAlive; i++)
            Collect(GCCollectionMode.Forced);
        Assert.False(first.IsAlive);
        // What a thread static had is given to another one after collections that move things.
        for (int i = 0; i < 5; i++)
            Collect(GCCollectionMode.Aggressive);

        int lost = project.Run(later =>
        {
            var values = (WeakReference[])later.GetType("P")!.GetMethod("Values")!.Invoke(null, null)!;
            Step(later)();
            thread.Dispose();
            for (int i = 0; i < 3; i++)
                Collect(GCCollectionMode.Forced);
            // The fields themselves are not read: that would end the process.
            return values.Count(v => !v.IsAlive);
        });
        Assert.Equal(0, lost);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Unloaded(FaultProject project, Worker thread) => project.Run(first =>
    {
        thread.Do(Step(first));
        return new WeakReference(AssemblyLoadContext.GetLoadContext(first), trackResurrection: true);
    });

    private static Action Step(System.Reflection.Assembly program) => program.GetType("P")!.GetMethod("Step")!.CreateDelegate<Action>();

    private static void Collect(GCCollectionMode mode)
    {
        GC.Collect(2, mode, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }

    /// <summary>A thread that does what it is given, and ends when it is disposed of.</summary>
    private sealed class Worker : IDisposable
    {
        private readonly BlockingCollection<(Action Action, ManualResetEventSlim Done)> _work = [];
        private readonly Thread _thread;

        public Worker()
        {
            _thread = new Thread(Work);
            _thread.Start();
        }

        public void Do(Action action)
        {
            using var done = new ManualResetEventSlim();
            _work.Add((action, done));
            done.Wait();
        }

        public void Dispose()
        {
            _work.CompleteAdding();
            _thread.Join();
        }

        private void Work()
        {
            while (Next())
            {
            }
        }

        // Apart, so that nothing of the program stays on the stack of the thread.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private bool Next()
        {
            if (!_work.TryTake(out var work, Timeout.Infinite))
                return false;
            work.Action();
            work.Done.Set();
            return true;
        }
    }
}

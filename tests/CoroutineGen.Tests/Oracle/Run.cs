using System.Diagnostics.CodeAnalysis;

namespace CoroutineGen.Tests;

/// <summary>A coroutine under test, whatever its arity.</summary>
/// <param name="Result">The result as text; null where there is none.</param>
internal sealed record Pull<TYield, TSend>(
    Coroutine<TYield> Coroutine, Func<Coroutine<TYield>, TSend, bool> Send, Func<Coroutine<TYield>, string?> Result);

/// <summary>One run of one script, push-style or pulled, written to a log in the same words.</summary>
internal static class Run
{
    /// <summary>Leaves an abandoned body.</summary>
    [SuppressMessage("Design", "CA1032", Justification = "Private to the run.")]
    private sealed class CutException : Exception;

    /// <param name="body">The method; its result as text, or null where it is void.</param>
    public static IReadOnlyList<string> Push<TYield, TSend>(Func<Log, Func<TYield, TSend>, string?> body, Script<TSend> script)
    {
        var log = new Log();
        int suspensions = 0, afterTheCut = 0;
        bool cut = false;
        Exception? thrown = null;
        try
        {
            string? result = body(log, Callback);
            log.Record(result != null ? $"returns {result}" : Ended(thrown));
        }
        catch (Exception error)
        {
            Escaped(log, error, thrown, closing: thrown is CoroutineExitException);
        }
        return log.Entries;

        TSend Callback(TYield value)
        {
            // A body that catches everything in a loop without end would catch this for ever, in this thread.
            if (cut && ++afterTheCut > 100)
                Environment.FailFast("A body without end catches every exception: the oracle cannot leave it.");
            log.Record($"yields {Log.Show(value)}");
            suspensions++;
            if (thrown is CoroutineExitException && !cut)
                Cut("ignores the exit");
            if (suspensions > Script<TSend>.Limit)
                Cut("is cut");
            if (cut)
                throw new CutException();
            if (script.InterruptionAt(suspensions) is { } interruption)
            {
                log.Record(interruption.Error == null ? "is closed" : "is thrown into");
                thrown = interruption.Error?.Invoke() ?? new CoroutineExitException();
                throw thrown;
            }
            log.Record($"gets {Log.Show(script.Answer(suspensions))}");
            return script.Answer(suspensions);
        }

        void Cut(string how)
        {
            log.Freeze(how);
            cut = true;
        }
    }

    public static IReadOnlyList<string> Pulled<TYield, TSend>(Func<Log, Pull<TYield, TSend>> make, Script<TSend> script)
    {
        var log = new Log();
        Exception? thrown = null;
        var (coroutine, send, result) = make(log);
        coroutine = Moved(coroutine);
        Expect(log, coroutine, CoroutineState.Created);
        try
        {
            bool alive = coroutine.MoveNext();
            for (int suspension = 1; alive; suspension++)
            {
                coroutine = Moved(coroutine);
                Expect(log, coroutine, CoroutineState.Suspended);
                log.Record($"yields {Log.Show(coroutine.Current)}");
                if (suspension > Script<TSend>.Limit)
                {
                    log.Freeze("is cut");
                    Abandon(coroutine);
                    return log.Entries;
                }
                var interruption = script.InterruptionAt(suspension);
                if (interruption == null)
                {
                    TSend answer = script.Answer(suspension);
                    log.Record($"gets {Log.Show(answer)}");
                    alive = script.ByMoveNext ? coroutine.MoveNext() : send(coroutine, answer);
                }
                else if (interruption.Error != null)
                {
                    log.Record("is thrown into");
                    thrown = interruption.Error();
                    alive = coroutine.TryThrow(thrown);
                }
                else
                {
                    log.Record("is closed");
                    thrown = new CoroutineExitException();
                    coroutine.Close();
                    alive = false;
                }
            }
            log.Record(result(Moved(coroutine)) is { } value ? $"returns {value}" : Ended(thrown));
        }
        catch (CoroutineStateException error) when (error.Reason == CoroutineStateReason.IgnoredExit)
        {
            log.Record($"yields {Log.Show(coroutine.Current)}");
            Expect(log, coroutine, CoroutineState.Suspended);
            log.Freeze("ignores the exit");
            Abandon(coroutine);
            return log.Entries;
        }
        catch (Exception error)
        {
            Escaped(log, error, thrown, closing: false);
            if (!ReferenceEquals(coroutine.Error, error))
                log.Record($"but its Error is {Log.Show(coroutine.Error)}");
        }
        coroutine = Moved(coroutine);
        Expect(log, coroutine, CoroutineState.Closed);
        if (coroutine.MoveNext())
            log.Record("but it goes on after its end");
        return log.Entries;
    }

    private static Coroutine<TYield> Moved<TYield>(Coroutine<TYield> coroutine) => Restored(Forked(coroutine));

    /// <summary>The same for one that can be saved: what is restored goes on. ScenarioSaveTests compile them so.</summary>
    private static Coroutine<TYield> Restored<TYield>(Coroutine<TYield> coroutine)
    {
        try
        {
            return coroutine is ISaveable ? MemorySaved.Again(coroutine) : coroutine;
        }
        catch (CoroutineSaveException)
        {
            return coroutine;
        }
    }

    /// <summary>
    /// A coroutine that can be forked is left where it stands, and its fork goes on: at each suspension another one. Nobody may notice. Most
    /// of the tests' coroutines are not forkable; ScenarioForkTests, beside the generator, compiles them so that they are.
    /// </summary>
    private static Coroutine<TYield> Forked<TYield>(Coroutine<TYield> coroutine)
    {
        try
        {
            return coroutine is IForkable<Coroutine<TYield>> forkable ? forkable.Fork() : coroutine;
        }
        catch (CoroutineForkException)
        {
            return coroutine;
        }
    }

    // The result of a closed coroutine that never returned one is not told from the end of a void method.
    private static string Ended(Exception? thrown) => thrown is CoroutineExitException ? "ends, closed" : "ends";

    private static void Escaped(Log log, Exception error, Exception? thrown, bool closing)
    {
        if (closing && error is CoroutineExitException)
            log.Record("ends, closed");                                 // rule 58
        else if (error is not CutException)
            log.Record($"fails with {Log.Show(error)}{(ReferenceEquals(error, thrown) ? ", the very one" : "")}");
    }

    // Only a difference is written: the push side has no state to compare with.
    private static void Expect<TYield>(Log log, Coroutine<TYield> coroutine, CoroutineState state)
    {
        if (coroutine.State != state)
            log.Record($"but its state is {coroutine.State}, not {state}");
    }

    private static void Abandon<TYield>(Coroutine<TYield> coroutine)
    {
        try
        {
            coroutine.Close();
        }
        catch (Exception)
        {
            // The record is complete; how an abandoned body unwinds is compared by the scripts that close it.
        }
    }
}

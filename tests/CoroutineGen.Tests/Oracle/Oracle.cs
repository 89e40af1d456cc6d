using System.Text;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// Holds a generated coroutine to its own source: the method, called push-style with a scripted callback, and the coroutine, driven with
/// the same script, must leave the same trace. Every check runs several scripts of answers, and for each suspension of the first two an
/// exception thrown in that typical handlers catch, one that they do not, and a close; where the exception is caught, the next suspension
/// is thrown into and closed as well; then the coroutine that was never started.
/// </summary>
/// <remarks>
/// Closing is compared with the push-style method that meets a <see cref="CoroutineExitException"/>. A method with a <c>catch</c> or
/// <c>catch (Exception)</c> around a yield differs there on purpose (rules 66 and 68): for it give <c>closing</c>, a twin that says of
/// those clauses <c>when (e is not CoroutineExitException)</c>.
/// </remarks>
public static class Oracle
{
    private const int MostInterruptions = 10;

    private static readonly Func<Exception>[] Errors = [() => new InvalidOperationException("thrown in"), () => new UnforeseenException()];

    public static void Check<TYield>(
        Action<Log, Yield<TYield>> push, Func<Log, Coroutine<TYield>> pull, Action<Log, Yield<TYield>>? closing = null)
    {
        Compare(Push(push), closing == null ? null : Push(closing),
            log => { var co = pull(log); return new Pull<TYield, Unit>(co, (c, _) => c.MoveNext(), _ => null); }, null);
        Iterate(Push(push), pull);

        static Func<Log, Func<TYield, Unit>, string?> Push(Action<Log, Yield<TYield>> body)
            => (log, callback) => { body(log, value => callback(value)); return null; };
    }

    public static void Check<TYield, TReturn>(
        Func<Log, Yield<TYield>, TReturn> push, Func<Log, Coroutine<TYield, Unit, TReturn>> pull,
        Func<Log, Yield<TYield>, TReturn>? closing = null)
    {
        Compare(Push(push), closing == null ? null : Push(closing),
            log => { var co = pull(log); return new Pull<TYield, Unit>(co, (c, _) => c.MoveNext(), c => Result((Coroutine<TYield, Unit, TReturn>)c)); }, null);
        Iterate(Push(push), pull);

        static Func<Log, Func<TYield, Unit>, string?> Push(Func<Log, Yield<TYield>, TReturn> body)
            => (log, callback) => Log.Show(body(log, value => callback(value)));
    }

    public static void Check<TYield, TSend>(
        Action<Log, Yield<TYield, TSend>> push, Func<Log, Coroutine<TYield, TSend>> pull,
        TSend[][]? answers = null, Action<Log, Yield<TYield, TSend>>? closing = null)
    {
        Compare(Push(push), closing == null ? null : Push(closing),
            log => { var co = pull(log); return new Pull<TYield, TSend>(co, TrySend, _ => null); }, answers);

        static Func<Log, Func<TYield, TSend>, string?> Push(Action<Log, Yield<TYield, TSend>> body)
            => (log, callback) => { body(log, value => callback(value)); return null; };
    }

    public static void Check<TYield, TSend, TReturn>(
        Func<Log, Yield<TYield, TSend>, TReturn> push, Func<Log, Coroutine<TYield, TSend, TReturn>> pull,
        TSend[][]? answers = null, Func<Log, Yield<TYield, TSend>, TReturn>? closing = null)
    {
        Compare(Push(push), closing == null ? null : Push(closing),
            log => { var co = pull(log); return new Pull<TYield, TSend>(co, TrySend, c => Result((Coroutine<TYield, TSend, TReturn>)c)); }, answers);

        static Func<Log, Func<TYield, TSend>, string?> Push(Func<Log, Yield<TYield, TSend>, TReturn> body)
            => (log, callback) => Log.Show(body(log, value => callback(value)));
    }

    public static void Check<TSend>(
        Action<Log, Receive<TSend>> push, Func<Log, Coroutine<Unit, TSend>> pull, TSend[][]? answers = null)
        => Compare(
            (log, callback) => { push(log, () => callback(default)); return null; }, null,
            log => { var co = pull(log); return new Pull<Unit, TSend>(co, TrySend, _ => null); }, answers);

    public static void Check<TSend, TReturn>(
        Func<Log, Receive<TSend>, TReturn> push, Func<Log, Coroutine<Unit, TSend, TReturn>> pull, TSend[][]? answers = null)
        => Compare(
            (log, callback) => Log.Show(push(log, () => callback(default))), null,
            log => { var co = pull(log); return new Pull<Unit, TSend>(co, TrySend, c => Result((Coroutine<Unit, TSend, TReturn>)c)); }, answers);

    private static bool TrySend<TYield, TSend>(Coroutine<TYield> coroutine, TSend value)
        => ((Coroutine<TYield, TSend>)coroutine).TrySend(value);

    private static string? Result<TYield, TSend, TReturn>(Coroutine<TYield, TSend, TReturn> coroutine)
        => coroutine.TryGetResult(out TReturn? result) ? Log.Show(result) : null;

    private static void Compare<TYield, TSend>(
        Func<Log, Func<TYield, TSend>, string?> push, Func<Log, Func<TYield, TSend>, string?>? closing,
        Func<Log, Pull<TYield, TSend>> pull, TSend[][]? answers)
    {
        answers ??= Answers.For<TSend>();
        Same(push, pull, new Script<TSend>([default!], ByMoveNext: true));
        for (int i = 0; i < answers.Length; i++)
        {
            int suspensions = Same(push, pull, new Script<TSend>(answers[i], ByMoveNext: false));
            for (int at = 1; i < 2 && at <= Math.Min(suspensions, MostInterruptions); at++)
            {
                foreach (var error in Errors)
                    Interrupt(answers[i], at, error);
                Same(closing ?? push, pull, new Script<TSend>(answers[i], ByMoveNext: false, new Interruption(at)));
            }
        }
        NeverStarted(pull);

        void Interrupt(TSend[] script, int at, Func<Exception> error)
        {
            var first = new Interruption(at, error);
            if (Same(push, pull, new Script<TSend>(script, ByMoveNext: false, first)) <= at)
                return;
            Same(push, pull, new Script<TSend>(script, ByMoveNext: false, first, new Interruption(at + 1, Errors[0])));
            Same(closing ?? push, pull, new Script<TSend>(script, ByMoveNext: false, first, new Interruption(at + 1)));
        }
    }

    /// <returns>How many times the method suspended.</returns>
    private static int Same<TYield, TSend>(
        Func<Log, Func<TYield, TSend>, string?> push, Func<Log, Pull<TYield, TSend>> pull, Script<TSend> script)
    {
        var expected = Run.Push(push, script);
        Same(script.ToString(), expected, Run.Pulled(pull, script));
        return expected.Count(entry => entry.StartsWith("yields", StringComparison.Ordinal));
    }

    // The one-way coroutine as users drive it.
    private static void Iterate<TYield>(Func<Log, Func<TYield, Unit>, string?> push, Func<Log, Coroutine<TYield>> pull)
    {
        string answer = $"gets {Log.Show(default(Unit))}";
        List<string> expected = [.. Run.Push(push, new Script<Unit>([default], ByMoveNext: true)).Where(entry => entry != answer)];
        var log = new Log();
        int values = 0;
        try
        {
            foreach (TYield value in pull(log))
            {
                log.Record($"yields {Log.Show(value)}");
                if (++values <= Script<Unit>.Limit)
                    continue;
                log.Freeze("is cut");
                break;
            }
        }
        catch (Exception error)
        {
            log.Record($"fails with {Log.Show(error)}");
        }
        expected.RemoveAll(entry => entry.StartsWith("returns", StringComparison.Ordinal) || entry == "ends");
        Same("foreach", expected, log.Entries);
    }

    // Rules 42 and 55: the body never runs.
    private static void NeverStarted<TYield, TSend>(Func<Log, Pull<TYield, TSend>> pull)
    {
        var log = new Log();
        var closed = pull(log).Coroutine;
        closed.Close();
        Assert.Equal(CoroutineState.Closed, closed.State);

        var failed = pull(log).Coroutine;
        var error = new UnforeseenException();
        Assert.Same(error, Assert.Throws<UnforeseenException>(() => failed.TryThrow(error)));
        Assert.Equal(CoroutineState.Closed, failed.State);
        Assert.Empty(log.Entries);
    }

    internal static void Same(string script, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (!expected.SequenceEqual(actual))
            Assert.Fail(SideBySide(script, expected, actual));
    }

    private static string SideBySide(string script, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        int width = Math.Max("the method itself".Length, expected.Select(entry => entry.Length).DefaultIfEmpty().Max());
        var text = new StringBuilder().AppendLine(script).AppendLine($"   {"the method itself".PadRight(width)} | the coroutine");
        bool same = true;
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            string left = i < expected.Count ? expected[i] : "", right = i < actual.Count ? actual[i] : "";
            bool first = same && left != right;
            same &= left == right;
            text.AppendLine($"{(first ? ">> " : "   ")}{left.PadRight(width)} | {right}");
        }
        return text.ToString();
    }

    /// <summary>An exception that no body catches by name.</summary>
    private sealed class UnforeseenException() : Exception("unforeseen");
}

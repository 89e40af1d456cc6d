using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Operands that have no type of their own, targets of targets, and names that only a filter declares.</summary>
public sealed partial class TrapTests
{
    private static string Take(Func<int, int> f, object? o, int n) => $"f{f(n)} {Log.Show(o)}";

    private static string Take(IReadOnlyList<int> list, Pair pair, int n) => $"{list.Count} {pair} {n}";

    private static string Take(string? text, (byte, long?) pair, int n) => $"{text ?? "null"} {pair} {n}";

    private static string Shown(int n) => $"#{n}";

    private static string Group(Func<int, string> f, Action? none, int n) => f(n) + (none == null);

    [Fact]
    public void S017_Operands_without_a_type_of_their_own() => Oracle.Check((log, yield) => Typeless(log, yield), log => Typeless(log));

    [Coroutine]
    private static string Typeless(Log log, Yield<string, int> yield)
    {
        int captured = 1;
        string result = Take(x => x + captured, null, yield($"{captured = 5}"));
        result += Take([1, log.Arg("element", 2)], new(3, log.Arg("y", 4)), yield("a"));
        result += Take(default(string), default, yield("b")) + Take(null, (1, null), yield("c"));
        result += Group(x => $"{x}", null, yield("d")) + Group(Shown, delegate { }, yield("e"));
        result += Take(captured > 2 ? [] : [9], captured > 2 ? new() : default, yield("f"));
        result += Take(captured switch { 5 => null, _ => "text" }, (2, captured), yield("g"));
        return log.Arg("result", result) + (captured > 2 ? null : yield("never")) + (yield("h") is 3 ? default : 7);
    }

    [Fact]
    public void S056_Targets_in_targets() => Oracle.Check((log, yield) => Targets(log, yield), log => Targets(log));

    [Coroutine]
    private static string Targets(Log log, Yield<string, int> yield)
    {
        int[] a = [0, 1, 2, 3], b = [4, 5, 6, 7];
        int i = 0;
        a[i++] = b[i++] += yield($"{i}") + (a[i] = yield($"{i++}"));
        a[b[0] & 3] -= a[yield("index") & 3] *= log.Arg("i", i);
        int n = (i = yield("i")) + i++ - (i += yield("more")) * --i;
        var box = new Box(log, "box");
        box[box[1] = yield("key")] = box.P += box.F = yield("value");
        (box.Inner ??= new Box(log, "inner")).P = yield("inner");
        return $"{Log.Show(a)} {Log.Show(b)} {i} {n} {box} {box.Inner}";
    }

    [Fact]
    public void S144_A_lambda_in_a_filter() => Oracle.Check((log, yield) => FilterLambda(log, yield), log => FilterLambda(log));

    [Coroutine]
    private static string FilterLambda(Log log, Yield<string, int> yield)
    {
        int limit = yield("limit");
        try
        {
            return log.Fail<string>($"{yield("try")}");
        }
        catch (InvalidOperationException e) when (new[] { 1, 2 }.Any(n => n == limit || n == e.Message.Length))
        {
            return e.Message + yield("caught");
        }
    }

    [Fact]
    public void S144_Lambdas_in_filters_over_variables_of_every_scope()
        => Oracle.Check((log, yield) => FilterLambdas(log, yield), log => FilterLambdas(log));

    [Coroutine]
    private static string FilterLambdas(Log log, Yield<string, int> yield)
    {
        string result = "";
        var kept = new List<Func<string>>();
        int total = 0;
        for (int i = 0; i < 3; i++)
        {
            int limit = i;
            try
            {
                kept.Add(() => $"try {limit++} {total}");
                try
                {
                    log.Fail<string>($"{yield($"{i}")}");
                }
                catch (ArgumentException e) when (Keep(kept, () => $"never {limit} {e.Message}"))
                {
                    yield("never");
                }
                catch (InvalidOperationException e) when (Keep(kept, () => $"outer {limit++} {e.Message} {total++}") && limit % 2 == 1)
                {
                    kept.Add(() => $"handler {limit++}");
                    log.Note(e.Message);
                }
            }
            catch (InvalidOperationException e) when (e is { Message: var message } && Keep(kept, () => $"{message} {limit++} {e.Message}"))
            {
                Func<string> read = () => message + limit++;
                result += read() + yield("caught") + message;
            }
            finally
            {
                log.Note($"finally {limit}");
            }
        }
        foreach (var one in kept)
            result += one() + ";";
        return result + total;
    }

    private static bool Keep(List<Func<string>> kept, Func<string> one)
    {
        kept.Add(one);
        return true;
    }

    [Fact]
    public void S144_Variables_that_a_filter_declares()
        => Oracle.Check((log, yield) => FilterVariables(log, yield), log => FilterVariables(log));

    [Coroutine]
    private static string FilterVariables(Log log, Yield<string, int> yield)
    {
        string result = "";
        for (int i = 0; i < 3; i++)
        {
            try
            {
                log.Fail<int>($"{yield($"{i}")}");
            }
            catch (Exception e) when (e is InvalidOperationException { Message: var message } && int.TryParse(message, out int n) && n > 2)
            {
                Func<string> read = () => message + n++;
                result += read() + yield(message) + n + read() + e.Message;
            }
            catch (InvalidOperationException e) when (e.Message is { Length: var length } && length is 1 or 2)
            {
                result += $"length {length} {yield("short")} {length}";
            }
        }
        return result;
    }

    [Fact]
    public void S162_Jumps_over_declarations() => Oracle.Check((log, yield) => OverDeclarations(log, yield), log => OverDeclarations(log));

    [Coroutine]
    private static string OverDeclarations(Log log, Yield<string, int> yield)
    {
        string path = "";
        int rounds = 0;
    Start:
        if (yield("skip?") > 2)
            goto Later;
        int n = yield("n");
        string? text = null;
        path += n;
    Later:
        n = 7;
        text = "t";
        Func<string> read = () => path + rounds;
        path += text + n + yield(read());
        if (++rounds < 3)
            goto Start;
        return read();
    }

    [Fact]
    public void S147_Rethrowing_from_a_loop_in_a_catch() => Oracle.Check((log, yield) => RethrowLoop(log, yield), log => RethrowLoop(log));

    [Coroutine]
    private static int RethrowLoop(Log log, Yield<string, int> yield)
    {
        try
        {
            try
            {
                return log.Fail<int>($"first {yield("try")}");
            }
            catch (InvalidOperationException)
            {
                foreach (int n in new[] { 1, 2, 3 })
                {
                    using var resource = new Resource(log, $"{n}");
                    switch (yield($"{n}"))
                    {
                        case 1:
                            throw;
                        case 2:
                            return n;
                        case 3:
                            throw new FormatException("three");
                    }
                }
                throw;
            }
            finally
            {
                log.Note($"finally {yield("finally")}");
            }
        }
        catch (FormatException e)
        {
            return e.Message.Length;
        }
    }

    [Fact]
    public void S156_Exits_that_are_caught_and_thrown_again() => Oracle.Check((log, yield) => Exits(log, yield), log => Exits(log));

    [Coroutine]
    private static string Exits(Log log, Yield<string, int> yield)
    {
        try
        {
            try
            {
                using var resource = new Resource(log, "resource");
                yield("rethrown");
            }
            catch (CoroutineExitException)
            {
                log.Note("again");
                throw;
            }
            try
            {
                yield("replaced");
            }
            catch (CoroutineExitException)
            {
                throw new FormatException("instead");
            }
            try
            {
                yield("swallowed");
            }
            catch (CoroutineExitException)
            {
                log.Note("swallowed");
            }
            yield("after all");
        }
        finally
        {
            log.Note("finally");
        }
        return "end";
    }
}

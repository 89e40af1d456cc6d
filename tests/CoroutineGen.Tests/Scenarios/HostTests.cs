using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Interfaces, nested and generic hosts, other coroutines, and the yield delegate itself.</summary>
public sealed partial class HostTests
{
    private partial interface IFeeder
    {
        string Name { get; }

        [Coroutine]
        public sealed string Feed(Log log, Yield<string, int> yield)
        {
            int sum = yield(Name);
            for (int i = 0; i < 2; i++)
                sum += yield($"{Name} {i}");
            log.Note(Name);
            return Name + sum;
        }

        [Coroutine]
        static int Count(Log log, int to, Yield<int, int> yield)
        {
            int sum = 0;
            for (int i = 0; i < to; i++)
                sum += log.Arg("i", i) * yield(i);
            return sum;
        }
    }

    private sealed class Feeder(string name) : IFeeder
    {
        public string Name => name;
    }

    [Fact]
    public void S214_Interfaces_with_bodies()
    {
        Oracle.Check((log, yield) => ((IFeeder)new Feeder("f")).Feed(log, yield), log => ((IFeeder)new Feeder("f")).Feed(log));
        Oracle.Check((log, yield) => IFeeder.Count(log, 3, yield), log => IFeeder.Count(log, 3));
    }

    [Fact]
    public void S215_Invoke_on_the_yield() => Oracle.Check((log, yield) => Invoke(log, yield), log => Invoke(log));

    [Coroutine]
    private static int Invoke(Log log, Yield<string, int> yield)
    {
        int a = yield.Invoke("a");
        return log.Arg("left", a) + yield.Invoke($"b {yield("inner")}") * yield("c");
    }

    [Fact]
    public void S217_An_await_inside_a_lambda() => Oracle.Check((log, yield) => Await(log, yield), log => Await(log));

    [Coroutine]
    private static int Await(Log log, Yield<string, int> yield)
    {
        int n = yield("n");
        Func<Task<int>> later = async () =>
        {
            await Task.CompletedTask;
            return log.Arg("awaited", n * 2);
        };
        n += yield("changed");
        return later().GetAwaiter().GetResult() + yield("after");
    }

    [Fact]
    public void S218_Other_coroutines_in_the_body() => Oracle.Check((log, yield) => Others(log, yield), log => Others(log));

    [Coroutine]
    private static string Others(Log log, Yield<string, int> yield)
    {
        var inner = Inner(log, "driven", 3);
        string seen = "";
        for (bool alive = inner.MoveNext(); alive; alive = inner.TrySend(yield($"for {inner.Current}")))
            seen += inner.Current;
        using (var closed = Inner(log, "closed", 5).Prime())
            seen += closed.Send(yield(closed.Current));
        return seen + inner.Result;
    }

    [Coroutine]
    private static string Inner(Log log, string name, int count, Yield<string, int> yield)
    {
        int sum = 0;
        try
        {
            for (int i = 0; i < count; i++)
                sum += yield($"{name} {i}");
            return $"{name} {sum}";
        }
        catch (InvalidOperationException e)
        {
            return $"{name} {e.Message} {yield($"{name} caught")}";
        }
        finally
        {
            log.Note($"{name} is over");
        }
    }

    [Fact]
    public void S218_Delegating_to_another_coroutine() => Oracle.Check((log, yield) => Delegating(log, yield), log => Delegating(log));

    [Coroutine]
    private static string Delegating(Log log, Yield<string, int> yield)
    {
        string first = yield.From(Inner(log, "first", 2));
        int n = log.Arg("left", 1) + yield("between");
        string both = yield.From(Inner(log, "second", n & 1)) + yield.From(Inner(log, "third", 1));
        try
        {
            yield.From(new[] { "plain", "sequence" });
        }
        catch (InvalidOperationException e)
        {
            log.Note(e.Message);
        }
        return log.Arg("first", first) + both;
    }

    [Fact]
    public void S218_A_recursive_coroutine() => Oracle.Check((log, yield) => Walk(log, 3, yield), log => Walk(log, 3));

    [Coroutine]
    private static void Walk(Log log, int depth, Yield<int> yield)
    {
        if (depth == 0)
            return;
        yield.From(Walk(log, depth - 1));
        yield(depth);
        log.Note($"down {depth}");
        foreach (int n in Walk(log, depth - 1))
            yield(n * 10);
    }

    public partial class Outer<T>
    {
        public partial record Nested<TInner>(Log Log, TInner Inner)
        {
            [Coroutine]
            public (T?, TInner) Gather(Receive<T?> yield)
            {
                T? last = default;
                for (int i = 0; i < 3; i++)
                {
                    last = yield();
                    Log.Note($"{i} {last} {Inner}");
                }
                return (last, Inner);
            }
        }
    }

    [Fact]
    public void S192_Nested_generic_hosts_and_a_consumer()
        => Oracle.Check((Log log, Receive<string?> yield) => new Outer<string>.Nested<int>(log, 7).Gather(yield),
            log => new Outer<string>.Nested<int>(log, 7).Gather());

    [Fact]
    public void S014_A_consumer_without_a_result()
        => Oracle.Check((Log log, Receive<int> yield) => Consume(log, yield), log => Consume(log));

    [Coroutine]
    private static void Consume(Log log, Receive<int> yield)
    {
        int n = yield() + log.Arg("right", 1);
        while (n > 0 && n < 9)
            n += log.Arg("n", n) - yield() * yield();
    }
}

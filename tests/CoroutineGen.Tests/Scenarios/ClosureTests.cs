using System.Linq.Expressions;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Lambdas and local functions see the variables of plain C#: fresh where a scope is entered, shared where it is not.</summary>
public sealed partial class ClosureTests
{
    private static string Call(List<Func<int>> kept) => string.Join(" ", kept.Select(read => read()));

    [Fact]
    public void S177_A_fresh_variable_for_each_entry_of_a_block() => Oracle.Check((log, yield) => Blocks(log, yield), log => Blocks(log));

    [Coroutine]
    private static string Blocks(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        for (int i = 0; i < 3; i++)
        {
            int n = yield($"{i}");
            kept.Add(() => n++);
            n += yield("changed after the capture");
            log.Note(Call(kept));
        }
        return Call(kept);
    }

    [Fact]
    public void S178_The_variable_of_a_for_is_shared() => Oracle.Check((log, yield) => ForShared(log, yield), log => ForShared(log));

    [Coroutine]
    private static string ForShared(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        for (int i = 0, step = 1; i < 6; i += step + (yield($"{i}") & 1))
        {
            int own = i;
            kept.Add(() => i * 100 + own * 10 + step);
            if (own == 2)
                i++;
        }
        return Call(kept);
    }

    [Fact]
    public void S179_The_variable_of_a_foreach_is_fresh()
        => Oracle.Check((log, yield) => ForeachFresh(log, yield), log => ForeachFresh(log));

    [Coroutine]
    private static string ForeachFresh(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        int answers = 0;
        foreach (int n in new[] { 1, 2, 3 })
        {
            kept.Add(() => n);
            kept.Add(() => n * answers);
            answers += yield($"{n}");
        }
        foreach (var (a, b) in new[] { (1, 2), (3, 4) })
        {
            yield("pair");
            kept.Add(() => a * 10 + b);
        }
        return Call(kept);
    }

    [Fact]
    public void S180_Variables_of_a_while_condition_are_fresh()
        => Oracle.Check((log, yield) => WhileFresh(log, yield), log => WhileFresh(log), answers: [["1", "2", "3", "x"], [null]]);

    [Coroutine]
    private static string WhileFresh(Log log, Yield<string, string?> yield)
    {
        var kept = new List<Func<int>>();
        while (int.TryParse(yield("next"), out int n) && yield($"{n}") is { } text && kept.Count < 6)
        {
            kept.Add(() => n++);
            kept.Add(() => text.Length + n);
            yield(Call(kept));
        }
        return Call(kept);
    }

    [Fact]
    public void S181_Going_back_into_a_scope_makes_its_variables_anew()
        => Oracle.Check((log, yield) => GoBack(log, yield), log => GoBack(log));

    [Coroutine]
    private static string GoBack(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
    Again:
        {
            int n = yield("block");
            kept.Add(() => n);
            n += 10;
            if (kept.Count < 3)
                goto Again;
        }
        int after = 0;
    Inside:
        after++;
        kept.Add(() => after);                          // the scope is not left: one variable
        if (yield("after") > 1 && after < 3)
            goto Inside;
        return Call(kept);
    }

    [Fact]
    public void S182_The_variable_of_a_catch_is_captured()
        => Oracle.Check((log, yield) => CatchVariable(log, yield), log => CatchVariable(log));

    [Coroutine]
    private static string CatchVariable(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<string>>();
        for (int i = 0; i < 2; i++)
        {
            try
            {
                log.Fail<int>($"fault {i} {yield("try")}");
            }
            catch (InvalidOperationException e) when (e.Message.Length > 3)
            {
                kept.Add(() => e.Message);
                yield(e.Message);
                kept.Add(() => $"{i} {e.Message.Length}");
            }
        }
        return string.Join("; ", kept.Select(read => read()));
    }

    [Fact]
    public void S183_Two_lambdas_share_a_scope() => Oracle.Check((log, yield) => Shared(log, yield), log => Shared(log));

    [Coroutine]
    private static string Shared(Log log, Yield<string, int> yield)
    {
        int n = 0;
        Action<int> add = m => n += m;
        Func<int> read = () => n;
        add(yield("add"));
        n++;
        yield($"{read()}");
        add(read() + yield("again"));
        return $"{n} {read()}";
    }

    [Fact]
    public void S184_A_lambda_made_before_a_yield_sees_what_changes_after()
        => Oracle.Check((log, yield) => Later(log, yield), log => Later(log));

    [Coroutine]
    private static string Later(Log log, Yield<string, int> yield)
    {
        string text = "a";
        Func<string> read = () => text;
        string joined = string.Join("|", text, read(), yield(text = "b"), read(), text += yield("c"), text, read());
        int sum = 0;
        new List<int> { 1, 2 }.ForEach(n => sum += n);
        return joined + log.Arg("sum", sum + yield($"{sum}"));
    }

    [Fact]
    public void S185_Nested_lambdas_over_several_scopes()
        => Oracle.Check((log, yield) => NestedLambdas(log, 100, yield), log => NestedLambdas(log, 100));

    [Coroutine]
    private static string NestedLambdas(Log log, int seed, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        int outer = yield("outer");
        for (int i = 0; i < 2; i++)
        {
            int middle = yield("middle");
            foreach (int n in new[] { 1, 2 })
            {
                int inner = yield("inner");
                Func<Func<int>> nested = () =>
                {
                    int own = ++inner;
                    return () => seed + outer++ + middle * 10 + i + n + own + inner;
                };
                kept.Add(nested());
                if (yield("once more?") > 2)
                    kept.Add(nested());
            }
            middle++;
        }
        seed++;
        return Call(kept) + " " + outer;
    }

    private sealed partial class Host(Log log)
    {
        private int total;

        [Coroutine]
        public string Run(Yield<string, int> yield)
        {
            int local = 1;
            Action<int> add = n => total += n * local;
            add(yield("add"));
            local = yield("local");
            add(2);
            Func<string> describe = () => log.Arg("described", $"{this} {total} {local}");
            yield(describe());
            total++;
            return describe();
        }

        public override string ToString() => "host";
    }

    [Fact]
    public void S186_A_lambda_that_captures_this() => Oracle.Check((log, yield) => new Host(log).Run(yield), log => new Host(log).Run());

    [Fact]
    public void S191_An_expression_tree() => Oracle.Check((log, yield) => Tree(log, yield), log => Tree(log));

    [Coroutine]
    private static string Tree(Log log, Yield<string, int> yield)
    {
        int n = yield("n");
        Expression<Func<int, int>> tree = x => x + n;
        n = yield("changed");
        Func<int, int> compiled = tree.Compile();
        return $"{compiled(1)} {tree.Body.NodeType} {log.Arg("n", n)}";
    }
}

using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class UsingTests
{
    [Fact]
    public void S128_A_using_statement_over_an_expression() => Oracle.Check((log, yield) => Expression(log, yield), log => Expression(log));

    [Coroutine]
    private static int Expression(Log log, Yield<string, int> yield)
    {
        var resource = new Resource(log, "kept");
        using (resource)
        {
            resource.Use();
            if (yield("inside") > 2)
                resource.Use();
#pragma warning disable CS0728 // The first is disposed: the scenario.
            resource = new Resource(log, "another");
#pragma warning restore CS0728
        }
        using (new Resource(log, $"fresh {yield("before")}"))
            yield("within");
        using (yield("maybe") > 1 ? resource : null)
            log.Note("no yield in it");
        return resource.Uses + yield("after");
    }

    [Fact]
    public void S129_A_using_declaration() => Oracle.Check((log, yield) => Declaration(log, yield), log => Declaration(log));

    [Coroutine]
    private static int Declaration(Log log, Yield<string, int> yield)
    {
        using var outer = new Resource(log, "outer");
        for (int i = 0; i < 2; i++)
        {
            using var inner = new Resource(log, $"inner {yield("make")}");
            inner.Use();
            if (yield("leave?") > 4)
                continue;
            outer.Use();
            if (yield("return?") > 4)
                return log.Arg("returning", outer.Uses);
        }
        return yield("end");
    }

    [Fact]
    public void S130_Several_declarators_are_disposed_in_reverse()
        => Oracle.Check((log, yield) => Declarators(log, yield), log => Declarators(log));

    [Coroutine]
    private static void Declarators(Log log, Yield<string, int> yield)
    {
        using (Resource a = new(log, "a"), b = new(log, $"b{yield("between")}"), c = new(log, "c" + a.Use()))
        {
            b.Use();
            yield("within");
        }
        using Resource d = new(log, "d"), e = new(log, "e");
        yield($"{d.Use()}");
    }

    [Fact]
    public void S131_A_resource_that_is_null() => Oracle.Check((log, yield) => None(log, yield), log => None(log));

    [Coroutine]
    private static void None(Log log, Yield<string, int> yield)
    {
        using (Resource? resource = yield("one?") > 2 ? new Resource(log, "one") : null)
            yield($"{resource?.Use()}");
        using IDisposable? none = null;
        yield("under null");
    }

    private readonly struct Handle(Log log, string name) : IDisposable
    {
        public void Dispose() => log.Note($"dispose {name}");
    }

    [Fact]
    public void S132_Resources_that_are_structs_nullable_or_dynamic()
        => Oracle.Check((log, yield) => Structs(log, yield), log => Structs(log));

    [Coroutine]
    private static void Structs(Log log, Yield<string, int> yield)
    {
        using (new Handle(log, "struct"))
            yield("struct");
        using (Handle? maybe = yield("maybe") > 2 ? new Handle(log, "nullable") : null)
            yield($"{maybe != null}");
        using (dynamic loose = new Resource(log, "dynamic"))
        {
            loose.Use();
            yield("dynamic");
        }
        using var declared = new Handle(log, "declared");
        yield("declared");
    }

    // Disposal by shape alone exists only for ref structs, which cannot live across a yield.
    private readonly ref struct Scope(Log log)
    {
        public void Dispose() => log.Note("scope is left");
    }

    [Fact]
    public void S133_Disposal_by_pattern() => Oracle.Check((log, yield) => ByPattern(log, yield), log => ByPattern(log));

    [Coroutine]
    private static int ByPattern(Log log, Yield<string, int> yield)
    {
        int n = yield("before");
        using (new Scope(log))
            n += log.Arg("n", n);
        {
            using var scope = new Scope(log);
            log.Note("in the block");
        }
        return n + yield("after");
    }

    [Fact]
    public void S136_A_checked_statement()
        => Oracle.Check((log, yield) => Checked(log, yield), log => Checked(log), answers: [[3, int.MaxValue, 1], [1, 2, 3]]);

    [Coroutine]
    private static string Checked(Log log, Yield<string, int> yield)
    {
        int n = 1;
        try
        {
            checked
            {
                n += yield("small");
                n += yield("large");
                unchecked
                {
                    n += int.MaxValue + yield("wraps");
                }
                n = n * 2 + yield("again");
                log.Note($"{(byte)(n & 0xff)}");
            }
        }
        catch (OverflowException)
        {
            log.Note("overflow");
        }
        return $"{n} {unchecked(n + int.MaxValue + yield("end"))}";
    }

    [Fact]
    public void S137_A_checked_expression_with_parts_left_of_the_yield()
        => Oracle.Check((log, yield) => Parts(log, yield), log => Parts(log),
            answers: [[int.MaxValue, 1], [2, int.MaxValue, 7], [1, 1, 1]]);

    [Coroutine]
    private static string Parts(Log log, Yield<string, int> yield)
    {
        int big = yield("big");
        try
        {
            return $"{checked(big * 2 + yield("after the product"))}";
        }
        catch (OverflowException)
        {
            log.Note("overflow");
        }
        int wrapped = unchecked(big + 1) + yield("wrapped");
        try
        {
            return $"{wrapped} {checked((byte)yield("narrow"))} {checked(big++ + yield("plus"))}";
        }
        catch (OverflowException)
        {
            return $"{big} {wrapped}";
        }
    }

    // The project does not check; what is not said to be checked stays unchecked on both sides.
    [Fact]
    public void S138_The_overflow_setting_of_the_project()
        => Oracle.Check((log, yield) => Unsaid(log, yield), log => Unsaid(log), answers: [[int.MaxValue, 300], [5, 6]]);

    [Coroutine]
    private static string Unsaid(Log log, Yield<string, int> yield)
    {
        int n = int.MaxValue;
        n += yield("add");
        byte small = (byte)yield("narrow");
        return $"{n} {small} {n * yield("times")}";
    }

    private static int Sum(int[] array)
    {
        int sum = 0;
        foreach (int n in array)
            sum += n;
        return sum;
    }

    [Fact]
    public void S139_An_unsafe_block_without_a_yield_in_it() => Oracle.Check((log, yield) => Unsafe(log, yield), log => Unsafe(log));

    [Coroutine]
    private static int Unsafe(Log log, Yield<int, int> yield)
    {
        int[] array = [yield(1), yield(2), 3];
        unsafe
        {
            fixed (int* p = array)
            {
                p[2] += *p;
                log.Note($"{p[1]}");
            }
        }
        return yield(Sum(array)) + array[2];
    }
}

using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary><c>yield.From</c> where a yield may stand: in operands, handlers and loops, over coroutines and plain sequences.</summary>
public sealed partial class DelegationTests
{
    [Coroutine]
    private static string Inner(Log log, string name, int count, Yield<string, int> yield)
    {
        int sum = 0;
        try
        {
            for (int i = 0; i < count; i++)
                sum += yield($"{name}{i}");
            if (sum == 8)
                throw new FormatException($"{name} fails");
            return $"{name}={sum}";
        }
        catch (InvalidOperationException e)
        {
            return $"{name} caught {e.Message} {yield($"{name} caught")}";
        }
        finally
        {
            log.Note($"{name} is over");
        }
    }

    [Fact]
    public void S218_Delegation_in_operands() => Oracle.Check((log, yield) => Operands(log, yield), log => Operands(log));

    [Coroutine]
    private static string Operands(Log log, Yield<string, int> yield)
    {
        int n = 1;
        string result = string.Join(
            "|", log.Arg("n", n++), yield.From(Inner(log, "a", n)), n++, yield("b"), yield.From(Inner(log, "c", 1)));
        result += yield.From(Inner(log, "d", yield("count") & 1)) ?? "none";
        return n > 2 ? yield.From(Inner(log, "e", 1)) + result : result;
    }

    [Fact]
    public void S218_Delegation_in_handlers() => Oracle.Check((log, yield) => Handlers(log, yield), log => Handlers(log));

    [Coroutine]
    private static string Handlers(Log log, Yield<string, int> yield)
    {
        string result = "";
        for (int i = 0; i < 2; i++)
        {
            try
            {
                using var resource = new Resource(log, $"{i}");
                result += yield.From(Inner(log, "try", 2));
                if (result.Length > 5)
                    log.Fail<int>("long");
            }
            catch (FormatException e)
            {
                result += e.Message + yield.From(Inner(log, "catch", 1));
                continue;
            }
            finally
            {
                result += yield.From(Inner(log, "finally", 1));
            }
        }
        return result;
    }

    private static IEnumerable<string> Sequence(Log log, int count)
    {
        try
        {
            for (int i = 0; i < count; i++)
                yield return $"s{i}";
        }
        finally
        {
            log.Note("the sequence is disposed");
        }
    }

    [Fact]
    public void S218_Delegation_to_sequences() => Oracle.Check((log, yield) => Sequences(log, yield), log => Sequences(log));

    [Coroutine]
    private static int Sequences(Log log, Yield<string, int> yield)
    {
        int n = 0;
        try
        {
            yield.From(Sequence(log, 2));
            n += yield("between");
            foreach (int count in new[] { 0, 2 })
                yield.From(Sequence(log, count));
        }
        catch (InvalidOperationException e)
        {
            log.Note(e.Message);
            yield.From(["a", $"b{n}"]);
        }
        return n;
    }

    [Coroutine]
    private static void Numbers(Log log, int depth, Yield<int> yield)
    {
        using var resource = new Resource(log, $"depth {depth}");
        if (depth > 0)
            yield.From(Numbers(log, depth - 1));
        yield(depth);
        if (depth > 1)
            yield.From(Numbers(log, depth - 2));
        resource.Use();
    }

    [Fact]
    public void S218_Delegation_to_itself_one_way() => Oracle.Check((log, yield) => Numbers(log, 3, yield), log => Numbers(log, 3));

    [Coroutine]
    private static int Reader(Log log, int count, Receive<int> yield)
    {
        int sum = 0;
        while (count-- > 0)
            sum += log.Arg("read", yield());
        return sum;
    }

    [Fact]
    public void S218_Delegation_between_consumers()
        => Oracle.Check((Log log, Receive<int> yield) => Readers(log, yield), log => Readers(log));

    [Coroutine]
    private static string Readers(Log log, Receive<int> yield)
    {
        int a = yield.From(Reader(log, 2));
        return $"{a} {yield() + yield.From(Reader(log, 1))} {yield()}";
    }
}

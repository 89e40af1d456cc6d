using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class GotoTests
{
    [Fact]
    public void S162_Backward_and_forward_across_yields() => Oracle.Check((log, yield) => Across(log, yield), log => Across(log));

    [Coroutine]
    private static string Across(Log log, Yield<string, int> yield)
    {
        string path = "";
    Again:
        path += "a";
        int n = yield(path);
        if (n > 4)
            goto End;
        if (n > 2)
            goto Middle;
        path += n;
        if (path.Length < 6)
            goto Again;
    Middle:
        log.Note("middle");
        path += "m" + yield(path);
        if (path.Length < 8)
            goto Again;
    End:
        return path;
    }

    [Fact]
    public void S163_Out_of_nested_try_blocks() => Oracle.Check((log, yield) => OutOfTry(log, yield), log => OutOfTry(log));

    [Coroutine]
    private static string OutOfTry(Log log, Yield<string, int> yield)
    {
        int rounds = 0;
    Retry:
        try
        {
            rounds++;
            try
            {
                int n = yield($"try {rounds}");
                if (n == 1 && rounds < 3)
                    goto Retry;
                if (n == 2)
                    goto Outer;
                if (n == 4)
                    goto End;
                log.Fail<int>("fails");
            }
            catch (InvalidOperationException) when (rounds < 3)
            {
                if (yield("caught") > 0)
                    goto Retry;
                goto Outer;
            }
            finally
            {
                log.Note($"inner {rounds}");
            }
        Outer:
            log.Note("outer");
        }
        finally
        {
            log.Note($"outermost {rounds}");
        }
    End:
        return $"{rounds} {yield("end")}";
    }

    [Fact]
    public void S164_A_label_in_a_nested_block() => Oracle.Check((log, yield) => NestedLabel(log, yield), log => NestedLabel(log));

    [Coroutine]
    private static string NestedLabel(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            {
                int tries = 0;
            Retry:
                {
                    tries++;
                    if (yield($"{i}.{tries}") < 2 && tries < 3)
                        goto Retry;
                }
                path += tries;
                {
                    if (tries == 1)
                        goto Skip;
                    path += "x";
                }
            Skip:
                ;
            }
            log.Note(path);
        }
        return path;
    }
}

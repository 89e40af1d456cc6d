using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class UsingTests
{
    // CORO2003: A yield inside this expression (unchecked)
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

    // CORO2003: A yield inside this expression (checked)
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
}

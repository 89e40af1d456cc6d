using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Operands that have no type of their own, targets of targets, and names that only a filter declares.</summary>
public sealed partial class TrapTests
{
    // CORO2011: The lambda in this filter captures 'limit', which lives in the coroutine: test in the handler and rethrow, or compute wh
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
}

using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

public sealed class AwaitYieldFixTests : FixTest
{
    private const string Task = "System.Threading.Tasks.Task";

    [Fact]
    public System.Threading.Tasks.Task A_yield_that_is_a_statement_is_awaited() => Check(
        new AwaitYieldFix(),
        $"partial class C {{ [Coroutine] static async {Task} M(AsyncYield<int> yield) {{ yield(1); await yield(2); }} }}",
        $"partial class C {{ [Coroutine] static async {Task} M(AsyncYield<int> yield) {{ await yield(1); await yield(2); }} }}");

    [Fact]
    public System.Threading.Tasks.Task One_whose_task_is_kept_is_left_to_the_user() => None(
        new AwaitYieldFix(),
        $"partial class C {{ [Coroutine] static async {Task} M(AsyncYield<int> yield) {{ var kept = yield(1); await kept; }} }}");
}

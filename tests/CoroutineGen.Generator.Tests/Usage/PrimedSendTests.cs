using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>What CORO3001 and CORO3002 are silent about: everything that primes, and everything that may.</summary>
public sealed class PrimedSendTests : UsageTest
{
    [Theory]
    [InlineData("c.Prime();")]
    [InlineData("c.Next();")]
    [InlineData("c.MoveNext();")]
    [InlineData("_ = c.MoveNext();")]
    [InlineData("if (!c.MoveNext()) return;")]
    [InlineData("c?.Prime();")]
    [InlineData("((IEnumerable<double>)c).GetEnumerator().MoveNext();")]
    [InlineData("((System.Collections.IEnumerator)c).MoveNext();")]
    public Task Primed_by(string priming) => Silent($"var c = Co.Average(3); {priming} c!.Send(1);");

    [Fact]
    public Task Fluently() => Silent("var c = Co.Average(3).Prime(); c.Send(1); Co.Average(2).Prime().Send(3);");

    [Fact]
    public Task By_its_declaration() => Silent("var c = Co.Ready(); c.Send(1);");

    [Fact]
    public Task By_its_declaration_in_another_assembly() => Source("CORO3", """
        static class Test { static void Run() { var c = Co.Ready(); c.Send(1); Co.Average(2).[|Send|](1); } }
        """, library: Compile("Library", Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, null, CommonCoroutines.Text));

    /// <summary>The handlers around a lambda are not its own: to follow an exception into them never ended, and took the compiler along.</summary>
    [Fact]
    public Task In_a_lambda_within_a_try() => Silent("""
        foreach (var send in new List<double> { 1, 2 })
        {
            Action run = () =>
            {
                var c = Co.Average(3);
                c.Prime();
                foreach (var value in new List<double> { send })
                    if (!c.TrySend(value)) Console.WriteLine("result " + c.Result);
                c.Close();
            };
            run();
        }
        """);

    [Fact]
    public Task And_is_followed_in_a_lambda_within_a_try() => Source("CORO3", """
        static class Test
        {
            static void Run()
            {
                foreach (var n in new List<int> { 1 })
                {
                    Action run = () => { var c = Co.Average(n); try { c.[|Send|](1); } finally { c.Close(); } };
                    run();
                }
            }
        }
        """);

    [Fact]
    public Task In_both_branches() => Silent("var c = Co.Average(3); if (x) c.Prime(); else c.MoveNext(); c.Send(1);");

    [Fact]
    public Task In_the_only_branch_that_sends() => Silent("var c = Co.Average(3); if (x) { c.Prime(); c.Send(1); }");

    [Fact]
    public Task Under_the_same_condition() => Silent("var c = Co.Average(3); if (x) c.Prime(); Console.WriteLine(n); if (x) c.Send(1);");

    [Fact]
    public Task Under_a_flag() => Silent("var c = Co.Average(3); bool primed = false; if (x) { c.Prime(); primed = true; } if (primed) c.Send(1);");

    [Fact]
    public Task Unless_it_left_before() => Silent("var c = Co.Average(3); if (x) c.Prime(); if (!x) return; c.Send(1);");

    [Fact]
    public Task In_the_first_round() => Silent("var c = Co.Average(3); for (int i = 0; i < n; i++) { if (i == 0) c.Prime(); else c.Send(i); }");

    [Fact]
    public Task In_a_loop_before() => Silent("var c = Co.Average(3); for (int i = 0; i < 3; i++) c.MoveNext(); c.Send(1);");

    [Fact]
    public Task When_its_state_says_so() => Silent("var c = Co.Average(3); if (x) c.Prime(); if (c.State == CoroutineState.Created) c.Prime(); c.Send(1);");

    [Fact]
    public Task Where_its_state_says_so() => Silent("var c = Co.Average(3); if (x) c.Prime(); if (c.State is not CoroutineState.Suspended) return; c.Send(1);");

    [Fact]
    public Task In_try_with_finally() => Silent("var c = Co.Average(3); try { Console.WriteLine(); c.Prime(); } finally { Console.WriteLine(); } c.Send(1);");

    [Fact]
    public Task In_try_with_catch() => Silent("var c = Co.Average(3); try { Console.WriteLine(); c.Prime(); } catch (FormatException) { } c.Send(1);");

    [Fact]
    public Task In_using() => Silent("using var c = Co.Average(3); c.Prime(); c.Send(1);");

    [Fact]
    public Task It_was_handed_over() => Silent("var c = Co.Average(3); Warm(c); c.Send(1);", "static void Warm(Coroutine<double, double> c) => c.Prime();");

    [Fact]
    public Task Its_alias_was_handed_over() => Silent("var c = Co.Average(3); var d = c; Warm(d); c.Send(1);", "static void Warm(Coroutine<double, double> c) => c.Prime();");

    [Fact]
    public Task It_was_stored() => Silent("var c = Co.Average(3); Kept = c; Warm(); c.Send(1);",
        "static Coroutine<double, double>? Kept; static void Warm() => Kept!.Prime();");

    [Fact]
    public Task It_is_in_an_array_a_list_or_a_tuple() => Silent("""
        var a = new[] { Co.Average(1) }; foreach (var c in a) c.Prime(); a[0].Send(1);
        var d = Co.Average(2); var l = new List<Co.AverageCoroutine> { d }; l.ForEach(c => c.Prime()); d.Send(1);
        var e = Co.Average(2); var (f, g) = (e, n); f.Prime(); e.Send(1);
        """);

    [Fact]
    public Task It_is_captured() => Silent("var c = Co.Average(3); Action prime = () => c.Prime(); prime(); c.Send(1);");

    [Fact]
    public Task A_local_function_sees_it() => Silent("var c = Co.Average(3); Prime(); c.Send(1); void Prime() => c.Prime();");

    [Fact]
    public Task A_method_group_of_it() => Silent("var c = Co.Average(3); Func<bool> next = c.MoveNext; next(); c.Send(1);");

    [Fact]
    public Task It_was_passed_by_reference() => Silent("var c = Co.Average(3); Swap(ref c); c.Send(1);", "static void Swap(ref Co.AverageCoroutine c) => c = c.Prime();");

    [Fact]
    public Task It_came_by_out() => Silent("Make(out var c); c.Send(1);", "static void Make(out Co.AverageCoroutine c) => c = Co.Average(3).Prime();");

    [Fact]
    public Task A_reference_to_the_local() => Silent("var c = Co.Average(3); ref var r = ref c; r = Co.Average(4).Prime(); c.Send(1);");

    [Fact]
    public Task A_pattern_variable() => Silent("object o = Co.Average(3); if (o is Co.AverageCoroutine c) { c.Prime(); } ((Co.AverageCoroutine)o).Send(1);");

    [Fact]
    public Task Parameters_and_what_others_return() => Silent("Use(Co.Average(3).Prime()); Make().Send(1);", """
        static void Use(Co.AverageCoroutine c) => c.Send(1);
        static Co.AverageCoroutine Make() => Co.Average(3).Prime();
        """);

    [Fact]
    public Task An_extension_method_that_primes() => Silent("var c = Co.Average(3).Warm(); c.Send(1);",
        "} static class E { public static Co.AverageCoroutine Warm(this Co.AverageCoroutine c) => c.Prime();");

    [Fact]
    public Task An_array_element() => Silent("var all = new Co.AverageCoroutine[2]; all[0] = Co.Average(1); all[n] = Co.Average(2).Prime(); all[0].Send(1);");

    [Fact]
    public Task Two_generations_in_a_loop() => Silent("""
        Co.AverageCoroutine? old = null;
        while (x) { var c = Co.Average(3); if (old != null) old.Send(1); c.Prime(); old = c; }
        """);

    [Fact]
    public Task Handwritten_methods_of_the_same_name() => Source("CORO3", """
        static partial class Test
        {
            [Coroutine] public static void Make(int a, Yield<int, int> yield) { yield(a); }
            public static MakeCoroutine Make(int a, int b, int c) => Make(a + b + c).Prime();
            static void Run() { Make(1, 2, 3).Send(1); }
        }
        """);
}

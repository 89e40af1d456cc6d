using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>CORO3001: what is said of a coroutine that is never primed, in one method.</summary>
public sealed class UnprimedSendTests : UsageTest
{
    private static Task Check(string statements, string members = "") => Body("CORO300", statements, members);

    [Fact]
    public Task A_local() => Check("var c = Co.Average(3); c.[|Send|](1);");

    [Fact]
    public Task The_call_itself() => Check("Co.Average(3).[|Send|](1);");

    [Fact]
    public Task TrySend_as_well() => Check("var c = Co.Average(3); c.[|TrySend|](1);");

    [Fact]
    public Task A_local_of_a_base_type() => Check("Coroutine<double, double> c = Co.Average(3); c.[|Send|](1);");

    [Fact]
    public Task A_local_of_the_interface() => Check("ICoroutine<double, double> c = Co.Average(3); c.[|TrySend|](1);");

    [Fact]
    public Task A_consumer() => Check("var c = Co.Sink(); c.[|Send|](1);");

    [Fact]
    public Task A_generic_one() => Check("var c = Co.Echo(\"a\"); c.[|Send|](\"b\");");

    [Fact]
    public Task Only_the_first_of_two_sends() => Check("var c = Co.Average(3); c.[|Send|](1); c.Send(2);");

    [Fact]
    public Task Assigned_later() => Check("Co.AverageCoroutine c; Console.WriteLine(n); c = Co.Average(3); c.[|Send|](1);");

    [Fact]
    public Task Through_an_alias() => Check("var a = Co.Average(3); var b = a; b.[|Send|](1);");

    [Fact]
    public Task The_alias_is_primed_and_the_other_sends() => Silent("var a = Co.Average(3); var b = a; b.Prime(); a.Send(1);");

    [Fact]
    public Task Reassigned_after_priming() => Check("var c = Co.Average(3); c.Prime(); c = Co.Average(4); c.[|Send|](1);");

    [Fact]
    public Task Both_branches_make_one() => Check("Co.AverageCoroutine c; if (x) c = Co.Average(3); else c = Co.Average(4); c.[|Send|](1);");

    [Fact]
    public Task A_conditional_expression() => Check("var c = x ? Co.Average(3) : Co.Average(4); c.[|Send|](1);");

    [Fact]
    public Task A_switch_expression() => Check("var c = n switch { 1 => Co.Average(3), _ => Co.Average(4) }; c.[|Send|](1);");

    [Fact]
    public Task A_coalescing_assignment() => Check("Co.AverageCoroutine? c = null; c ??= Co.Average(3); c.[|Send|](1);");

    [Fact]
    public Task Sent_in_one_branch() => Check("var c = Co.Average(3); if (x) c.[|Send|](1); else c.Prime();");

    [Fact]
    public Task Sent_in_a_loop() => Check("var c = Co.Average(3); for (int i = 0; i < n; i++) c.[|Send|](i);");

    [Fact]
    public Task Made_and_sent_in_a_loop() => Check("for (int i = 0; i < n; i++) { var c = Co.Average(3); c.[|Send|](i); }");

    [Fact]
    public Task Primed_too_late() => Check("var c = Co.Average(3); c.[|Send|](1); c.Prime();");

    [Fact]
    public Task Primed_in_a_loop_and_made_again() => Check("var c = Co.Average(3).Prime(); while (x) { c.Send(1); c = Co.Average(3); } c = Co.Average(n); c.[|Send|](2);");

    [Fact]
    public Task A_using_variable() => Check("using var c = Co.Average(3); c.[|Send|](1);");

    [Fact]
    public Task A_using_statement() => Check("using (var c = Co.Average(3)) { c.[|Send|](1); }");

    [Fact]
    public Task Conditional_access() => Check("Co.AverageCoroutine? c = Co.Average(3); c?.[|Send|](1);");

    [Fact]
    public Task Conditional_access_on_a_maybe_null() => Check("Co.AverageCoroutine? c = null; if (x) c = Co.Average(3); c?.[|Send|](1);");

    [Fact]
    public Task Within_try() => Check("var c = Co.Average(3); try { c.[|Send|](1); } finally { Console.WriteLine(); }");

    [Fact]
    public Task Within_finally() => Check("var c = Co.Average(3); try { Console.WriteLine(); } finally { c.[|Send|](1); }");

    [Fact]
    public Task Within_catch() => Check("var c = Co.Average(3); try { Console.WriteLine(); c.Prime(); return; } catch (FormatException) { } c = Co.Average(1); c.[|Send|](1);");

    [Fact]
    public Task After_try_finally() => Check("var c = Co.Average(3); try { Console.WriteLine(); } finally { Console.WriteLine(); } c.[|Send|](1);");

    [Fact]
    public Task An_argument_of_another_call() => Check("var c = Co.Average(3); Console.WriteLine(c.[|Send|](1));");

    [Fact]
    public Task An_operand_that_is_always_evaluated() => Check("var c = Co.Average(3); if (c.[|Send|](1) > 2 && x) Console.WriteLine();");

    [Fact]
    public Task Within_a_lambda() => Check("Action a = () => { var c = Co.Average(3); c.[|Send|](1); }; a();");

    [Fact]
    public Task Within_a_local_function() => Check("Go(); void Go() { var c = Co.Average(3); c.[|Send|](1); }");

    [Fact]
    public Task Within_a_lambda_in_a_lambda() => Check("Action a = () => { Action b = () => Co.Average(3).[|Send|](1); b(); }; a();");

    [Fact]
    public Task Null_tests_change_nothing() => Check("var c = Co.Average(3); if (c is null || c == null) return; c.[|Send|](1);");

    [Fact]
    public Task Reading_its_state_changes_nothing() => Check("var c = Co.Average(3); Console.WriteLine(c.State); c.[|Send|](1);");

    [Fact]
    public Task Where_the_state_is_created() => Check("var c = Co.Average(3); if (c.State == CoroutineState.Created) c.[|Send|](1);");

    [Fact]
    public Task Goto() => Check("var c = Co.Average(3); goto There; There: c.[|Send|](1);");

    [Fact]
    public Task An_async_method() => Source("CORO3", """
        class Test { async Task Run() { var c = Co.Average(3); await Task.Yield(); c.[|Send|](1); } }
        """);

    [Fact]
    public Task An_iterator() => Source("CORO3", """
        class Test { IEnumerable<double> Run() { var c = Co.Average(3); yield return 1; yield return c.[|Send|](1); } }
        """);

    [Fact]
    public Task A_constructor_and_an_accessor() => Source("CORO3", """
        class Test { Test() { var c = Co.Average(3); c.[|Send|](1); } double P { get { var c = Co.Average(3); return c.[|Send|](1); } } }
        """);

    [Fact]
    public Task A_top_level_program() => Source("CORO3", """
        var c = Co.Average(3);
        c.[|Send|](1);
        """, Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task A_coroutine_that_uses_another() => Source("CORO3", """
        static partial class Test { [Coroutine] public static void Outer(Yield<double> yield) { var c = Co.Average(3); yield(1); yield(c.[|Send|](1)); } }
        """);

    [Fact]
    public Task An_instance_and_an_extension_factory() => Source("CORO3", """
        partial class Test
        {
            [Coroutine] public void Mine(Yield<int, int> yield) { yield(GetHashCode()); }
            void Run() { var c = Mine(); c.[|Send|](1); this.Mine().[|Send|](1); "a".Chars().[|Send|](1); }
        }
        static partial class Extensions { [Coroutine] public static void Chars(this string s, Yield<char, int> yield) { foreach (char c in s) yield(c); } }
        """);

    [Fact]
    public Task A_named_class_and_overloads() => Source("CORO3", """
        static partial class Test
        {
            [Coroutine(ClassName = "One")] public static void Make(int a, Yield<int, int> yield) { yield(a); }
            [Coroutine(ClassName = "Two", Primed = true)] public static void Make(string a, Yield<int, int> yield) { yield(a.Length); }
            static void Run() { Make(1).[|Send|](1); Make("a").Send(1); }
        }
        """);
}

using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>Rules on the bodies of coroutines, and on loops: CORO3006, CORO3009, CORO3010 and CORO3012.</summary>
public sealed class BodyRuleTests : UsageTest
{
    private static Task Method(string id, string method) => Source(id, $"static partial class Test\n{{\n    {method}\n}}\n");

    [Theory]
    [InlineData("foreach (double d in [|Co.Average(3)|]) { }")]
    [InlineData("var c = Co.Average(3); foreach (var d in [|c|]) { }")]
    [InlineData("foreach (Unit u in [|Co.Sink()|]) { }")]
    [InlineData("Coroutine<double, double> c = Co.Average(3); foreach (var d in [|c|]) { }")]
    [InlineData("double s = [|Co.Average(3)|].Sum();")]
    [InlineData("var l = [|Co.Average(3)|].Where(d => d > 1).ToList();")]
    [InlineData("var q = from d in [|Co.Average(3)|] where d > 1 select d;")]
    [InlineData("var c = Co.Average(3); string s = string.Join(',', [|c|]);")]
    [InlineData("var l = new List<double>([|Co.Average(3)|]); l.AddRange([|Co.Average(3)|]);")]
    [InlineData("double[] a = [.. [|Co.Average(3)|]];")]
    public Task Foreach_over_a_two_way_coroutine(string statements) => Body("CORO3006", statements);

    [Theory]
    [InlineData("foreach (int i in Co.Range(3)) { }")]
    [InlineData("foreach (int i in Co.Counted(3)) { }")]
    [InlineData("foreach (int i in new[] { 1 }) { }")]
    [InlineData("foreach (double d in Co.Average(3).Take(3)) { } double f = Co.Average(3).First();")]
    [InlineData("var l = new List<object> { Co.Average(3) }; l.Add(Co.Average(3)); int s = Co.Range(3).Sum();")]
    [InlineData("foreach (int i in Asks()) { } int s = Asks().Sum(); foreach (int i in Counts()) { }")]
    public Task Foreach_over_anything_else(string statements) => Body("CORO3006", statements, "[Coroutine] static void Asks(Yield<int, string?> yield) { yield(1); } [Coroutine] static void Counts(Yield<int, int?> yield) { yield(1); }");

    [Theory]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { [|yield(2)|]; }")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { if (Console.KeyAvailable) [|yield(2)|]; throw; }")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) when (Console.KeyAvailable) { [|yield.From(Co.Range(3))|]; }")]
    [InlineData("while (true) { try { yield(1); } catch ([|CoroutineExitException|]) { } }")]
    [InlineData("try { yield(1); } catch ([|CoroutineExitException|]) { Console.WriteLine(); } yield(2);")]
    public Task Yields_after_exit(string body) => Method("CORO3009", $"[Coroutine] static void Body(Yield<int> yield) {{ {body} }}");

    [Theory]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { Console.WriteLine(); }")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { Console.WriteLine(); throw; } yield(2);")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { return; } yield(2);")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { } if (Console.KeyAvailable) yield(2);")]
    [InlineData("while (true) { try { yield(1); } catch (CoroutineExitException) { break; } }")]
    [InlineData("try { yield(1); } catch (FormatException) { yield(2); }")]
    [InlineData("try { yield(1); } catch (CoroutineExitException) { Action<int> later = i => { }; later(1); }")]
    public Task Ends_after_exit(string body) => Method("CORO3009", $"[Coroutine] static void Body(Yield<int> yield) {{ {body} }}");

    [Theory]
    [InlineData("[|if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));|] yield(n);")]
    [InlineData("[|if (s == null) { throw new ArgumentNullException(nameof(s)); }|] yield(n);")]
    [InlineData("[|ArgumentNullException.ThrowIfNull(s)|]; [|ArgumentOutOfRangeException.ThrowIfNegative(n)|]; yield(n);")]
    [InlineData("_ = [|s ?? throw new ArgumentNullException(nameof(s))|]; yield(n);")]
    [InlineData("string t = [|s ?? throw new ArgumentNullException(nameof(s))|]; yield(t.Length);")]
    [InlineData("[|if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));|] yield(n); if (n > 9) throw new ArgumentException(null, nameof(n));")]
    public Task Guards(string body) => Method("CORO3010", $"[Coroutine] public static void Body(string s, int n, Yield<int> yield) {{ {body} }}");

    [Theory]
    [InlineData("[Coroutine(Primed = true)] static void Body(int n, Yield<int, int> yield) { if (n < 0) throw new ArgumentException(null, nameof(n)); yield(n); }")]
    [InlineData("[Coroutine] static void Body(int n, Yield<int> yield) { if (n < 0) throw new InvalidOperationException(); yield(n); }")]
    [InlineData("[Coroutine] static void Body(int n, Yield<int> yield) { if (n < 0) return; yield(n); }")]
    [InlineData("static void Body(int n) { if (n < 0) throw new ArgumentException(null, nameof(n)); }")]
    public Task No_guards_that_come_late(string method) => Method("CORO3010", method);

    [Theory]
    [InlineData("Yield<int, string> yield", "yield.From([|new[] { 1, 2 }|]);")]
    [InlineData("Yield<int, string> yield", "yield.From([|new List<int> { 1 }|]);")]
    [InlineData("Yield<char, string> yield", "yield.From([|\"text\"|]);")]
    public Task Sends_to_a_plain_sequence(string parameter, string body) => Method("CORO3012", $"[Coroutine] static void Body({parameter}) {{ {body} }}");

    [Theory]
    [InlineData("Yield<int> yield", "yield.From(new[] { 1, 2 });")]
    [InlineData("Yield<int, string> yield", "yield.From(Co.Range(3));")]
    [InlineData("IEnumerable<int> inner, Yield<int, string> yield", "yield.From(inner);")]
    [InlineData("Yield<double, double> yield", "yield.From(Co.Average(3));")]
    public Task Sends_that_may_arrive(string parameter, string body) => Method("CORO3012", $"[Coroutine] static void Body({parameter}) {{ {body} }}");

    [Theory]
    [InlineData("Yield<double, double?> yield", "yield.From([|Co.Average(3)|]);")]
    [InlineData("Yield<double, object> yield", "yield.From([|Co.Average(3)|]);")]
    [InlineData("ICoroutine<string, string> inner, Yield<string, int> yield", "yield.From([|inner|]);")]
    [InlineData("ICoroutine<string, string, bool> inner, Yield<string, int> yield", "yield.From([|inner|]);")]
    public Task Sends_of_another_type(string parameter, string body) => Method("CORO3016", $"[Coroutine] static void Body({parameter}) {{ {body} }}");

    [Theory]
    [InlineData("Yield<double, double> yield", "yield.From(Co.Average(3));")]
    [InlineData("Yield<int, string> yield", "yield.From(Co.Range(3));")]
    [InlineData("Yield<double> yield", "yield.From(Co.Average(3));")]
    [InlineData("ICoroutine<string, string, bool> inner, Yield<object, string> yield", "yield.From(inner);")]
    [InlineData("ICoroutine<string, object> inner, Yield<string, string> yield", "yield.From(inner);")]
    [InlineData("ICoroutine<string, string> inner, Yield<string, string> yield", "yield.From(inner);")]
    [InlineData("Yield<int, string> yield", "yield.From(new[] { 1 });")]
    public Task Sends_of_the_same_type(string parameter, string body) => Method("CORO3016", $"[Coroutine] static void Body({parameter}) {{ {body} }}");
}

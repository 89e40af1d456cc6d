using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// What cannot live across a suspension (SCENARIOS, section 4): each with its diagnostic at the exact place, the words that say what to do, and
/// the nearest form that is accepted.
/// </summary>
public sealed class LoweringTests
{
    /// <summary>Id, a part of the message, the refused body with its marks, and the nearest legal one.</summary>
    private const string HandlerOfNames = "[System.Runtime.CompilerServices.InterpolatedStringHandler] class H { public H(int l, int f) { } "
        + "public void AppendLiteral(string s) { } public void AppendFormatted<T>(T v, [System.Runtime.CompilerServices.CallerArgumentExpression(\"v\")] string t = \"\") { } } ";

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        {
            "CORO2001", "'yield' can only be invoked here",
            "void M(Yield<int> yield) { Action<int> hand = new([|yield|]); hand(1); }",
            "void M(Yield<int> yield) { yield(1); yield.Invoke(2); }"
        },
        {
            "CORO2001", "no callback to hand over",
            "void M(Yield<int> yield) { var y = [|yield|]; y(1); }",
            "void M(Yield<int> yield) { string y = nameof(yield); yield(y.Length); }"
        },
        {
            "CORO2013", "as 'await yield(...)' or 'await yield.From(...)'",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { var t = [|yield(1)|]; await t; }",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { await (yield(1)).ConfigureAwait(false); await yield.Invoke(2); }"
        },
        {
            "CORO2013", "no task to hand over",
            "async System.Threading.Tasks.Task M(AsyncYield<int, int> yield) { await System.Threading.Tasks.Task.WhenAll([|yield(1)|].AsTask()); }",
            "async System.Threading.Tasks.Task M(AsyncYield<int, int> yield) { int a = await yield(1) + await yield(2); }"
        },
        {
            "CORO2013", "has to be awaited in the same expression",
            "async System.Threading.Tasks.Task M(bool b, AsyncYield<int> yield) { await [|yield(2)|].ConfigureAwait(b); }",
            "async System.Threading.Tasks.Task M(bool b, AsyncYield<int> yield) { await yield(1); await yield.From(new[] { 2 }); }"
        },
        {
            "CORO2001", "no callback to hand over",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { AsyncYield<int> y = [|yield|]; await y(1); }",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { await yield(nameof(yield).Length); }"
        },
        {
            "CORO2002", "this lambda",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { Func<System.Threading.Tasks.Task> f = async () => await [|yield|](1); await f(); }",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { Func<System.Threading.Tasks.Task> f = async () => await System.Threading.Tasks.Task.Yield(); await f(); await yield(1); }"
        },
        {
            "CORO2005", "lives across a suspension, but the type is anonymous",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield)"
                + " { var [|a = new { X = 1 }|]; await yield(1); await System.Threading.Tasks.Task.Yield(); await yield(a.X); }",
            "async System.Threading.Tasks.Task M(AsyncYield<int> yield) { var a = new { X = 1 }; await yield(1); await yield(a.X); }"
        },
        {
            "CORO2002", "this lambda",
            "void M(int[] a, Yield<int> yield) { Array.ForEach(a, n => [|yield|](n)); }",
            "void M(int[] a, Yield<int> yield) { foreach (int n in a) yield(n); }"
        },
        {
            "CORO2002", "the local function 'Each'",
            "void M(Yield<int> yield) { Each(1); void Each(int n) => [|yield|](n); }",
            "void M(Yield<int> yield) { yield(Each(1)); int Each(int n) => n; }"
        },
        {
            "CORO2002", "this query clause",
            "int M(int[] a, Yield<int, int> yield) => (from n in a select [|yield|](n)).Sum();",
            "int M(int[] a, Yield<int, int> yield) => (from n in new[] { yield(1), 2 } select n).Sum();"
        },
        {
            "CORO2003", "sets 'P' of 'Loud'",
            "class Loud { public Loud() { Console.WriteLine(); } public int P { get; init; } } int n; object M(Yield<int, int> yield) => new Loud { P = [|yield(1)|] };",
            "class Loud { public Loud() { Console.WriteLine(); } public int P { get; init; } } int n; object M(Yield<int, int> yield) { int p = yield(n = 1); return new Loud { P = p }; }"
        },
        {
            // The record is copied once, before the yield, and says so.
            "CORO2003", "a 'with' expression that sets 'P' of 'Loud'",
            "record Loud { public Loud() { } protected Loud(Loud other) => Console.WriteLine(); public int P { get; init; } } int n; object M(Loud l, Yield<int, int> yield) => l with { P = [|yield(1)|] };",
            "record Loud { public Loud() { } protected Loud(Loud other) => Console.WriteLine(); public int P { get; set; } } int n; object M(Loud l, Yield<int, int> yield) => l with { P = yield(1) };"
        },
        {
            // So may what derives from it.
            "CORO2003", "a 'with' expression that sets 'P' of 'Base'",
            "record Base { public int P { get; init; } } record Loud : Base { public Loud() { } protected Loud(Loud other) : base(other) => Console.WriteLine(); } int n; object M(Base b, Yield<int, int> yield) => b with { P = [|yield(1)|] };",
            "record Base { public int P { get; init; } } sealed record Quiet : Base { } int n; object M(Base b, Yield<int, int> yield) => b with { P = yield(1) };"
        },
        {
            // P says that it is set before Q's value is computed.
            "CORO2003", "a 'with' expression that sets 'P' of 'Loud'",
            "record Loud { public int P { get => 1; init => Console.WriteLine(); } public int Q { get; init; } } int n; object M(Loud l, Yield<int, int> yield) => l with { P = 1, Q = [|yield(1)|] };",
            "record Loud { public int P { get => 1; init => Console.WriteLine(); } public int Q { get; init; } } int n; object M(Loud l, Yield<int, int> yield) => l with { Q = yield(1), P = 1 };"
        },
        {
            // The compiler evaluates the pattern's value even where d holds; not so where the value of the condition is kept.
            "CORO2003", "left side of '||' is dynamic",
            "int M(dynamic d, Yield<int, int> yield) { if (d || [|yield(1)|] is < 3 or > 7) return 1; return 2; }",
            "int M(object d, Yield<int, int> yield) { bool low = yield(1) is < 3 or > 7; if (low) return 1; return 2; }"
        },
        {
            "CORO2003", "a filter or a 'when' clause",
            "int F() => 5; void M(dynamic d, Yield<int, int> yield) { try { yield(1); } catch (Exception) when ([|d || F() is < 3 or > 7|]) { } }",
            "int F() => 5; void M(bool d, Yield<int, int> yield) { try { yield(1); } catch (Exception) when (d || F() is < 3 or > 7) { } }"
        },
        {
            "CORO2003", "a filter or a 'when' clause",
            "int F() => 5; int M(List<int> l, dynamic d, Yield<int, int> yield) { switch (l) { case [1, ..] when yield(1) > 3: return 1; case [2, ..] when [|d || F() is < 3 or > 7|]: return 2; default: return 3; } }",
            "int F() => 5; int M(List<int> l, bool d, Yield<int, int> yield) { switch (l) { case [1, ..] when yield(1) > 3: return 1; case [2, ..] when d || F() is < 3 or > 7: return 2; default: return 3; } }"
        },
        {
            "CORO2004", "'first', of type 'int'",
            "void M(int[] a, Yield<int, int> yield) { ref int [|first = ref a[0]|]; first = 1; yield(0); first = 2; }",
            "void M(int[] a, Yield<int, int> yield) { ref int first = ref a[0]; first = 1; yield(0); ref int again = ref a[0]; again = 2; }"
        },
        {
            "CORO2004", "'span', of type 'Span<int>'",
            "int M(int[] a, Yield<int, int> yield) { Span<int> [|span = a|]; yield(0); return span[0]; }",
            "int M(int[] a, Yield<int, int> yield) { yield(0); Span<int> span = a; return span[0]; }"
        },
        {
            "CORO2004", "'span', of type 'Span<int>'",
            "int M(Yield<int, int> yield) { Span<int> [|span = stackalloc int[2]|]; span[0] = 1; yield(0); return span[0]; }",
            "int M(Yield<int, int> yield) { int answer = yield(0); Span<int> span = stackalloc int[2]; span[0] = answer; return span[0]; }"
        },
        {
            "CORO2004", "the enumerator of this foreach",
            "void M(int[] a, Yield<int> yield) { foreach (int n in [|a.AsSpan()|]) yield(n); }",
            "int M(int[] a, Yield<int> yield) { int sum = 0; foreach (int n in a.AsSpan()) sum += n; yield(sum); return sum; }"
        },
        {
            "CORO2005", "is anonymous",
            "int M(int[] a, Yield<int> yield) { var [|pairs = a.Select(x => new { x })|]; System.Linq.Expressions.Expression<Func<int>> count = () => pairs.Count(); yield(0); return count.Compile()(); }",
            "int M(int[] a, Yield<int> yield) { var pairs = a.Select(x => new { x }); Func<int> count = () => pairs.Count(); yield(0); return count(); }"
        },
        {
            "CORO2006", "Test in the handler and rethrow",
            "void M(Yield<string, bool> yield) { try { throw new Exception(); } catch (Exception e) when ([|yield(e.Message)|]) { } }",
            "void M(Yield<string, bool> yield) { try { throw new Exception(); } catch (Exception e) { if (!yield(e.Message)) throw; } }"
        },
        {
            "CORO2007", "a fixed block",
            "unsafe void M(byte[] a, Yield<byte> yield) { fixed (byte* p = a) { [|yield(*p)|]; } }",
            "unsafe void M(byte[] a, Yield<byte> yield) { byte b; fixed (byte* p = a) { b = *p; } yield(b); }"
        },
        {
            "CORO2007", "an unsafe block",
            "void M(int n, Yield<int> yield) { unsafe { [|yield(sizeof(int))|]; } }",
            "void M(int n, Yield<int> yield) { unsafe { n += sizeof(int*); } yield(n); }"
        },
        {
            "CORO2007", "whose address is taken",
            "unsafe void M(int n, Yield<int> yield) { yield(1); int* p = [|&n|]; *p = 2; yield(n); }",
            "unsafe void M(int n, Yield<int> yield) { yield(1); { int* p = &n; *p = 2; } yield(n); }"
        },
        {
            "CORO2008", "'First' captures variables",
            "delegate ref int Cell(); void M(Yield<int> yield) { int[] a = { 0 }; ref int First() => ref a[0]; Cell cell = [|First|]; yield(cell()); }",
            "void M(Yield<int> yield) { int[] a = { 0 }; ref int First() => ref a[0]; yield(First()); }"
        },
        {
            "CORO2009", "'a.AsSpan()', of type 'Span<int>'",
            "static int Sum(Span<int> s, int n) => s.Length + n; int M(int[] a, Yield<int, int> yield) => Sum([|a.AsSpan()|], yield(1));",
            "static int Sum(Span<int> s, int n) => s.Length + n; int M(int[] a, Yield<int, int> yield) { int n = yield(1); return Sum(a.AsSpan(), n); }"
        },
        {
            "CORO2009", "'Cell()', of type 'ref int'",
            "int n; ref int Cell() => ref Cells()[n]; int[] Cells() => new int[9]; void M(Yield<int, int> yield) { [|Cell()|] = yield(1); }",
            "int n; ref int Cell() => ref Cells()[n]; int[] Cells() => new int[9]; void M(Yield<int, int> yield) { int answer = yield(1); Cell() = answer; }"
        },
        {
            "CORO2010", "on the same thread",
            "void M(object gate, Yield<int> yield) { [|lock|] (gate) { yield(1); } }",
            "void M(object gate, Yield<int> yield) { lock (gate) { } yield(1); }"
        },
        {
            "CORO2009", "DefaultInterpolatedStringHandler', would have to be kept",
            "string M(Yield<int, int> yield) => Made([|$\"{1.5}\"|], yield(1)); "
                + "static string Made(System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text, int n) => text.ToStringAndClear() + n;",
            "string M(Yield<int, int> yield) => Made($\"{1.5}{yield(1)}\", 2); "
                + "static string Made(System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text, int n) => text.ToStringAndClear() + n;"
        },
        {
            "CORO2015", "'Tag' is local to this file",
            "void M(Yield<int> yield) => yield([|Tag|].N); } file static class Tag { public const int N = 1;",
            "void M(Yield<int> yield) => yield(Tag.N); } static class Tag { public const int N = 1;"
        },
        {
            "CORO2016", "asks for the text of 'n + 1'",
            HandlerOfNames + "static void Log(H h) { } static int q; void M(int n, Yield<int> yield) { yield(n); Log($\"{[|n + 1|]}\"); }",
            HandlerOfNames + "static void Log(H h) { } static int q; void M(int n, Yield<int> yield) { yield(n); int m = n; Log($\"{m + 1}\"); }"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task IsSaidAtThePlaceAndTheNearestLegalFormIsAccepted(string id, string words, string refused, string accepted)
    {
        await Refusal.IsSaidAtItsPlace(id, words, Host(refused));
        await Refusal.IsNotSaid(Host(accepted));
    }

    [Fact]
    public void EachLoweringDiagnosticHasAnExample()
    {
        var examples = Refusals.Select(row => (string)((object[])row)[0]).ToHashSet();
        var descriptors = typeof(CoroutineGenerator).Assembly.GetType("CoroutineGen.Generator.Diagnostics.LoweringDiagnostics")!
            .GetFields().Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id);
        // What depends on other generators has its examples in OtherGeneratorTests.
        Assert.Empty(descriptors.Except(examples).Except(["CORO2012"]));
    }

    /// <summary>Puts the attribute on M, the last of the members.</summary>
    internal static string Host(string members)
    {
        int coroutine = members.LastIndexOf(" M(", StringComparison.Ordinal);
        int start = members.LastIndexOf(';', coroutine) + 1;
        return $"partial class C {{ {members[..start]} [Coroutine] {members[start..]} }}";
    }

    /// <summary>A receiver that may be a struct is taken by reference, which C# has none of beside an await that stays.</summary>
    [Fact]
    public async Task A_receiver_of_a_type_parameter_beside_another_await()
    {
        const string Head = "partial class G<T> where T : ICollection<int> { [Coroutine] async System.Threading.Tasks.Task M(T[] cells, AsyncYield<int, int> yield) { ";
        await Refusal.IsSaidAtItsPlace(
            "CORO2003", "behind 'cells[0]?', which is taken by reference",
            Head + "cells[0]?.Add(await System.Threading.Tasks.Task.FromResult([|await yield(1)|])); } }");
        await Refusal.IsNotSaid(
            Project.Usings + Head + "int n = await System.Threading.Tasks.Task.FromResult(await yield(1)); cells[0]?.Add(n); cells[0]?.Add(await yield(2)); } }");
    }
}

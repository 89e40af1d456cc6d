using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>Declarations that are hard to repeat in another file: the output must compile without errors and warnings.</summary>
public sealed class CompilesTests
{
    [Theory]
    [InlineData("partial class C<[System.ComponentModel.Description(\"x\")] T> where T : class { [Coroutine] void M(Yield<T?> yield) => yield(null); }")]
    [InlineData("partial class C { [Coroutine] static dynamic M(dynamic d, Yield<dynamic, dynamic> yield) { dynamic e = yield(d.Length); return e ?? d; } }")]
    [InlineData("partial class C { [Coroutine] dynamic? M(dynamic? d, Yield<dynamic?> yield) { yield(d); return d; } }")]
    [InlineData("partial class C { [Coroutine] void Yield(Yield<int> yield) { yield(1); } [Coroutine] static int Close(int Close, Yield<int, int> yield) => yield(Close); }")]
    [InlineData("partial class Error { partial class State { [Coroutine] internal static void Reset(Yield<State> yield) => yield(new State()); } }")]
    [InlineData("partial class C { [Coroutine] void M(int x = 1, string s = \"\\n\", DayOfWeek d = DayOfWeek.Friday, Yield<int> yield = null!, object? o = default) { } }", true)]
    [InlineData("static partial class C { [Coroutine] static void M<T>(this T[] items, int x = 1, string s = \"\\n\", [System.Runtime.CompilerServices.CallerMemberName] string? who = null) { } }", true)]
    [InlineData("partial class C { [Coroutine] void M(Yield<int> yield, int x = 1, string s = \"\\n\", DayOfWeek d = DayOfWeek.Friday, [System.Runtime.CompilerServices.CallerMemberName] string? who = null) { yield(x); yield(s.Length + (int)d + who!.Length); } }")]
    [InlineData("unsafe partial class C { int* p; [Coroutine] void M(Yield<int> yield) { yield(1); yield(*p); } }")]
    [InlineData("partial class C { [Coroutine] unsafe void M(Yield<int> yield) { yield(1); int x = 0; int* p = &x; *p = 3; } }")]
    [InlineData("partial class C { protected class P { } [Coroutine] protected void M(P p, Yield<P> yield) { yield(p); } [Coroutine] private protected P N(Yield<P, P> yield) => yield(new P()); }")]
    [InlineData("public abstract partial class B<T> { protected T V = default!; } public sealed partial class D<U> : B<List<U>> where U : struct { [Coroutine] public void M<W>(W w, Yield<(U, W)> yield) where W : IEnumerable<U> { foreach (var x in w) yield((x, w)); yield((base.V[0], w)); } }")]
    [InlineData("partial class C { [Coroutine] void M(int @int, string @class, Yield<string> @yield) { for (int @for = 0; @for < @int; @for++) @yield(@class); } }")]
    [InlineData("partial record R<T>(T Value) { [Coroutine] public T M(Yield<R<T>, T> yield) => yield(this with { Value = default! }); }")]
    [InlineData("partial interface I { int X { get; } [Coroutine] sealed void M(Yield<int> yield) => yield(X); [Coroutine] private static void S(Yield<int> yield) => yield(1); }")]
    [InlineData("partial class C { [Coroutine] void M((int a, string? b)[] pairs, int?[,] grid, Dictionary<string, List<(int, object?)>>? map, Yield<(int a, string? b)> yield) { foreach (var p in pairs) yield(p); yield((grid[0, 0] ?? 1, map?.Count.ToString())); } }")]
    [InlineData("partial class C { [Coroutine] void M<T>(T x, Yield<T?> yield) where T : notnull, IDisposable, new() { using var t = new T(); yield(x); yield(t); } }")]
    [InlineData("partial class C { [Coroutine] void M<T>(T? x, Yield<T?> yield) where T : unmanaged { yield(x); yield(null); } [Coroutine] void N<T>(T? x, Yield<T?> yield) { yield(x); yield(default); } }")]
    [InlineData("namespace CoroutineGen.Inner { partial class System { [Coroutine] void Global(Yield<int> yield) => yield(1); } }")]
    [InlineData("partial class C { class Unit { } class Coroutine { } class NotSupportedException { } [Coroutine] int M(Unit u, Coroutine c, Receive<int> yield) { yield(); return u == null ? 1 : c == null ? 2 : 3; } }")]
    [InlineData("partial class C { [Coroutine] void M(/* a */ int x, // b\n int y,\n#if DEBUG\n int z,\n#endif\n Yield<int> yield) { yield(x + y); } }")]
    [InlineData("class E : IDisposable { public int Current => 1; public bool MoveNext() => true; [Obsolete(\"no\", true)] public void Dispose() { } public E GetEnumerator() => this; } partial class C { [Coroutine] static void M(E e, Yield<int> yield) { foreach (var x in e) yield(x); } }")]
    [InlineData("class E : IDisposable { [Obsolete(\"no\", true)] public void Dispose() { } } partial class C { [Coroutine] static void M(E e, Yield<int> yield) { using (e) yield(1); using var f = e; yield(2); } }")]
    [InlineData("partial class C { [System.Diagnostics.Conditional(\"NEVER\")] static void Never(int n) { } [Coroutine] static void M(int n, Yield<int, int> yield) { try { Never(yield(n)); } finally { Console.Write(n); } } }")]
    [InlineData("partial class C { [System.Diagnostics.Conditional(\"NEVER\")] static void Never(int n) { } [Coroutine] static void M(Yield<int> yield, ICoroutine<int, Unit, int> c) { switch (0) { case 0: { try { Never(yield.From(c)); } finally { } goto case 3; } case 3: { goto default; } default: { break; } } } }")]
    public void Compiles(string source, bool refused = false)
    {
        var run = Project.Run(source);
        if (refused)
            Assert.Empty(run.Diagnostics);
        else
            run.Compiles();
    }
}

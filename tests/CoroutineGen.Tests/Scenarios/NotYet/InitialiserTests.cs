using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Initialisers, <c>with</c>, collections and interpolated strings, with yields inside.</summary>
public sealed partial class InitialiserTests
{
    // CORO2003: A yield inside an initializer of init-only or required members, behind a constructor whose effects could be seen
    [Fact]
    public void S200_Init_only_members_behind_a_constructor()
        => Oracle.Check((log, yield) => InitBehind(log, yield), log => InitBehind(log));

    [Coroutine]
    private static string InitBehind(Log log, Yield<string, int> yield)
    {
        var strict = new Strict(log) { Head = yield("head"), Tail = yield("tail") };
        return $"{strict.Head} {strict.Tail} {new Strict(log) { Tail = 1, Head = log.Arg("left", 5) + yield("again") }.Head}";
    }

    // CORO2003: A yield inside an interpolated string that is converted by a handler
    [Fact]
    public void S205_A_yield_in_a_hole_of_a_custom_handler() => Oracle.Check((log, yield) => Hole(log, yield), log => Hole(log));

    [Coroutine]
    private static string Hole(Log log, Yield<string, int> yield)
    {
        int n = 1;
        return Tell(log, $"a {log.Arg("left", 1)} b {yield("hole")} c {n++}") + n;
    }
}

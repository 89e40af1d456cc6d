using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 102 and 103: delegation to any object with the shape of a coroutine, and to coroutines of related types.</summary>
public sealed partial class ForeignRules
{
    private readonly List<string> _log = [];

    /// <summary>Written by hand, from the interface alone: hands out 1 and 2, and writes down what is done to it.</summary>
    private sealed class Handmade(List<string> log) : ICoroutine<int, string, int>
    {
        private int _at;

        public CoroutineState State { get; private set; } = CoroutineState.Created;

        public int Current => _at;

        public bool HasResult { get; private set; }

        public int Result => HasResult ? 42 : throw new InvalidOperationException();

        public bool IgnoresExit { get; init; }

        public bool MoveNext() => Go("next");

        public bool TrySend(string value) => Go($"send {value}");

        public bool TryThrow(Exception error)
        {
            log.Add($"throw {error.Message}");
            if (error.Message == "catch")
                return Go("caught");
            State = CoroutineState.Closed;
            throw error;
        }

        public void Close()
        {
            log.Add("close");
            if (IgnoresExit)
                throw new CoroutineStateException(CoroutineStateReason.IgnoredExit);
            State = CoroutineState.Closed;
        }

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private bool Go(string how)
        {
            log.Add(how);
            State = CoroutineState.Suspended;
            if (++_at <= 2)
                return true;
            State = CoroutineState.Closed;
            HasResult = true;
            return false;
        }
    }

    [Coroutine]
    private static int Over(ICoroutine<int, string, int> inner, Yield<int, string> yield) => yield.From(inner);

    [Coroutine]
    private static int OverOneWay(ICoroutine<int, string, int> inner, Yield<int> yield) => yield.From(inner);

    [Coroutine]
    private static string Catches(ICoroutine<int, string, int> inner, Yield<int, string> yield)
    {
        try
        {
            return $"{yield.From(inner)}";
        }
        catch (Exception error)
        {
            return $"caught {(error as CoroutineStateException)?.Reason.ToString() ?? error.Message}";
        }
    }

    [Coroutine]
    private static string Objects(Yield<string, object> yield) => $"{yield("a")} {yield("b")}";

    [Coroutine]
    private static object OverVariant(ICoroutine<object, string, object> inner, Yield<object, string> yield) => yield.From(inner);

    [Coroutine]
    private static object OverContravariant(ICoroutine<string, string, object> inner, Yield<string, string> yield) => yield.From(inner);

    [Fact]
    public void Rule_102_and_103_All_members_are_used_and_its_result_is_the_value()
    {
        var handmade = new Handmade(_log);
        var over = Over(handmade).Prime();
        Assert.Same(handmade, over.Delegate);
        Assert.Equal(1, over.Current);
        Assert.Equal(2, over.Send("x"));
        Assert.False(over.TrySend("y"));
        Assert.Equal(42, over.Result);
        Assert.Equal(["next", "send x", "send y"], _log);
    }

    [Fact]
    public void Rule_102_A_link_that_receives_nothing_sends_nothing()
    {
        var over = OverOneWay(new Handmade(_log));
        Assert.Equal([1, 2], over.ToArray());
        Assert.Equal(42, over.Result);
        Assert.Equal(["next", "next", "next"], _log);
    }

    [Fact]
    public void Rule_102_Throw_and_Close_go_to_it()
    {
        var over = Over(new Handmade(_log)).Prime();
        Assert.Equal(2, over.Throw(new FormatException("catch")));
        var error = new FormatException("through");
        Assert.Same(error, Assert.Throws<FormatException>(() => over.Throw(error)));
        Assert.Equal(["next", "throw catch", "caught", "throw through"], _log);

        _log.Clear();
        Over(new Handmade(_log)).Prime().Close();
        Assert.Equal(["next", "close"], _log);
    }

    [Fact]
    public void Rule_102_A_throw_that_it_catches_to_return_gives_its_result()
    {
        var over = Over(new Handmade(_log)).Prime();
        over.Send("x");
        Assert.False(over.TryThrow(new FormatException("catch")));
        Assert.Equal(42, over.Result);
    }

    [Fact]
    public void Rule_83_and_87_A_thrown_exit_closes_it_and_its_refusal_is_raised_at_the_delegation()
    {
        var catches = Catches(new Handmade(_log) { IgnoresExit = true }).Prime();
        Assert.False(catches.TryThrow(new CoroutineExitException()));
        Assert.Equal("caught IgnoredExit", catches.Result);
        Assert.Equal(["next", "close"], _log);
    }

    [Fact]
    public void Rule_89_A_finished_one_gives_default()
    {
        var handmade = new Handmade(_log);
        while (handmade.MoveNext())
        {
        }
        var over = Over(handmade);
        Assert.False(over.MoveNext());
        Assert.Equal(0, over.Result);
    }

    [Fact]
    public void Rule_77_and_78_Coroutines_of_related_types_are_delegated_to()
    {
        var variant = OverVariant(Objects()).Prime();
        Assert.Equal("a", variant.Current);
        Assert.Equal("b", variant.Send("x"));
        Assert.False(variant.TrySend("y"));
        Assert.Equal("x y", variant.Result);

        var contravariant = OverContravariant(Objects()).Prime();
        Assert.Equal("b", contravariant.Send("x"));
        Assert.False(contravariant.TrySend("y"));
        Assert.Equal("x y", contravariant.Result);
    }
}

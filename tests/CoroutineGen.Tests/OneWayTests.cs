using CoroutineGen.Tests.Rules;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>What cannot be sent anything does not offer it, with and without a result; what can, does.</summary>
public sealed partial class OneWayTests
{
    private static readonly string[] Sending = ["Prime", "Send", "TrySend"];

    [Coroutine]
    private static void Count(int to, Yield<int> yield)
    {
        for (int n = 1; n <= to; n++)
            yield(n);
    }

    [Coroutine]
    private static string Counted(int to, Yield<int> yield)
    {
        for (int n = 1; n <= to; n++)
            yield(n);
        return $"{to}";
    }

    [Coroutine]
    private static int Folded(int to, Yield<int> yield)
    {
        yield(to);
        return to == 0 ? 0 : 1 + yield.From(Folded(to - 1));
    }

    [Coroutine]
    private string Delegating(IEnumerable<int> inner, Yield<int> yield)
    {
        yield.From(inner);
        return ToString()!;
    }

    [Coroutine]
    private static void Asks(Yield<int, string> yield) => yield(1);

    [Coroutine]
    private static string Answers(Yield<int, string> yield) => yield(1);

    [Coroutine]
    private static void Takes(Receive<int> yield) => yield();

    [Coroutine]
    private static int Sums(Receive<int> yield) => yield() + yield();

    [Theory]
    [InlineData(typeof(CountCoroutine), false)]
    [InlineData(typeof(CountedCoroutine), false)]
    [InlineData(typeof(FoldedCoroutine), false)]
    [InlineData(typeof(DelegatingCoroutine), false)]
    [InlineData(typeof(Coroutine<int>), false)]
    [InlineData(typeof(ResultCoroutine<int, string>), false)]
    [InlineData(typeof(AsksCoroutine), true)]
    [InlineData(typeof(AnswersCoroutine), true)]
    [InlineData(typeof(TakesCoroutine), true)]
    [InlineData(typeof(SumsCoroutine), true)]
    [InlineData(typeof(Coroutine<int, Unit>), true)]
    public void Only_what_is_sent_values_has_the_members_for_it(Type coroutine, bool isSent)
    {
        var members = coroutine.GetMembers().Select(member => member.Name).Intersect(Sending).Order(StringComparer.Ordinal);
        Assert.Equal(isSent ? Sending : [], members);
    }

    [Theory]
    [InlineData(typeof(CountCoroutine), typeof(ICoroutine<int>))]
    [InlineData(typeof(CountedCoroutine), typeof(ICoroutine<int, Unit, string>))]
    [InlineData(typeof(AsksCoroutine), typeof(ICoroutine<int, string>))]
    [InlineData(typeof(AnswersCoroutine), typeof(ICoroutine<int, string, string>))]
    [InlineData(typeof(TakesCoroutine), typeof(ICoroutine<Unit, int>))]
    [InlineData(typeof(SumsCoroutine), typeof(ICoroutine<Unit, int, int>))]
    public void Each_has_the_shape_that_can_be_delegated_to(Type coroutine, Type shape) => Assert.True(shape.IsAssignableFrom(coroutine));

    [Fact]
    public void A_delegator_that_is_sent_values_drops_them_and_gets_the_result()
    {
        var outer = Passes(Counted(2)).Prime();
        Assert.Equal(2, outer.Send("dropped"));
        Assert.False(outer.TrySend("dropped too"));
        Assert.Equal("2", outer.Result);
    }

    [Coroutine]
    private static string Passes(ResultCoroutine<int, string> inner, Yield<int, string> yield) => yield.From(inner);

    [Fact]
    public void A_unit_that_is_sent_through_the_shape_says_nothing()
    {
        var counted = Counted(1);
        ICoroutine<int, Unit, string> shape = counted;
        Refused.For(CoroutineStateReason.NotStarted, () => shape.TrySend(default));
        Assert.Equal(CoroutineState.Created, counted.State);
        Assert.True(shape.MoveNext());
        Assert.False(shape.TrySend(default));
        Assert.False(shape.TrySend(default));
        Assert.Equal("1", shape.Result);
    }

    /// <summary>A root that is sent units has the one-way coroutine in the middle of its chain.</summary>
    [Fact]
    public void Units_go_through_it_to_what_receives_them()
    {
        var outer = SendsUnits(Middle(Units())).Prime();
        Assert.Equal(2, outer.Send(default));
        Assert.False(outer.TrySend(default));
        Assert.Equal("got 2", outer.Result);
    }

    [Coroutine]
    private static string SendsUnits(ResultCoroutine<int, string> inner, Yield<int, Unit> yield) => yield.From(inner);

    [Coroutine]
    private static string Middle(Coroutine<int, Unit, string> inner, Yield<int> yield) => yield.From(inner);

    [Coroutine]
    private static string Units(Yield<int, Unit> yield)
    {
        int n = 0;
        for (; n < 2; n++)
            yield(n + 1);
        return $"got {n}";
    }
}

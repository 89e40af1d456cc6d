using Xunit;

namespace CoroutineGen.Tests.Inheriting;

/// <summary>Factories that a base class or an interface declares: whoever calls those comes to the body, as with any other method.</summary>
public sealed partial class InheritedFactoryTests
{
    [Fact]
    public void An_abstract_method_is_overridden()
    {
        Enemy enemy = new Goblin();
        Assert.Equal(["goblin walks", "goblin bites"], enemy.Script());
        Assert.Equal(PushStyle(new Goblin().Script), enemy.Script());
    }

    [Fact]
    public void An_override_is_overridden_again()
    {
        Enemy enemy = new Chief();
        Assert.Equal(["chief calls", "goblin walks", "goblin bites"], enemy.Script());
        Goblin goblin = new Chief();
        Assert.Equal(["chief calls", "goblin walks", "goblin bites"], goblin.Script());
    }

    [Fact]
    public void A_virtual_method_is_overridden_and_called_where_the_type_does_not_override_it()
    {
        Assert.Equal(["idle"], new Troll().Rest());
        Enemy chief = new Chief();
        Assert.Equal(["chief sleeps"], chief.Rest());
    }

    [Fact]
    public void A_protected_method_of_a_private_coroutine_is_overridden()
        => Assert.Equal(["troll breaks", "troll breaks"], new Troll().Twice());

    [Fact]
    public void A_sealed_class_returns_its_own_coroutine()
    {
        Troll.ScriptCoroutine script = new Troll().Script();
        while (script.MoveNext())
        {
        }
        Assert.Equal(3, script.Result);
        Enemy enemy = new Troll();
        Assert.IsType<Troll.ScriptCoroutine>(enemy.Script());
    }

    /// <summary>A coroutine that delegates to its own factory calls what overrides it; a frame pushed instead would not come there.</summary>
    [Fact]
    public void Its_own_call_of_an_overridden_factory_is_virtual()
    {
        Walker plain = new Plain();
        Assert.Equal([3, 2, 1], plain.Walk(3));
        Walker jumping = new Jumping();
        Assert.Equal([3, 30, 2, 20, 1, 10], jumping.Walk(3));
    }

    [Fact]
    public void Interfaces_are_implemented()
    {
        IShape<int> shape = new Line(3);
        Assert.Equal([0, 1, 2], shape.Points());
        var sums = shape.Sums(10);
        Assert.Same(sums, sums.Prime());
        Assert.Equal(10, sums.Current);
        Assert.Equal(15, sums.Send(5));
        var consumer = shape.Into(out var seen);
        Assert.True(consumer.MoveNext());
        consumer.TrySend(4);
        Assert.Equal([4], seen);
    }

    [Fact]
    public void Structs_and_records_implement_interfaces()
    {
        Assert.Equal([0, 1], ((IPoints)new Pair(2)).Points());
        Assert.Equal([7], ((IPoints)new One(7)).Points());
    }

    [Fact]
    public void An_interface_implements_the_method_of_another()
    {
        IPoints points = new Inherits();
        Assert.Equal([42], points.Points());
    }

    [Fact]
    public void What_is_implemented_explicitly_stays_so()
    {
        IPoints points = new ByHand();
        Assert.Equal([1, 2, 3], points.Points());
        Assert.Equal([4], new ByHand().Points());
    }

    [Fact]
    public void A_method_with_a_body_is_implemented_as_well()
    {
        IWithDefault plain = new LeavesDefault();
        IWithDefault own = new HasOwn();
        Assert.Equal([0], plain.Points());
        Assert.Equal([1], own.Points());
    }

    [Fact]
    public void What_implements_an_interface_may_be_overridden()
    {
        IPoints points = new Reversed();
        Assert.Equal([2, 1, 0], points.Points());
        Assert.Equal([0, 1, 2], ((IPoints)new Straight()).Points());
    }

    [Fact]
    public void A_static_method_of_an_interface_is_implemented() => Assert.Equal([1, 2], Made<Maker>());

    [Fact]
    public async Task Asynchronous_coroutines_implement_and_override()
    {
        IFeed feed = new Feed();
        Assert.Equal(["a", "b"], await All(feed.Lines(2)));
        Source source = new Feed();
        Assert.Equal(["c"], await All(source.More()));
    }

    [Fact]
    public async Task What_enumerates_is_a_coroutine_each_time_anew()
    {
        var tree = new Tree(2, new Tree(1), new Tree(4, new Tree(3)));
        Assert.Equal([1, 2, 3, 4], tree.ToList());
        Assert.Equal(10, tree.Sum());
        int count = 0;
        foreach (int value in tree)
            count += value;
        foreach (object value in (System.Collections.IEnumerable)tree)
            count += (int)value;
        Assert.Equal(20, count);

        IAsyncEnumerable<int> ticks = new Ticks(3);
        for (int i = 0; i < 2; i++)
        {
            int sum = 0;
            await foreach (int tick in ticks)
                sum += tick;
            Assert.Equal(3, sum);
        }
    }

    private static Coroutine<int> Made<T>()
        where T : IMaker
        => T.Make(2);

    private static async Task<List<string>> All(AsyncCoroutine<string> lines)
    {
        var all = new List<string>();
        await foreach (string line in lines)
            all.Add(line);
        return all;
    }

    private static List<string> PushStyle(Action<Yield<string>> method)
    {
        var all = new List<string>();
        method(all.Add);
        return all;
    }
}

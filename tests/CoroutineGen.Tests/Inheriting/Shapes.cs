namespace CoroutineGen.Tests.Inheriting;

public interface IPoints
{
    Coroutine<int> Points();
}

public interface IShape<T> : IPoints
{
    Coroutine<T, T> Sums(T first);

    ICoroutine<Unit, T> Into(out List<T> seen);
}

public sealed partial class Line(int length) : IShape<int>
{
    [Coroutine]
    private void Points(Yield<int> yield)
    {
        for (int i = 0; i < length; i++)
            yield(i);
    }

    [Coroutine]
    private int Sums(int first, Yield<int, int> yield)
    {
        int sum = first;
        while (true)
            sum += yield(sum);
    }

    public ICoroutine<Unit, int> Into(out List<int> seen) => Collect(seen = []);

    [Coroutine]
    private static void Collect(List<int> seen, Receive<int> receive)
    {
        while (true)
            seen.Add(receive());
    }
}

public readonly partial struct Pair(int count) : IPoints
{
    [Coroutine]
    public void Points(Yield<int> yield)
    {
        for (int i = 0; i < count; i++)
            yield(i);
    }
}

public partial record One(int Value) : IPoints
{
    [Coroutine]
    public void Points(Yield<int> yield) => yield(Value);
}

public partial interface ISingle : IPoints
{
    int Value { get; }

    [Coroutine]
    void Points(Yield<int> yield) => yield(Value);
}

public sealed class Inherits : ISingle
{
    public int Value => 42;
}

public partial class ByHand : IPoints
{
    Coroutine<int> IPoints.Points() => Three();

    [Coroutine]
    public void Points(Yield<int> yield) => yield(4);

    [Coroutine]
    private static void Three(Yield<int> yield)
    {
        yield(1);
        yield(2);
        yield(3);
    }
}

public partial interface IWithDefault
{
    Coroutine<int> Points() => Zero();

    [Coroutine]
    static void Zero(Yield<int> yield) => yield(0);
}

public sealed class LeavesDefault : IWithDefault;

public sealed partial class HasOwn : IWithDefault
{
    [Coroutine]
    private void Points(Yield<int> yield) => yield(1);
}

public abstract class PointsBase
{
    public abstract Coroutine<int> Points();
}

public partial class Straight : PointsBase, IPoints
{
    [Coroutine]
    public void Points(Yield<int> yield)
    {
        yield(0);
        yield(1);
        yield(2);
    }
}

public partial class Reversed : Straight
{
    [Coroutine]
    public new void Points(Yield<int> yield)
    {
        yield(2);
        yield(1);
        yield(0);
    }
}

public interface IMaker
{
    static abstract Coroutine<int> Make(int most);
}

public sealed partial class Maker : IMaker
{
    [Coroutine]
    private static void Make(int most, Yield<int> yield)
    {
        for (int i = 1; i <= most; i++)
            yield(i);
    }
}

public interface IFeed
{
    AsyncCoroutine<string> Lines(int most, CancellationToken token = default);
}

public abstract class Source
{
    public abstract AsyncCoroutine<string> More();
}

public partial class Feed : Source, IFeed
{
    [Coroutine]
    private async Task Lines(int most, AsyncYield<string> yield, CancellationToken token = default)
    {
        for (int i = 0; i < most; i++)
        {
            await Task.Delay(0, token);
            await yield($"{(char)('a' + i)}");
        }
    }

    [Coroutine]
    private async Task<int> More(AsyncYield<string> yield)
    {
        await Task.Yield();
        await yield("c");
        return 1;
    }
}

/// <summary>A sequence that is enumerated as often as one likes: each time by a coroutine of its own.</summary>
public partial class Tree(int value, Tree? left = null, Tree? right = null) : IEnumerable<int>
{
    [Coroutine]
    public void GetEnumerator(Yield<int> yield)
    {
        if (left is not null)
            yield.From(left.GetEnumerator());
        yield(value);
        if (right is not null)
            yield.From(right.GetEnumerator());
    }
}

public partial class Ticks(int most) : IAsyncEnumerable<int>
{
    [Coroutine]
    public async Task GetAsyncEnumerator(AsyncYield<int> yield, CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < most; i++)
        {
            await Task.Yield();
            await yield(i);
        }
    }
}

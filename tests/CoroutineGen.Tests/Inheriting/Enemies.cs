namespace CoroutineGen.Tests.Inheriting;

public abstract class Enemy
{
    public abstract Coroutine<string> Script();

    public virtual Coroutine<string> Rest() => Idling.Idle();

    protected virtual ICoroutine<string> Break() => Idling.Idle();

    public IEnumerable<string> Twice() => [.. Drain(Break()), .. Drain(Break())];

    private static IEnumerable<string> Drain(ICoroutine<string> coroutine)
    {
        while (coroutine.MoveNext())
            yield return coroutine.Current;
    }
}

public static partial class Idling
{
    [Coroutine]
    public static void Idle(Yield<string> yield) => yield("idle");
}

public partial class Goblin : Enemy
{
    [Coroutine]
    public void Script(Yield<string> yield)
    {
        yield("goblin walks");
        yield("goblin bites");
    }
}

public partial class Chief : Goblin
{
    [Coroutine]
    public new void Script(Yield<string> yield)
    {
        yield("chief calls");
        yield.From(base.Script());
    }

    [Coroutine]
    private void Rest(Yield<string> yield) => yield("chief sleeps");
}

public sealed partial class Troll : Enemy
{
    [Coroutine]
    public int Script(Yield<string> yield)
    {
        yield("troll waits");
        return 3;
    }

    [Coroutine]
    private void Break(Yield<string> yield) => yield("troll breaks");
}

public abstract class Walker
{
    public abstract Coroutine<int> Walk(int depth);
}

public partial class Plain : Walker
{
    [Coroutine]
    public void Walk(int depth, Yield<int> yield)
    {
        if (depth == 0)
            return;
        yield(depth);
        yield.From(Walk(depth - 1));
    }
}

public partial class Jumping : Plain
{
    [Coroutine]
    public new void Walk(int depth, Yield<int> yield)
    {
        if (depth == 0)
            return;
        var plain = base.Walk(depth);
        plain.MoveNext();
        yield(plain.Current);
        yield(depth * 10);
        yield.From(plain);
    }
}

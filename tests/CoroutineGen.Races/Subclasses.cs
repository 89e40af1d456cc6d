using CoroutineGen.CompilerServices;

namespace CoroutineGen.Races;

/// <summary>Classes derived by hand, with steps that say what is not true.</summary>
internal static class Subclasses
{
    public static void Run()
    {
        for (int round = 0; round < 200; round++)
        {
            Use(new Waiting());
            Use(new Forgetful());
            Use(new Misplaced());
            if (round % 50 == 0)
                GC.Collect();
        }
    }

    private static void Use(Coroutine<int> coroutine)
    {
        Try(coroutine, c => c.MoveNext());
        Try(coroutine, c => c.TryThrow(new BodyException()));
        Try(coroutine, c => _ = c.Current);
        Try(coroutine, c => _ = c.Delegate);
        Try(coroutine, c => c.MoveNext());
        Try(coroutine, c => c.Close());
        Try(coroutine, c => _ = c.Error);
        _ = coroutine.State;
    }

    private static void Try(Coroutine<int> coroutine, Action<Coroutine<int>> operation)
    {
        _ = coroutine.State;
        try
        {
            operation(coroutine);
        }
        catch (Exception)
        {
            // Any will do.
        }
    }

    /// <summary>Says that it delegates while it keeps the exception that it should have raised.</summary>
    private sealed class Waiting : Coroutine<int>
    {
        protected override string Name => "Waiting";

        protected override Protection ProtectionAt(int point) => Protection.Catch;

        protected override int Step(int point, Resumption how) => how == Resumption.Throw ? 1 | Delegating : 1;
    }

    /// <summary>Says that it delegates, and to nothing.</summary>
    private sealed class Forgetful : Coroutine<int>
    {
        protected override string Name => "Forgetful";

        protected override int Step(int point, Resumption how) => point == 0 ? 1 | Delegating : 1;

        protected override bool Unfold() => true;
    }

    /// <summary>Says that it stands where nothing stands.</summary>
    private sealed class Misplaced : Coroutine<int>
    {
        protected override string Name => "Misplaced";

        protected override Protection ProtectionAt(int point) => throw new BodyException();

        protected override int Step(int point, Resumption how)
        {
            Point = -4;
            return int.MinValue + point;
        }
    }
}

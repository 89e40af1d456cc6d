namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>What a use makes of each stage: which operation is legal in which state, and what state it leaves.</summary>
internal static class Transition
{
    /// <summary>The stages after a use that came back normally. A use that always throws leaves none.</summary>
    public static Stages After(Use use, Stages before)
    {
        if ((before & Stages.Unknown) != 0)
            return Stages.Unknown;
        var after = Stages.None;
        if ((before & Stages.Created) != 0)
            after |= FromCreated(use);
        if ((before & Stages.Suspended) != 0)
            after |= FromSuspended(use, Stages.Suspended);
        if ((before & Stages.Resumed) != 0)
            after |= FromSuspended(use, Stages.Resumed);
        return after | FromClosed(use, before & Stages.Closed);
    }

    /// <summary>The stages after a use that threw.</summary>
    public static Stages Failed(Use use, Stages before)
    {
        if ((before & Stages.Unknown) != 0 || !Runs(use))
            return before;
        var after = before & Stages.Closed;
        if ((before & (Stages.Suspended | Stages.Resumed)) != 0)
            after |= Stages.Finished;
        if ((before & Stages.Created) != 0)
            after |= use is Use.Send or Use.TrySend ? Stages.Created : Stages.Finished;
        return after;
    }

    /// <summary>Whether the use runs the coroutine's body.</summary>
    public static bool Runs(Use use) => use is not (Use.Query or Use.Enumerator or Use.Result or Use.TryGetResult);

    private static Stages FromCreated(Use use) => use switch
    {
        Use.Prime or Use.Next => Stages.Suspended,
        Use.MoveNext => Stages.Resumed,
        Use.Close or Use.Exhaust => Stages.Disposed,
        Use.Delegate => Stages.Finished,
        Use.Query or Use.Enumerator or Use.TryGetResult => Stages.Created,
        _ => Stages.None,
    };

    private static Stages FromSuspended(Use use, Stages which) => use switch
    {
        Use.Prime or Use.Next or Use.Send or Use.Throw => Stages.Suspended,
        Use.MoveNext or Use.TrySend or Use.TryThrow => Stages.Resumed,
        Use.Close or Use.Exhaust => Stages.Disposed,
        Use.Delegate => Stages.Finished,
        Use.Result => which == Stages.Resumed ? Stages.Finished : Stages.None,
        _ => which,
    };

    private static Stages FromClosed(Use use, Stages which)
        => use is Use.Prime or Use.Next or Use.Send or Use.Throw or Use.TryThrow ? Stages.None : which;
}

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>What a use makes of each stage: which operation is legal in which state, and what state it leaves.</summary>
internal static class Transition
{
    /// <summary>The stages after a use that came back normally. A use that always throws leaves none.</summary>
    public static Stages After(Use use, Stages before)
    {
        if ((before & Stages.Unknown) != 0)
            return Stages.Unknown;
        if ((before & Stages.InProgress) != 0)
            return Runs(use) ? Stages.Unknown : before;
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
        if ((before & Stages.Unclear) != 0 || !Runs(use))
            return before;
        var after = before & Stages.Closed;
        if ((before & (Stages.Suspended | Stages.Resumed)) != 0)
            after |= Stages.Finished;
        if ((before & Stages.Created) != 0)
            after |= use is Use.Send or Use.TrySend ? Stages.Created : Stages.Finished;
        return after;
    }

    /// <summary>The stages after an operation was begun whose answer is not taken where it is begun.</summary>
    /// <param name="use">The operation.</param>
    /// <param name="before">The stages before.</param>
    /// <param name="left">Pending, or Dropped where nobody keeps the operation.</param>
    public static Stages Begun(Use use, Stages before, Stages left)
    {
        if ((before & Stages.Dropped) != 0 && (before & (Stages.Unknown | Stages.Pending)) == 0 && left == Stages.Dropped)
            return left;
        if ((before & Stages.Unclear) != 0 || !Runs(use))
            return After(use, before);
        var running = Running(use, before);
        return running == Stages.None ? After(use, before) : running == before ? left : Stages.Unknown;
    }

    /// <summary>Whether the use runs the coroutine's body.</summary>
    public static bool Runs(Use use) => use is not (Use.Query or Use.Enumerator or Use.Result or Use.TryGetResult);

    /// <summary>Those of the stages in which the use runs the body. In the others it is over at once, or refused.</summary>
    private static Stages Running(Use use, Stages before) => before & (use switch
    {
        Use.Prime => Stages.Created,
        Use.Send or Use.TrySend or Use.Throw or Use.TryThrow or Use.Close => Stages.Suspended | Stages.Resumed,
        _ => Stages.Created | Stages.Suspended | Stages.Resumed,
    });

    private static Stages FromCreated(Use use) => use switch
    {
        Use.Prime or Use.Next => Stages.Suspended,
        Use.MoveNext or Use.NextOrDefault => Stages.Resumed,
        Use.Close or Use.Exhaust => Stages.Disposed,
        Use.Delegate or Use.Run => Stages.Finished,
        Use.Query or Use.Enumerator or Use.TryGetResult => Stages.Created,
        _ => Stages.None,
    };

    private static Stages FromSuspended(Use use, Stages which) => use switch
    {
        Use.Prime or Use.Next or Use.Send or Use.Throw => Stages.Suspended,
        Use.MoveNext or Use.NextOrDefault or Use.TrySend or Use.TryThrow => Stages.Resumed,
        Use.Close or Use.Exhaust => Stages.Disposed,
        Use.Delegate or Use.Run => Stages.Finished,
        Use.Result => which == Stages.Resumed ? Stages.Finished : Stages.None,
        _ => which,
    };

    private static Stages FromClosed(Use use, Stages which)
        => use is Use.Prime or Use.Next or Use.Send or Use.Throw or Use.TryThrow ? Stages.None : which;
}

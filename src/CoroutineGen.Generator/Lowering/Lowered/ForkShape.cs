using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>What a fork has to do for the variables of a body, beyond copying its frame.</summary>
/// <param name="Variables">What must not be shared: environments, coroutines, enumerators.</param>
/// <param name="Values">All that the forker is asked for, and what may be a resource of which the fork has its own.</param>
internal sealed record ForkShape(EquatableArray<ForkedVariable> Variables, EquatableArray<ForkedVariable> Values)
{
    /// <summary>Whether the frame alone says what to do: no variable can hold what might be met again elsewhere.</summary>
    public bool IsAlone => Variables.All(IsByItself);

    /// <summary>The points at which that is not so; empty for all, as for a folded body, whose frames stand at several.</summary>
    /// <param name="last">The last point of the body.</param>
    /// <param name="isFolded">Whether the body is folded.</param>
    public EquatableArray<int> PointsTogether(int last, bool isFolded)
    {
        var together = Variables.Where(v => !IsByItself(v)).ToList();
        if (isFolded || together.Exists(v => v is { Points.Count: 0, Scope: null }))
            return EquatableArray<int>.Empty;
        // There is no environment yet at the start.
        var points = together.SelectMany(v => v.Points.Count == 0 ? Enumerable.Range(1, last) : v.Points)
            .Distinct().OrderBy(p => p).ToList();
        return points.Count > last ? EquatableArray<int>.Empty : points.ToEquatableArray();
    }

    private static bool IsByItself(ForkedVariable variable) => variable.Way is ForkWay.Environment or ForkWay.Box;
}

/// <summary>A variable that a fork has to look at.</summary>
/// <param name="Scope">The field of the environment that it lives in; null for the frame itself.</param>
/// <param name="Field">Its field.</param>
/// <param name="Type">The type of the field.</param>
/// <param name="Name">The user's name for it; null for a value that only generated code keeps.</param>
/// <param name="Way">What is to be done.</param>
/// <param name="Points">The points at which it may still be read, in their order; 0 is the start.</param>
internal sealed record ForkedVariable(
    string? Scope, string Field, string Type, string? Name, ForkWay Way, EquatableArray<int> Points);

/// <summary>How a fork gets what a variable holds.</summary>
internal enum ForkWay
{
    /// <summary>It is shared, or what the forker says.</summary>
    Value,

    /// <summary>A new environment with the same variables.</summary>
    Environment,

    /// <summary>A new box with the same value: the variable's type has no name.</summary>
    Box,

    /// <summary>The twin, if it is a coroutine.</summary>
    MaybeCoroutine,

    /// <summary>A twin, or the fork fails: an enumerator, a coroutine, or a resource that is held.</summary>
    Own,
}

namespace CoroutineGen.Tests;

/// <summary>Coroutines that delegate to others, or hold them: composed at random, some of them met several times.</summary>
internal static class RandomComposition
{
    /// <param name="dice">The same dice compose the same.</param>
    /// <param name="depth">How many may be within each other.</param>
    /// <param name="made">What has been made, and may be met again.</param>
    /// <param name="leaves">Make one that needs no other.</param>
    /// <param name="others">Make one of others, which they ask for.</param>
    public static Coroutine<int, int, int> Of(
        Random dice, int depth, List<Coroutine<int, int, int>> made,
        Func<Random, Coroutine<int, int, int>>[] leaves, Func<Random, Func<Coroutine<int, int, int>>, Coroutine<int, int, int>>[] others)
    {
        if (made.Count > 0 && dice.Next(6) == 0)
            return made[dice.Next(made.Count)];
        int which = dice.Next(depth <= 0 ? leaves.Length : leaves.Length + others.Length);
        var coroutine = which < leaves.Length
            ? leaves[which](dice)
            : others[which - leaves.Length](dice, () => Of(dice, depth - 1, made, leaves, others));
        made.Add(coroutine);
        return coroutine;
    }
}

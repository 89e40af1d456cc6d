using System.Collections.Generic;

namespace CoroutineGen.Saving;

/// <summary>Finds coroutines that delegate in a circle, by the numbers of what each delegates to.</summary>
internal static class Circles
{
    /// <summary>Whether there is one.</summary>
    /// <param name="inner">What each delegates to; -1 for nothing.</param>
    public static bool Any(IReadOnlyList<int> inner)
    {
        int[] seen = new int[inner.Count];
        for (int i = 0; i < seen.Length; i++)
        {
            int at = i;
            for (; at >= 0 && seen[at] == 0; at = inner[at])
                seen[at] = i + 1;
            if (at >= 0 && seen[at] == i + 1)
                return true;
        }
        return false;
    }
}

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Which of the combinations are tried: every place with every form, each time with a few types and ways to wait.</summary>
internal static class Plan
{
    private static readonly Waits[] Ways =
        [Waits.Value, Waits.Index, Waits.Receiver, Waits.Value | Waits.Index, Waits.Value | Waits.Receiver];

    /// <param name="types">With how many types a place and a form are tried, for each way to wait.</param>
    /// <param name="every">Only every so many of these.</param>
    public static IEnumerable<Combination> Combinations(int types, int every)
    {
        int number = 0, turn = 0;
        foreach (var place in Place.All)
        {
            foreach (var form in Form.All)
            {
                foreach (var waits in Ways)
                {
                    ElementType[] fitting = [.. ElementType.All.Where(t => Combination.IsPossible(place, form, t, waits))];
                    if (fitting.Length == 0)
                        continue;
                    // By turns, so that every type meets every place and every form.
                    turn += 7;
                    for (int i = 0; i < Math.Min(types, fitting.Length); i++)
                    {
                        if (number++ % every == 0)
                            yield return new(number, place, form, fitting[(turn + i) % fitting.Length], waits);
                    }
                }
            }
        }
    }
}

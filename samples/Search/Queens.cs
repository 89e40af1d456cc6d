using CoroutineGen;

namespace Search;

/// <summary>Queens on a board, none of which attacks another: a plain loop over the rows, without a line that takes a queen back.</summary>
static partial class Queens
{
    /// <returns>The column of the queen in each row, as letters; null where a queen would be attacked.</returns>
    [Coroutine(Forkable = true)]
    public static string? Place(int size, Yield<int, int> choose)
    {
        string placed = "";
        int columns = 0, rising = 0, falling = 0;
        for (int row = 0; row < size; row++)
        {
            int column = choose(size);
            int bit = 1 << column;
            if (((columns | rising | falling) & bit) != 0)
                return null;
            columns |= bit;
            rising = (rising | bit) << 1;
            falling = (falling | bit) >> 1;
            placed += (char)('a' + column);
        }
        return placed;
    }
}

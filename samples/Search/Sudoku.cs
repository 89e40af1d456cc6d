using CoroutineGen;

namespace Search;

/// <summary>A sudoku as one fills it in: the cell with the fewest possible digits, and one of these.</summary>
static partial class Sudoku
{
    /// <param name="board">81 characters, row by row; a point is an empty cell.</param>
    /// <param name="choose">Asks which of the digits that fit.</param>
    /// <returns>The board without empty cells; null where no digit fits.</returns>
    [Coroutine(Forkable = true)]
    public static string? Solve(string board, Yield<int, int> choose)
    {
        while (Hardest(board) is var (cell, digits) && cell >= 0)
        {
            if (digits.Length == 0)
                return null;
            char digit = digits[choose(digits.Length)];
            board = board[..cell] + digit + board[(cell + 1)..];
        }
        return board;
    }

    private static (int Cell, string Digits) Hardest(string board)
        => Enumerable.Range(0, 81).Where(cell => board[cell] == '.').Select(cell => (cell, Fitting(board, cell)))
            .DefaultIfEmpty((-1, "")).MinBy(candidate => candidate.Item2.Length);

    private static string Fitting(string board, int cell)
    {
        var seen = Enumerable.Range(0, 81)
            .Where(other => other / 9 == cell / 9 || other % 9 == cell % 9 || (other / 27 == cell / 27 && other % 9 / 3 == cell % 9 / 3))
            .Select(other => board[other]);
        return new string([.. "123456789".Except(seen)]);
    }
}

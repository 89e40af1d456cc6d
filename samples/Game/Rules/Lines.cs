namespace Game.Rules;

/// <summary>The lines of the board: its points by name, which three of them are a mill, and which are neighbours.</summary>
static class Lines
{
    private static readonly string[] Rows =
    [
        "a7 d7 g7", "b6 d6 f6", "c5 d5 e5", "a4 b4 c4", "e4 f4 g4", "c3 d3 e3", "b2 d2 f2", "a1 d1 g1",
    ];

    private static readonly string[] Columns =
    [
        "a7 a4 a1", "b6 b4 b2", "c5 c4 c3", "d7 d6 d5", "d3 d2 d1", "e5 e4 e3", "f6 f4 f2", "g7 g4 g1",
    ];

    /// <summary>The 24 points, from the top left to the bottom right.</summary>
    public static readonly string[] Names = [.. Rows.SelectMany(row => row.Split(' '))];

    /// <summary>The 16 lines of three points.</summary>
    public static readonly int[][] All = [.. Rows.Concat(Columns).Select(line => line.Split(' ').Select(Number).ToArray())];

    /// <summary>For each point the two lines through it.</summary>
    public static readonly int[][][] Through = [.. Names.Select((_, point) => All.Where(line => line.Contains(point)).ToArray())];

    /// <summary>For each point those that are next to it on a line.</summary>
    public static readonly int[][] Neighbours = [.. Names.Select((_, point) => NextTo(point))];

    /// <summary>The place of a point in <see cref="Names"/>.</summary>
    public static int Number(string name) => Array.IndexOf(Names, name);

    private static int[] NextTo(int point)
        => [.. Through[point].SelectMany(line => line.Where((_, n) => Math.Abs(n - Array.IndexOf(line, point)) == 1)).Order()];
}

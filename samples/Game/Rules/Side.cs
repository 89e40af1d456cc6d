namespace Game.Rules;

/// <summary>Who plays.</summary>
enum Side
{
    White,
    Black,
}

static class Sides
{
    /// <summary>The one across the table.</summary>
    public static Side Other(this Side side) => side == Side.White ? Side.Black : Side.White;

    /// <summary>How a man of that side stands in <see cref="Board.Points"/>.</summary>
    public static char Man(this Side side) => side == Side.White ? 'w' : 'b';
}

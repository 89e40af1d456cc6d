using System.Collections.Immutable;

namespace Game.Rules;

/// <summary>Where the men stand. It never changes: a move makes another board, so that forks of a game may share one.</summary>
/// <param name="Points">A character for each point, in the order of <see cref="Lines.Names"/>: 'w', 'b' or '.'.</param>
sealed record Board(string Points)
{
    /// <summary>How many men a side may fly with: to any point, not only the next.</summary>
    private const int Few = 3;

    public static readonly Board Start = new(new string('.', 24));

    public Board Put(string point, Side side) => With(Lines.Number(point), side.Man());

    public Board Remove(string point) => With(Lines.Number(point), '.');

    /// <param name="move">As "d6-d5".</param>
    /// <param name="side">Whose man that is.</param>
    public Board Move(string move, Side side) => Remove(move[..2]).Put(move[3..], side);

    public int Men(Side side) => Points.AsSpan().Count(side.Man());

    /// <summary>How many mills a side has.</summary>
    public int Mills(Side side) => Lines.All.Count(line => IsMill(line, side.Man()));

    /// <summary>Whether the man there stands in a mill.</summary>
    public bool InMill(string point) => InMill(Lines.Number(point));

    /// <summary>Where a man may be placed.</summary>
    public ImmutableArray<string> Free() => Named(Where('.'));

    /// <summary>What a side may move.</summary>
    public ImmutableArray<string> Moves(Side side)
    {
        bool flies = Men(side) <= Few;
        return
        [
            .. from man in Where(side.Man())
               from to in flies ? Where('.') : Lines.Neighbours[man]
               where Points[to] == '.'
               select $"{Lines.Names[man]}-{Lines.Names[to]}",
        ];
    }

    /// <summary>What may be taken of a side: men that are in no mill, or any if all are.</summary>
    public ImmutableArray<string> Takeable(Side side)
    {
        int[] men = [.. Where(side.Man())];
        int[] loose = [.. men.Where(man => !InMill(man))];
        return Named(loose.Length > 0 ? loose : men);
    }

    private IEnumerable<int> Where(char what) => Enumerable.Range(0, Points.Length).Where(point => Points[point] == what);

    private bool InMill(int point) => Points[point] != '.' && Lines.Through[point].Any(line => IsMill(line, Points[point]));

    private bool IsMill(int[] line, char man) => Points[line[0]] == man && Points[line[1]] == man && Points[line[2]] == man;

    private Board With(int point, char what) => new($"{Points[..point]}{what}{Points[(point + 1)..]}");

    private static ImmutableArray<string> Named(IEnumerable<int> points) => [.. points.Select(point => Lines.Names[point])];
}

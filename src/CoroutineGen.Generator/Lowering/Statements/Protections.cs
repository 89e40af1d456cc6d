namespace CoroutineGen.Generator.Lowering;

/// <summary>What surrounds the place that is being lowered: decides how a Throw or a Close enters a suspension there.</summary>
internal sealed class Protections(Exits exits)
{
    private readonly Stack<Guards> _surrounding = new();

    public Guards Current => _surrounding.Aggregate(Guards.None, (all, one) => all | one);

    /// <summary>
    /// How a close leaves from here: nothing where no finally has to run, or where the close comes as a real exception because a clause
    /// names it.
    /// </summary>
    public Code? OnClose
    {
        get
        {
            var current = Current;
            return (current & Guards.Finally) != 0 && (current & Guards.Exit) == 0 ? exits.Close() : null;
        }
    }

    /// <summary>How many surround it.</summary>
    public int Depth => _surrounding.Count;

    public void Enter(Guards guards) => _surrounding.Push(guards);

    public void Leave() => _surrounding.Pop();

    public Label NewLabel(string hint) => exits.NewLabel(hint);
}

using System.Globalization;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// A finally block that suspends, and therefore stands behind its try block as ordinary code. What leaves through it notes by a number
/// where it wants to go, and goes there afterwards.
/// </summary>
/// <param name="leave">Where to go afterwards: 0 on, n the n-th of <see cref="Exits"/>.</param>
/// <param name="error">The exception to throw again afterwards, or null.</param>
/// <param name="start">Where it begins.</param>
internal sealed class MovedFinally(Variable leave, Variable error, Label start)
{
    private readonly List<Exit> _exits = [];

    public Variable Leave { get; } = leave;

    public Variable Error { get; } = error;

    public Label Start { get; } = start;

    /// <summary>The exits that cross it, numbered from 1.</summary>
    public IReadOnlyList<Exit> Exits => _exits;

    /// <summary>goto End;   ----&gt;   { f.leave = 2; goto Finally; }</summary>
    /// <param name="exit">Where it wants to go.</param>
    /// <param name="before">What is to be done at once.</param>
    public Code Cross(Exit exit, Code? before = null)
        => Code.Of("{ ", before ?? Code.Empty, Leave, " = ", NumberOf(exit), "; goto ", Start, "; }");

    private string NumberOf(Exit exit)
    {
        int index = _exits.IndexOf(exit);
        if (index < 0)
        {
            index = _exits.Count;
            _exits.Add(exit);
        }
        return (index + 1).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A way out of a region.</summary>
internal sealed record Exit(ExitKind Kind, Label? Target);

internal enum ExitKind
{
    Return,
    Jump,
    Close,
}

using System.Globalization;
using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// A finally block that suspends, and therefore stands behind its try block as ordinary code. An exit that crosses it stores its number,
/// and is performed behind it.
/// </summary>
/// <param name="leave">The variable with the number of the exit that crosses it: n for the n-th of <see cref="Exits"/>, 0 for none.</param>
/// <param name="error">The variable with the exception to rethrow behind it, or null.</param>
/// <param name="start">The label of its first statement.</param>
internal sealed class MovedFinally(Variable leave, Variable error, Label start)
{
    private readonly List<Exit> _exits = [];

    public Variable Leave { get; } = leave;

    public Variable Error { get; } = error;

    public Label Start { get; } = start;

    /// <summary>The exits that cross it, numbered from 1.</summary>
    public IReadOnlyList<Exit> Exits => _exits;

    /// <summary>How an exit crosses it.</summary>
    /// <param name="exit">The exit.</param>
    /// <param name="before">What has to be done before, as to store a result.</param>
    // goto End1;    ---->  { f.leave1 = 3; goto Finally1; }
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

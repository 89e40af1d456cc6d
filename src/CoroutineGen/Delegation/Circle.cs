namespace CoroutineGen.Delegation;

/// <summary>
/// Finds out that a walk along links goes around: coroutines that delegate to one another can only have got there by racing threads. By
/// Brent's algorithm: one of the coroutines is remembered, after 1, 2, 4, 8.. steps a new one.
/// </summary>
internal struct Circle<TYield>
{
    private CoroutineCore<TYield>? _remembered;
    private uint _steps;
    private uint _next;

    /// <summary>Whether the walk was at <paramref name="node"/> before.</summary>
    public bool ClosesAt(CoroutineCore<TYield> node)
    {
        if (node == _remembered)
            return true;
        if (_steps++ == _next)
        {
            _remembered = node;
            _next = _steps * 2;
        }
        return false;
    }
}

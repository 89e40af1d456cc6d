using System.ComponentModel;

namespace CoroutineGen;

/// <summary>
/// Decides what a fork shares: it is given the objects that the variables hold, which are shared otherwise (rules 213 and 214).
/// </summary>
public abstract class Forker
{
    /// <summary>Makes a forker.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Forker()
    {
    }

    /// <summary>
    /// What a variable of the fork holds. Asked of each variable that the coroutine, or one that it delegates to, may still read, and once
    /// for each object; not of coroutines, which are forked, and not of what a loop is going through.
    /// </summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="variable">Its name.</param>
    /// <param name="value">What it holds in the original; never null.</param>
    /// <returns>A copy, or <paramref name="value"/> itself, which the two then share.</returns>
    public virtual T Copy<T>(string variable, T value) => value;
}

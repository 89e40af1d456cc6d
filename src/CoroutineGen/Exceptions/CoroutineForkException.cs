using System;

namespace CoroutineGen;

/// <summary>
/// A coroutine cannot be forked because of something that it uses, and of which only the run time knows what it is (rules 211, 220 and
/// 221): nothing has changed.
/// </summary>
public sealed class CoroutineForkException : InvalidOperationException
{
    /// <summary>The error for what stands in the way of a fork.</summary>
    /// <param name="coroutine">The method of the coroutine that uses it.</param>
    /// <param name="variable">The variable that holds it; null where the coroutine delegates to it.</param>
    /// <param name="obstacle">What cannot be forked.</param>
    internal CoroutineForkException(string coroutine, string? variable, object obstacle)
        : base(Describe(coroutine, variable, obstacle))
    {
        Coroutine = coroutine;
        Variable = variable;
    }

    /// <summary>The name of the method whose coroutine uses what cannot be forked.</summary>
    public string Coroutine { get; }

    /// <summary>The variable that holds it, or the expression that gave it; null where the coroutine delegates to it.</summary>
    public string? Variable { get; }

    private static string Describe(string coroutine, string? variable, object obstacle)
        => (variable is null ? $"'{coroutine}' delegates to" : $"'{variable}' of '{coroutine}' is")
            + $" a {obstacle?.GetType()}, which cannot be forked: use a coroutine with Forkable = true, an array or a list, or implement "
            + "IForkable.";
}

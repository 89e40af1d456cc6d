using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>A coroutine that returns a value (PEP 380).</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent; <see cref="Unit"/> where the body is one-way.</typeparam>
/// <typeparam name="TReturn">What it returns.</typeparam>
[StackTraceHidden]
public abstract class Coroutine<TYield, TSend, TReturn> : Coroutine<TYield, TSend>, ICoroutine<TYield, TSend, TReturn>
{
    /// <summary>What the body has returned, if it has: a step stores it here.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Returned<TReturn> Returned;

    /// <summary>Makes a coroutine of which nothing has run (rule 1).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Coroutine()
    {
    }

    /// <summary>Whether the body has returned. A coroutine that failed, or was closed without returning, has no result (rule 60).</summary>
    public bool HasResult => Point == Closed && Returned.IsSet && Error is null;

    /// <summary>What the body returned: readable for ever (rule 25), also where it returned while being closed (rule 59).</summary>
    /// <exception cref="InvalidOperationException">
    /// The body has not returned (rule 30); <see cref="Exception.InnerException"/> is the error that ended it.
    /// </exception>
    public TReturn Result
    {
        get
        {
            if (!HasResult)
                Raise.NoResult(Error, Name);
            return Returned.Value;
        }
    }

    internal sealed override bool HasOutcome => HasResult;

    internal override object? BoxedResult => HasResult ? Returned.Value : null;

    /// <summary>Reads the result if there is one.</summary>
    /// <param name="result">What the body returned, or <c>default</c>.</param>
    /// <returns>Whether the body has returned.</returns>
    public bool TryGetResult([MaybeNullWhen(false)] out TReturn result)
    {
        result = HasResult ? Returned.Value : default;
        return HasResult;
    }

    /// <inheritdoc cref="Coroutine{TYield, TSend}.Prime"/>
    public new Coroutine<TYield, TSend, TReturn> Prime()
    {
        base.Prime();
        return this;
    }

    private protected sealed override void ForgetResult() => Returned = default;
}

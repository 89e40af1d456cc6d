using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>An asynchronous coroutine that returns a value (rule 120).</summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent; <see cref="Unit"/> where the body is one-way.</typeparam>
/// <typeparam name="TReturn">What it returns.</typeparam>
[StackTraceHidden]
public abstract class AsyncCoroutine<TYield, TSend, TReturn>
    : AsyncCoroutine<TYield, TSend>, IAsyncCoroutine<TYield, TSend, TReturn>, AsyncReturned<TReturn>.IPlace
{
    private Returned<TReturn> _returned;

    /// <summary>Makes a coroutine of which nothing has run, and which has captured nothing (rule 116).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AsyncCoroutine()
    {
    }

    /// <summary>Whether the body has returned. A coroutine that failed, or was closed without returning, has no result (rule 60).</summary>
    public bool HasResult => Point == Closed && _returned.IsSet && Error is null;

    /// <summary>What the body returned: readable for ever, also where it returned while being closed (rules 137 and 151).</summary>
    /// <exception cref="InvalidOperationException">
    /// The body has not returned; <see cref="Exception.InnerException"/> is the error that ended it.
    /// </exception>
    public TReturn Result
    {
        get
        {
            if (!HasResult)
                Raise.NoResult(Error, Name);
            return _returned.Value;
        }
    }

    /// <summary>The place for what the body returns.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected AsyncReturned<TReturn> Returned => new(this);

    internal sealed override bool HasOutcome => HasResult;

    internal override object? BoxedResult => HasResult ? _returned.Value : null;

    /// <summary>Reads the result if there is one.</summary>
    /// <param name="result">What the body returned, or <c>default</c>.</param>
    /// <returns>Whether the body has returned.</returns>
    public bool TryGetResult([MaybeNullWhen(false)] out TReturn result)
    {
        result = HasResult ? _returned.Value : default;
        return HasResult;
    }

    /// <inheritdoc cref="AsyncCoroutine{TYield, TSend}.PrimeAsync()"/>
    public new ValueTask<AsyncCoroutine<TYield, TSend, TReturn>> PrimeAsync() => PrimeAsync(this);

    void AsyncReturned<TReturn>.IPlace.Return(TReturn value) => _returned.Value = value;

    private protected sealed override void ForgetResult() => _returned = default;
}

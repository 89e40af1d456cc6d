using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>The place for the result of a body, which knows whether there is one. For generated code.</summary>
/// <typeparam name="TReturn">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Returned<TReturn>
{
    private TReturn _value;

    /// <summary>Whether the body has returned.</summary>
    internal bool IsSet { get; private set; }

    /// <summary>What the body returns.</summary>
    public TReturn Value
    {
        readonly get => _value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set
        {
            _value = value;
            IsSet = true;
        }
    }

    /// <summary>Moves the result of a call that the method has made of itself to its caller.</summary>
    /// <returns>The result; nothing of it stays.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReturn Take()
    {
        var value = _value;
        this = default;
        return value;
    }
}

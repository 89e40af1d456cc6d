using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// The place for the result of an asynchronous body: a step that awaits cannot be given a reference. Only a coroutine makes one, and gives
/// it to its own step. For generated code.
/// </summary>
/// <typeparam name="TReturn">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AsyncReturned<TReturn>
{
    private readonly IPlace _place;

    internal AsyncReturned(IPlace place) => _place = place;

    /// <summary>The coroutine, whatever it yields and is sent.</summary>
    internal interface IPlace
    {
        void Return(TReturn value);
    }

    /// <summary>What the body returns.</summary>
    public TReturn Value
    {
        set => _place.Return(value);
    }
}

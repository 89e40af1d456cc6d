using System;

namespace CoroutineGen;

/// <summary>
/// Makes a coroutine of a method: the generator adds, to the same partial type, an overload without the yield parameter that
/// returns a state machine with the method's behaviour.
/// </summary>
/// <remarks>
/// The method has exactly one parameter of type <see cref="Yield{TYield}"/>, <see cref="Yield{TYield, TSend}"/> or
/// <see cref="Receive{TSend}"/>. It stays an ordinary method: called with a callback it runs push-style.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CoroutineAttribute : Attribute
{
    /// <summary>
    /// The name of the generated class. Null, the default, for the method's name followed by <c>Coroutine</c>; overloads of one
    /// method in one type need names of their own.
    /// </summary>
    public string? ClassName { get; set; }

    /// <summary>
    /// Whether the factory returns the coroutine run to its first yield, ready for a send (rule 5). False by default: a call runs
    /// nothing of the body (rule 1).
    /// </summary>
    public bool Primed { get; set; }

    /// <summary>
    /// Whether the coroutine has a method <c>Fork()</c>, which makes another coroutine that stands at the same point (rule 201). Then the
    /// body must not keep across a yield what cannot be copied. False by default.
    /// </summary>
    public bool Forkable { get; set; }

    /// <summary>
    /// Whether the coroutine can be saved and restored (rule 227). Then the body must not keep across a yield what cannot be saved, each
    /// yield needs a name of its own, its label or its text, and these names and those of the variables are a contract with what has been
    /// saved. False by default.
    /// </summary>
    public bool Saveable { get; set; }

    /// <summary>
    /// The name under which the coroutine is saved. Null, the default, for that of its method, with its type and the types of the
    /// parameters; with a name of its own, a method that is renamed, moved, or given a parameter is still the same coroutine (rule
    /// 253). What older programs restore from has to go on being called so.
    /// </summary>
    public string? SavedName { get; set; }

    /// <summary>
    /// The name of a static method of the same type that changes what was saved by an earlier version before it is read (rule 260). It
    /// takes a <see cref="SavedCoroutine"/> and returns nothing. Null, the default, for none.
    /// </summary>
    public string? Migrate { get; set; }
}

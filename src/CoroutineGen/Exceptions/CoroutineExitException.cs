using System;

namespace CoroutineGen;

/// <summary>
/// Python's GeneratorExit (PEP 342): what <c>Close</c> raises at the yield where a coroutine stands, if a clause there names it.
/// </summary>
/// <remarks>
/// In a coroutine only a catch clause that names this class sees it; <c>catch</c> and <c>catch (Exception)</c> do not (rule 66). A
/// body that lets it go, or raises another, is closed without error (rule 58); a body that yields instead has ignored it (rule 61).
/// </remarks>
public sealed class CoroutineExitException : Exception
{
    /// <summary>A request to end, with the usual text.</summary>
    public CoroutineExitException()
        : base("The coroutine is asked to end.")
    {
    }

    /// <summary>A request to end, with a text of your own.</summary>
    /// <param name="message">The text.</param>
    public CoroutineExitException(string message)
        : base(message)
    {
    }
}

namespace CoroutineGen.Fuzz.Systematic;

internal enum Result
{
    /// <summary>C# does not have it.</summary>
    Unlawful,
    /// <summary>It does what its push-style call does.</summary>
    Same,
    /// <summary>A diagnostic of ours says that it is not supported.</summary>
    Refused,
    /// <summary>The generated code does not compile.</summary>
    BadCode,
    /// <summary>It does something else.</summary>
    Different,
}

/// <param name="Message">The diagnostic, the error, or where the traces part.</param>
internal sealed record Outcome(Combination Combination, Result Result, string Message = "")
{
    public bool IsFinding => Result is Result.BadCode or Result.Different || (Result == Result.Refused && Refusals.ReasonOf(Message) is null);
}

namespace CoroutineGen.Fuzz.Running;

internal enum Verdict
{
    /// <summary>Both traces are the same.</summary>
    Same,
    /// <summary>They are not.</summary>
    Different,
    /// <summary>Two traces of the reference itself are not, with awaits that go otherwise: the fuzzer has made something that it must not.</summary>
    Unsteady,
    /// <summary>A diagnostic of ours says that the program is not supported.</summary>
    Refused,
    /// <summary>The generated code does not compile.</summary>
    BadCode,
    /// <summary>The generator failed on it, or refused it without a word.</summary>
    InternalError,
    /// <summary>
    /// The process died of a signal, and the traces are the same without optimization: a bug of .NET's compiler, which plain C# meets as well
    /// (the known hazard of SEMANTICS.md).
    /// </summary>
    JitCrash,
    /// <summary>The process died while it ran.</summary>
    Crash,
    /// <summary>It did not come to an end.</summary>
    Hang,
    /// <summary>The grammar made something that is not C#: a bug of the fuzzer.</summary>
    BadProgram,
}

/// <summary>What came of a program.</summary>
/// <param name="Verdict">How it went.</param>
/// <param name="Message">Why: the diagnostic, the error, or where the traces part.</param>
internal sealed record ProgramOutcome(Verdict Verdict, string Message, string[]? Expected = null, string[]? Actual = null)
{
    /// <summary>How often a coroutine was saved, and how often it was not, by the reason.</summary>
    public Dictionary<string, int>? Saves { get; init; }

    public bool IsFinding => Verdict is Verdict.Different or Verdict.Unsteady or Verdict.BadCode or Verdict.InternalError or Verdict.Crash or Verdict.Hang;

    /// <summary>What two programs with the same bug have in common, as well as one can tell.</summary>
    public string Kind => Verdict switch
    {
        Verdict.BadCode or Verdict.Refused => $"{Verdict} {Message.Split(':')[0]}",
        // The exit code, the exception and the method that it comes from.
        Verdict.Crash => $"{Verdict} {string.Join(' ', Message.Split('\n').Take(2).Select(line => line.Split(" in ")[0]))}",
        Verdict.InternalError => $"{Verdict} {Message[(Message.IndexOf('(') + 1)..].Split('\'')[0]}",
        _ => Verdict.ToString(),
    };
}

/// <summary>A batch, ready to run: those of its programs that compile, and what became of the others.</summary>
internal sealed record CompiledBatch(byte[] Image, ProgramOutcome?[] Outcomes, Func<int, string> GeneratedText);

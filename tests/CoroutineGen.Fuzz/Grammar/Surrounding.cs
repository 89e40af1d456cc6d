namespace CoroutineGen.Fuzz.Grammar;

/// <summary>What is unusual around the coroutines of a program, and not in any statement of theirs; one thing at most.</summary>
internal enum Surrounding
{
    None,

    /// <summary>A type of their file has the name of another one, which other files see. It is refused.</summary>
    FileLocalType,

    /// <summary>They are obsolete, and so they may use what must not be used.</summary>
    Obsolete,

    /// <summary>Other methods have their name.</summary>
    Overload,

    /// <summary>The types that they stand in are called like those that are generated for them.</summary>
    HostNames,

    /// <summary>The lines of the file end in another way.</summary>
    LineEnds,

    /// <summary>The name of a folder has quotes.</summary>
    QuotedPath,

    /// <summary>They use an assembly that has no name but an alias.</summary>
    ExternAlias,
}

internal static class SurroundingChoice
{
    private static readonly string[] LineEnds = ["\r\n", "\r", "\u2028", "\u2029", "\u0085"];

    /// <summary>A sixth of the programs have one.</summary>
    public static Surrounding Choose(Dice dice)
    {
        var all = Enum.GetValues<Surrounding>();
        return dice.Chance(16) ? all[1 + dice.Next(all.Length - 1)] : Surrounding.None;
    }

    /// <summary>What is said of each coroutine.</summary>
    public static string Attributes(Surrounding surrounding) => surrounding switch
    {
        Surrounding.Obsolete => "[Coroutine, Obsolete(\"old\")]",
        _ => "[Coroutine]",
    };

    /// <summary>What stands beside a coroutine in its type.</summary>
    public static string Beside(Surrounding surrounding, Placement coroutine) => surrounding switch
    {
        Surrounding.Overload => $"    internal static int C{coroutine.Index}(string? text) => text is null ? 7 : 8;",
        _ => "",
    };

    /// <summary>The name of the type that a coroutine stands in.</summary>
    public static string? HostName(Surrounding surrounding, Dice dice, int index)
        => surrounding == Surrounding.HostNames ? dice.Of($"C{index}Locals", $"C{index}Locals_", $"Frame{index}") : null;

    /// <summary>The file, with what goes around the types.</summary>
    public static string Around(Surrounding surrounding, Dice dice, string text) => surrounding switch
    {
        Surrounding.FileLocalType => text + "\nfile static class Hidden { public static int Value(int value) => value + 1; }\n",
        Surrounding.ExternAlias => $"extern alias {FuzzProgram.Alias};\n" + text,
        Surrounding.LineEnds => text.ReplaceLineEndings(dice.Of(LineEnds)),
        _ => text,
    };
}

using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>What a defect is put into.</summary>
internal enum MutantPlace
{
    GeneratedCode,
    Runtime,
    Json,
    Generator,
}

/// <summary>A defect put in on purpose. A fuzzer that does not find it lacks something.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Place">What it is put into.</param>
/// <param name="File">The end of the path of the source file that it is in; null for generated code.</param>
/// <param name="Pattern">What is replaced, as a regular expression.</param>
/// <param name="Replacement">By what.</param>
internal sealed record Mutant(string Name, MutantPlace Place, string? File, string Pattern, string Replacement)
{
    /// <summary>Changes all places in generated code, or those in its file.</summary>
    public string Apply(string text) => Regex.Replace(text, Pattern, Replacement, RegexOptions.Multiline);
}

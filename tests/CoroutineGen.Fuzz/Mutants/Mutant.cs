using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Mutants;

/// <summary>A defect put in on purpose. A fuzzer that does not find it lacks something.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">The file of the runtime that it is in; null for generated code.</param>
/// <param name="Pattern">What is replaced, as a regular expression.</param>
/// <param name="Replacement">By what.</param>
internal sealed record Mutant(string Name, string? File, string Pattern, string Replacement)
{
    /// <summary>Changes all places in generated code, or the one in the runtime.</summary>
    public string Apply(string text) => Regex.Replace(text, Pattern, Replacement, RegexOptions.Multiline);
}

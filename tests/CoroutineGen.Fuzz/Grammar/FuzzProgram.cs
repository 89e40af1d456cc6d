using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>A program: C# that compiles on its own, in a namespace of which only the name differs in a batch.</summary>
/// <param name="Seed">What it was made from, and what its script is made from.</param>
/// <param name="Text">Its source, with <see cref="Namespace"/> where the name of its namespace goes.</param>
/// <param name="Closes">Whether its script may close coroutines: then no clause of it catches just anything (rules 66 and 68).</param>
/// <param name="Surrounding">What is unusual around its coroutines.</param>
/// <param name="IsAsync">Whether it has coroutines that await.</param>
internal sealed record FuzzProgram(int Seed, string Text, bool Closes, Surrounding Surrounding = Surrounding.None, bool IsAsync = false)
{
    /// <summary>Whether its coroutines can be saved. A context is not: then no line of its trace tells which one it was written in.</summary>
    public bool Saves { get; init; }

    /// <summary>What an assembly is called that has no other name.</summary>
    public const string Alias = "tools";

    public const string Namespace = "Fuzzed";

    /// <summary>Whether other threads may resume its coroutines: a lock must be left on the thread that took it.</summary>
    public bool Threads => !Text.Contains("lock (", StringComparison.Ordinal);

    /// <summary>
    /// Whether its script may go on with forks, or with what is restored: where nobody but the script holds its coroutines, who would keep
    /// the originals.
    /// </summary>
    public bool CanFork => !Text.Contains("Shared", StringComparison.Ordinal);

    /// <summary>
    /// Whether it has an asynchronous form that C# gets right: it evaluates the right side of <c>d || await e</c> of a dynamic d that is
    /// true. And no synchronous coroutine of it may take a lock, since others go on where something that was awaited has come back.
    /// </summary>
    public bool CanAwait => (Threads || !Regex.IsMatch(Text, @"[ (](Yield|Receive)<int")) && !Regex.IsMatch(Text, @"if \(late\d+ (&&|\|\|) ");

    /// <summary>The same program with all coroutines forkable.</summary>
    public FuzzProgram Forkable() => this with
    {
        Text = Regex.Replace(Text, @"\[Coroutine(?!\()", "[Coroutine(Forkable = true)")
            .Replace("[Coroutine(Saveable = true)", "[Coroutine(Saveable = true, Forkable = true)", StringComparison.Ordinal),
    };

    /// <summary>
    /// The same program with all coroutines saveable, but for generic ones, most of which are left to be met by one that is saved. What a
    /// static one is told of the world is supplied anew.
    /// </summary>
    public FuzzProgram Saveable() => this with
    {
        Text = Regex.Replace(
            Regex.Replace(Text, @"\[Coroutine(?=[^\n]*\n\s*public [A-Za-z.<> ]*C\d+\()", "[Coroutine(Saveable = true)"),
            @"(?<= C\d+\()Host h(?=, int a)", "[Supplied] Host h"),
        Saves = true,
    };

    /// <summary>Its file in a batch.</summary>
    public string Path(string name) => Surrounding == Surrounding.QuotedPath ? $"a \"quoted\" folder/{name}.cs" : name + ".cs";

    public string In(string @namespace) => Text.Replace($"namespace {Namespace};", $"namespace {@namespace};", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>The examples of a page: its blocks of C#.</summary>
internal static partial class Examples
{
    public static string[] Of(string page) => [.. Block().Matches(Repository.Read(page)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

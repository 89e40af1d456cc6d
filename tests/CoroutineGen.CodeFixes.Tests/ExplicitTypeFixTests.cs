using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

public sealed class ExplicitTypeFixTests : FixTest
{
    /// <summary>What another generator has made: it is there in the end.</summary>
    private const string Made = """

        namespace Other
        {
            public sealed class Made { public Made Next => this; public List<(int Count, string? Name)> Parts = new(); }
            public static class Maker { public static Made Make() => new(); public static bool Try(out Made made) { made = new(); return true; } }
        }

        """;

    private static Task Body(string before, string after) => CheckAt(new ExplicitTypeFix(), Class(before), Class(after));

    private static string Class(string body)
        => $"static partial class C {{ [Coroutine] static void M(Other.Made given, Yield<int> yield) {{ {body} }} }}\n{Made}";

    /// <summary>What var infers for a reference can be null, as far as C# knows; to write less could bring warnings.</summary>
    [Theory]
    [InlineData("var [|made = Other.Maker.Make()|]; yield(1); yield(made.Parts.Count);", "Other.Made? made = Other.Maker.Make(); yield(1); yield(made.Parts.Count);")]
    [InlineData("/* a */ var [|parts = given.Next.Parts|]; yield(1); yield(parts.Count);",
        "/* a */ List<(int Count, string? Name)>? parts = given.Next.Parts; yield(1); yield(parts.Count);")]
    [InlineData("foreach ([|var part in given.Parts|]) yield(part.Count);", "foreach ((int Count, string? Name) part in given.Parts) yield(part.Count);")]
    [InlineData("if (Other.Maker.Try(out [|var made|])) yield(1); yield(made.Parts.Count);", "if (Other.Maker.Try(out Other.Made? made)) yield(1); yield(made.Parts.Count);")]
    [InlineData("using (var [|list = given.Parts.GetEnumerator()|]) yield(1);",
        "using (List<(int Count, string? Name)>.Enumerator list = given.Parts.GetEnumerator()) yield(1);")]
    public Task Writes_the_type(string before, string after) => Body(before, after);
}

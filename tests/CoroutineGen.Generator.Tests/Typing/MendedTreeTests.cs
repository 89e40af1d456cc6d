using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Typing;

/// <summary>However a file is laid out, and whatever is half written in it, the coroutines are those that it had before.</summary>
public sealed class MendedTreeTests
{
    private const string Loop = "public static int Sum(int[] all) {\n        foreach (int one in all) {\n            sum += (one";

    [Theory]
    [InlineData("partial class C {\n    ▮\n    [Coroutine]\n    static void M(int a, Yield<int> yield) { yield(a); }\n}", Loop)]
    [InlineData("partial class C\r\n{\r\n\t▮\r\n\t[Coroutine]\r\n\tstatic void M(Yield<int> yield)\r\n\t{\r\n\t\tyield(1);\r\n\t}\r\n}", "public static int Sum(int[] all)\r\n\t{\r\n\t\tforeach (int one in all")]
    [InlineData("namespace N;\npartial class C\n{\n    ▮\n    [Coroutine] static void M(Yield<int> yield) => yield(1);\n}", "static int X { get {")]
    [InlineData("partial class C\n{\n    partial struct S\n    {\n        ▮\n        [Coroutine]\n        readonly void M(Yield<int> yield) => yield(1);\n    }\n}", "int[] all = { 1, F(")]
    [InlineData("partial record R(int X)\n{\n    ▮\n    [CoroutineGen.Coroutine(Primed = true)]\n    int M(Yield<int, int> yield) => yield(X);\n}", "event Action")]
    [InlineData("partial class C\n{\n    ▮\n    [method: Coroutine]\n    async System.Threading.Tasks.Task M(AsyncYield<int> yield) => await yield(1);\n}", "public C(int x")]
    [InlineData("partial class C\n{\n    ▮\n    [Obsolete, Coroutine]\n    void M(Yield<int> yield) => yield(1);\n}", "public static C operator +(C a")]
    [InlineData("partial class C\n{\n    ▮\n    #region R\n    [Coroutine]\n    void M(Yield<int> yield) => yield(1);\n    #endregion\n}", "public int X =>")]
    [InlineData("partial class C\n{\n    ▮\n    /// <summary>It counts.</summary>\n    /// <param name=\"a\">From there.</param>\n    // [Coroutine], as they say\n    [Coroutine]\n    void M(int a, Yield<int> yield) => yield(a);\n}", "public int this[int i")]
    [InlineData("partial class C\n{\n    [Coroutine]\n    void M(Yield<int> yield)\n    {\n        yield(1);\n        ▮\n    }\n\n    [Coroutine]\n    void N(Yield<int> yield) => yield(1);\n}", "if (true) { F(x => { yield(2")]
    [InlineData("partial class C\n{\n    [Coroutine]\n    void M(▮int a, Yield<int> yield) => yield(a);\n}", "i, j, ")]
    [InlineData("partial class C\n{\n    [Coroutine]\n    void M(▮Yield<int> yield) => yield(1);\n}", "i, j, ")]
    [InlineData("partial class C\n{\n    [Coroutine]\n    void M(int a, ▮Yield<int> yield) => yield(a);\n}", "List<List<int>, i ")]
    [InlineData("partial class C\n{\n    [Coroutine]\n    void M(string a = \"{(,\" /* ( { */, ▮Yield<int> yield) => yield(1);\n}", "int i ")]
    public void Coroutines_are_those_that_there_were(string file, string typed)
    {
        string mark = Typed.Caret.ToString();
        var before = Project.Parse(Project.Usings + file.Replace(mark, ""));
        var now = Project.Parse(Project.Usings + file.Replace(mark, typed));
        Assert.NotEmpty(ModelsIn(before));
        Assert.NotEqual(ModelsIn(before), ModelsIn(now));
        Assert.Equal(ModelsIn(before), ModelsIn(MendedTree.Of(now)));
        Assert.Equal(now.GetText().Lines.Count, MendedTree.Of(now).GetText().Lines.Count);
    }

    /// <summary>Nothing that is written may stop the generator, and lines keep their numbers whatever is left out.</summary>
    [Fact]
    public void Any_text_is_mended_or_left_alone()
    {
        string[] pieces = ["(", ")", "{", "}", "[", "]", "<", ">", ",", ";", "\"", "=", "=>", "[Coroutine]", "Yield<int> yield", "using X;", "class D", "/*", "\n", "$\"{"];
        string text = Project.Usings + "partial class C\n{\n    [Coroutine]\n    void M(int a, string b = \"x\", Yield<int> yield)\n    {\n        yield(F(a, [1, 2]));\n    }\n\n    int X { get; }\n\n    [Coroutine]\n    void N(Yield<int> yield) => yield(1);\n}\n";
        var dice = new Random(20261128);
        int mended = 0;
        for (int i = 0; i < 3_000; i++)
        {
            string edited = text;
            for (int n = dice.Next(3); n >= 0; n--)
            {
                int at = dice.Next(edited.Length), length = dice.Next(2) * dice.Next(Math.Min(20, edited.Length - at));
                edited = edited[..at] + pieces[dice.Next(pieces.Length)] + edited[(at + length)..];
            }
            var tree = Project.Parse(edited);
            var other = MendedTree.Of(tree);
            Assert.True(tree.GetText().Lines.Count == other.GetText().Lines.Count, edited);
            mended += other == tree ? 0 : 1;
        }
        Assert.True(mended > 300, $"only {mended}");
    }

    /// <summary>What callers see of the coroutines of a file.</summary>
    private static CoroutineModel[] ModelsIn(SyntaxTree tree)
        => [.. CoroutineSyntax.MethodsIn((CompilationUnitSyntax)tree.GetRoot()).Select(Generator.Declarations.Reading.CoroutineReader.Read).OfType<CoroutineModel>()
            .Select(model => model with { Words = EquatableArray<string>.Empty })];
}

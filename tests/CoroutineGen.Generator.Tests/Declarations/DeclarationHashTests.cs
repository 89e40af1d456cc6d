using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Declarations;

public sealed class DeclarationHashTests
{
    [Theory]
    [InlineData("class C { void M() { a(); } }", "class C { void M() { b(); c(); } }")]
    [InlineData("class C { int M() => 1; }", "class C { int M() => 2; }")]
    [InlineData("class C { int P { get { return 1; } } }", "class C { int P { get { return 2; } } }")]
    [InlineData("class C { C() { } ~C() { } }", "class C { C() { } ~C() { y(); } }")]
    [InlineData("class C { public static C operator +(C a, C b) { return a; } }", "class C { public static C operator +(C a, C b) { return b; } }")]
    [InlineData("class C { /* a */ int   x; }", "class C { int x; // b\n }")]
    [InlineData("/// <summary>A.</summary>\nclass C { }", "class C { }")]
    [InlineData("Console.WriteLine(1);", "Console.WriteLine(2);")]
    public void Unseen(string left, string right) => Assert.Equal(Hash(left), Hash(right));

    [Theory]
    [InlineData("class C { void M() { } }", "class C { void N() { } }")]
    [InlineData("class C { void M(int x = 1) { } }", "class C { void M(int x = 2) { } }")]
    [InlineData("class C { const int X = 1; }", "class C { const int X = 2; }")]
    [InlineData("class C { int x = 1; }", "class C { int x = 2; }")]
    [InlineData("class C { int P { get { return 1; } } }", "class C { int P { get { return field; } } }")]
    [InlineData("class C { int P => 1; }", "class C { int P => field; }")]
    [InlineData("class C { int P { get; } }", "class C { int P { get { return 1; } } }")]
    [InlineData("class C { abstract void M(); }", "class C { abstract void M() { } }")]
    [InlineData("class C { void M() { } }", "class C { void M() {\n#nullable disable\n} }")]
    [InlineData("#nullable disable\nclass C { }", "#nullable enable\nclass C { }")]
    [InlineData("class C {\n#nullable disable\nint x; int y; }", "class C { int x;\n#nullable disable\nint y; }")]
    // What lowering looks into: what a constructor writes, what is returned by reference, whether an accessor has a body.
    [InlineData("class C { C() { } }", "class C { C() { x = 1; } }")]
    [InlineData("class C { int P { init { x = 1; } } }", "class C { int P { init { y = 1; } } }")]
    [InlineData("class C { ref int M() => ref x; }", "class C { ref int M() => ref y; }")]
    [InlineData("class C { ref int this[int i] { get { return ref x; } } }", "class C { ref int this[int i] { get { return ref y; } } }")]
    [InlineData("class C { int P { get; set; } }", "class C { int P { get => 1; set => x(); } }")]
    [InlineData("using System;", "using System.IO;")]
    [InlineData("int x = 1;", "int y = 1;")]
    [InlineData("class C { void M() { } }", "class C { void M() { $ } }")]
    [InlineData("class AB { }", "class A { } class B { }")]
    public void Seen(string left, string right) => Assert.NotEqual(Hash(left), Hash(right));

    /// <summary>What only bodies can mean that say its name, and what any can mean in silence.</summary>
    [Theory]
    [InlineData("class C { int M(int x) => 1; }", "M")]
    [InlineData("struct C { int M(int x) => 1; }", "M")]
    [InlineData("class C { int P { get; set; } }", "P")]
    [InlineData("class C { static int x, y; }", "x y")]
    [InlineData("class C { [Coroutine] void M(int x, Yield<int> yield) { } }", "M MCoroutine")]
    [InlineData("class C { const int X = 1; }", "")]
    [InlineData("struct C { int x; int P { get; } }", "")]
    [InlineData("class C { void Add(int x) { } }", "Add", true)]
    [InlineData("record C { int M() => 1; }", "")]
    [InlineData("interface C { int M() => 1; }", "")]
    [InlineData("class C { C() { } int this[int i] => 1; static C operator +(C a, C b) => a; event A E; class D { } delegate void F(); }", "")]
    [InlineData("class C { [A] int M() => 1; partial void N(); abstract void O(); override void P() { } int I.Q() => 1; }", "")]
    [InlineData("class C {\n#nullable disable\nint M() => 1; }", "")]
    public void ByName(string text, string names, bool isCalledUnsaid = false)
    {
        var members = Of(text).Members;
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), members.Select(m => m.Name));
        Assert.Equal(isCalledUnsaid, members.Any(m => MemberNames.CalledUnsaid.Contains(m.Name)));
    }

    /// <summary>A member belongs to its type.</summary>
    [Theory]
    [InlineData("class C { int M() => 1; } class D { }", "class C { } class D { int M() => 1; }")]
    [InlineData("class C { int M() => 1; }", "class C { long M() => 1; }")]
    [InlineData("class C { int M() => 1; }", "class C<T> { int M() => 1; }")]
    public void MembersDiffer(string left, string right) => Assert.NotEqual(Of(left).Members[0].Hash, Of(right).Members[0].Hash);

    [Fact]
    public void WordsOfAttributesAndReferencesAreMeant()
        => Assert.Equal(
            ["B", "Builder", "Made", "typeof"],
            Of("[Builder(typeof(B), \"Made\")] class C { }").MeantUnsaid.Where(word => char.IsLetter(word[0])).Order(StringComparer.Ordinal));

    private static Fingerprint Hash(string text)
    {
        var hash = new FingerprintBuilder();
        var declared = Of(text);
        hash.Add(declared.Common);
        foreach (var member in declared.Members)
        {
            hash.Add(member.Name);
            hash.Add(member.Hash);
        }
        return hash.ToFingerprint();
    }

    private static DeclarationHash Of(string text) => DeclarationHash.OfTree((CompilationUnitSyntax)Project.Parse(text).GetRoot());
}

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
    [InlineData("class C { C() { } ~C() { } }", "class C { C() { x = 1; } ~C() { y(); } }")]
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
    [InlineData("using System;", "using System.IO;")]
    [InlineData("int x = 1;", "int y = 1;")]
    [InlineData("class C { void M() { } }", "class C { void M() { $ } }")]
    [InlineData("class AB { }", "class A { } class B { }")]
    public void Seen(string left, string right) => Assert.NotEqual(Hash(left), Hash(right));

    private static Fingerprint Hash(string text) => DeclarationHash.OfTree((CompilationUnitSyntax)Project.Parse(text).GetRoot());
}

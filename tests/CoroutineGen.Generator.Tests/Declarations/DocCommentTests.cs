using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Declarations;

public sealed class DocCommentTests
{
    [Theory]
    [InlineData("/// <summary>A.</summary>", "/// <summary>A.</summary>")]
    [InlineData("// plain\n/// <summary>A.</summary>\n//// four", "/// <summary>A.</summary>")]
    [InlineData("/// <summary>\n/// A.\n///\n/// B.\n/// </summary>", "/// <summary>\n/// A.\n///\n/// B.\n/// </summary>")]
    [InlineData("/// <param name=\"x\">X.</param>\n/// <param name=\"yield\">Y.</param>\n/// <returns>R.</returns>", "/// <param name=\"x\">X.</param>\n/// <returns>R.</returns>")]
    [InlineData("/// <param name=\"yield\">\n/// Y.\n/// Z.\n/// </param>", "")]
    [InlineData("/// <param name=\"x\"/><param name='yield'/><param name=\"z\"/>", "/// <param name=\"x\"/><param name=\"z\"/>")]
    [InlineData("/** <summary>A.</summary> */", "/// <summary>A.</summary>")]
    [InlineData("/**\n * <summary>\n * A.\n * </summary>\n */", "/// <summary>\n/// A.\n/// </summary>")]
    [InlineData("#region R\n/// <summary>A.</summary>", "/// <summary>A.</summary>")]
    public void IsCopied(string comment, string expected)
    {
        // With and without the compiler's own parsing, which depends on whether the project writes a documentation file.
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            var tree = CSharpSyntaxTree.ParseText($"class C {{\n{comment}\nvoid M() {{ }} }}", new CSharpParseOptions(documentationMode: mode));
            var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
            Assert.Equal(expected, string.Join("\n", DocComment.Lines(method, "yield")));
        }
    }

    [Fact]
    public void CodeKeepsItsIndentation()
    {
        var tree = Project.Parse("class C {\n    /// <code>\n    /// if (x)\n    ///     y();\n    /// </code>\n    void M() { } }");
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        Assert.Equal("/// <code>\n/// if (x)\n///     y();\n/// </code>", string.Join("\n", DocComment.Lines(method, "yield")));
    }
}

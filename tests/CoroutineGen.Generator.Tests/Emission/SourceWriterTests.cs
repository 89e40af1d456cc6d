using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Emission;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

public sealed class SourceWriterTests
{
    [Fact]
    public void BlocksIndent()
    {
        var writer = new SourceWriter();
        writer.Open("class C");
        writer.Line("int x;");
        writer.Line("deeper", 1);
        writer.Line("left", -1);
        writer.Close();
        Assert.Equal("class C\n{\n    int x;\n        deeper\nleft\n}\n", writer.ToString());
    }

    [Fact]
    public void EmptyLinesCarryNoIndentation()
    {
        var writer = new SourceWriter { Indent = 2 };
        writer.Line();
        Assert.Equal("\n", writer.ToString());
    }

    [Fact]
    public void GapsDoNotAddUp()
    {
        var writer = new SourceWriter();
        writer.Gap();
        writer.Open("class C");
        writer.Gap();
        writer.Line("int x;");
        writer.Gap();
        writer.Gap();
        writer.Line("int y;");
        writer.Close();
        Assert.Equal("class C\n{\n    int x;\n\n    int y;\n}\n", writer.ToString());
    }

    [Fact]
    public void DirectivesStandAtTheLeft()
    {
        var writer = new SourceWriter { Indent = 3 };
        writer.Directive("#line hidden");
        Assert.Equal("#line hidden\n", writer.ToString());
    }

    [Fact]
    public void NothingIsLeftOfTheEdge()
    {
        var writer = new SourceWriter();
        writer.Line("label:", -1);
        Assert.Equal("label:\n", writer.ToString());
    }
}

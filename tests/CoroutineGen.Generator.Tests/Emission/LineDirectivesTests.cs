using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Emission;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

public sealed class LineDirectivesTests
{
    private static readonly LineMap Map = new("/a.cs", new([10, 11, 12, 20]));

    [Fact]
    public void LinesThatFollowNeedNoDirective()
        => Assert.Equal("#line 10 \"/a.cs\"\n0\n1\n2\n#line 20 \"/a.cs\"\n3\n", Write(Map, 0, 1, 2, 3));

    [Fact]
    public void PlumbingIsHiddenOnce()
        => Assert.Equal("#line hidden\n-1\n-1\n#line 11 \"/a.cs\"\n1\n#line hidden\n-1\n", Write(Map, -1, -1, 1, -1));

    [Fact]
    public void TheSameLineTwiceIsSaidTwice()
        => Assert.Equal("#line 10 \"/a.cs\"\n0\n#line 10 \"/a.cs\"\n0\n", Write(Map, 0, 0));

    [Fact]
    public void FileWithoutANameIsNotMapped()
        => Assert.Equal("0\n-1\n", Write(Map with { Path = "" }, 0, -1));

    private static string Write(LineMap map, params int[] tokens)
    {
        var writer = new SourceWriter();
        var lines = new LineDirectives(writer, map);
        foreach (int token in tokens)
        {
            lines.Before(token);
            writer.Line(token.ToString(System.Globalization.CultureInfo.InvariantCulture));
            lines.After("");
        }
        return writer.ToString();
    }
}

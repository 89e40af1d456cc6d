using Xunit;

namespace CoroutineGen.Tests.Docs;

/// <summary>docs/tour.md shows what the tour prints. In a process of its own, since the tour speaks to the console.</summary>
public class TourTests
{
    [Fact]
    public void The_tour_tells_what_the_document_says()
    {
        string document = Path.Combine(Repository.Root, "docs", "tour.md");
        string actual = $"""
            # The tour

            What `dotnet run --project samples/Tour` prints. Each chapter is one file under [samples/Tour/Chapters](../samples/Tour/Chapters),
            to be read beside it. A test compares this page with the program; [CONTRIBUTING](../CONTRIBUTING.md) tells how to accept a change.

            ```text
            {ChildProgram.Run("Tour.dll")}
            ```

            """.ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(document, actual);
        Assert.Equal(File.ReadAllText(document).ReplaceLineEndings("\n"), actual);
    }
}

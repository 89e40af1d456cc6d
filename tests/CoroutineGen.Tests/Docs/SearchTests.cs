using Xunit;

namespace CoroutineGen.Tests.Docs;

/// <summary>The sample that searches by forking finds what there is to find.</summary>
public class SearchTests
{
    [Fact]
    public void The_search_finds_all_solutions()
    {
        string output = ChildProgram.Run("Search.dll").ReplaceLineEndings("\n");
        Assert.Contains("Eight queens: 92 solutions", output);
        Assert.Contains("Sudoku: 1 solution\n   534678912\n   672195348\n   198342567\n", output);
        Assert.Contains("Workshop, what if:", output);
    }
}

using CoroutineGen.Tests;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The sample that searches by forking finds what there is to find.</summary>
public class SearchTests
{
    [Fact]
    public void The_search_finds_all_solutions()
    {
        string output = ChildProgram.Run("Search.dll").ReplaceLineEndings("\n");
        Assert.Contains("Eight queens: 92 solutions", output);
        Assert.Contains("Sudoku: 1 solution\n   534678912\n   672195348\n   198342567\n", output);
    }

    [Fact]
    public void A_plan_that_looks_ahead_is_better_than_its_rule()
    {
        string[] lines = [.. ChildProgram.Run("Search.dll").ReplaceLineEndings("\n").Split('\n').Where(l => l.StartsWith("Workshop"))];
        int[] late = [.. lines.Select(line => int.Parse(line.Split(": ")[1].Split(' ')[0]))];
        Assert.Equal(3, late.Length);
        Assert.True(late[2] < late[1] && late[1] < late[0], string.Join('\n', lines));
        Assert.Equal(["glue", "mend", "paint", "plane", "saw"], lines[2].Split('(')[1].TrimEnd(')').Split(' ').Order());
    }
}

using CoroutineGen.Tests;
using Shrinker;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>One shrinker, however it is run, finds the same.</summary>
public class ShrinkerTests
{
    [Fact]
    public void The_sample_finds_the_smallest_input_for_each_fault()
    {
        string output = ChildProgram.Run("Shrinker.dll").ReplaceLineEndings("\n");
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.All([lines[1], lines[2], lines[4]], line => Assert.Contains(" [0, 0] after ", line, StringComparison.Ordinal));
        string ten = $" [{string.Join(", ", new int[10])}] after ";
        Assert.All([lines[6], lines[7], lines[9]], line => Assert.Contains(ten, line, StringComparison.Ordinal));
        Assert.All([lines[2], lines[7]], line => Assert.EndsWith("the same questions: True", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Pushed_pulled_and_forked_it_asks_and_finds_the_same(int testers)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] found = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(-9, 9))];
            Func<int[], bool> fails = numbers => numbers.Sum() % (2 + (seed % 5)) == found.Sum() % (2 + (seed % 5));
            var pushed = Drivers.Push(found, fails);
            var pulled = Drivers.Pull(found, fails);
            Assert.Equal(pushed.Smallest, pulled.Smallest);
            Assert.Equal(pushed.Tests, pulled.Tests);
            var (smallest, rounds) = Drivers.PullTogether(testers, found, fails);
            Assert.Equal(pushed.Smallest, smallest);
            Assert.InRange(rounds, 0, pushed.Tests);
            Assert.True(testers > 1 || rounds == pushed.Tests);
            Assert.True(fails(pushed.Smallest));
        }
    }

    [Fact]
    public void What_is_stopped_early_keeps_what_it_has_found_and_never_tests_more()
    {
        int[] found = [3, 1, 4, 1, 5, 9, 2, 6];
        for (int most = 1; most < 30; most++)
        {
            var (smallest, tests) = Drivers.PullAtMost(most, found, Faults.SortFails);
            Assert.True(Faults.SortFails(smallest));
            Assert.InRange(tests, 1, most);
        }
        Assert.Equal([0, 0], Drivers.PullAtMost(1000, found, Faults.SortFails).Smallest);
    }
}

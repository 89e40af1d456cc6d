using CoroutineGen.Tests;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>A file of the repository that says what a sample prints.</summary>
internal static class Transcript
{
    /// <summary>Compares; with COROUTINEGEN_ACCEPT=1 it writes the file first.</summary>
    public static void Check(string file, string actual)
    {
        string path = Path.Combine(Repository.Root, file);
        actual = string.Join('\n', actual.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())) + "\n";
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}

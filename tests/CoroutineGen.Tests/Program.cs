using CoroutineGen.Tests.Saving;

namespace CoroutineGen.Tests;

/// <summary>The test assembly as a program of its own: another process, which restores what the tests have saved.</summary>
internal static class Program
{
    private static void Main(string[] args) => SavedElsewhere.Run(args[0], args[1], Console.Out);
}

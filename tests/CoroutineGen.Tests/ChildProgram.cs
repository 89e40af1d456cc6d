using System.Diagnostics;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>A program that stands beside the tests, in a process of its own.</summary>
internal static class ChildProgram
{
    /// <summary>What it prints; it must end well.</summary>
    public static string Run(string program, params string[] arguments) => Run([Path.Combine(AppContext.BaseDirectory, program)], program, arguments);

    /// <summary>The same with other settings of the runtime.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">The path of a <c>runtimeconfig.json</c>.</param>
    /// <param name="arguments">What it is told.</param>
    public static string RunWith(string program, string settings, params string[] arguments)
        => Run(["exec", "--runtimeconfig", settings, Path.Combine(AppContext.BaseDirectory, program)], program, arguments);

    private static string Run(string[] head, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in head.Concat(arguments))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with code {process.ExitCode}:\n{output}\n{error.Result}");
        return output.TrimEnd();
    }
}

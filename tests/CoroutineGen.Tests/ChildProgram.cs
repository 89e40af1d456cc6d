using System.Diagnostics;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>A program that stands beside the tests, in a process of its own.</summary>
internal static class ChildProgram
{
    /// <summary>What it prints; it must end well.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, program) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with code {process.ExitCode}:\n{output}\n{error.Result}");
        return output.TrimEnd();
    }
}

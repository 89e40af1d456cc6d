using System.Diagnostics;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>A process of the wizard, at the other end of its standard input and output.</summary>
internal sealed class RunningWizard : IDisposable
{
    private readonly Process _process;

    public RunningWizard(string program, string file)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, program), "--file", file },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>The page that it shows.</summary>
    public string Read()
    {
        string? page = TryRead();
        Assert.NotNull(page);
        return page;
    }

    /// <summary>Answers, and reads the page that it shows then.</summary>
    public string Answer(string answer)
    {
        string? page = TryAnswer(answer);
        Assert.NotNull(page);
        return page;
    }

    /// <summary>The page that it shows; null where it is dead before a whole line is there.</summary>
    public string? TryRead() => _process.StandardOutput.ReadLine();

    /// <summary>The same after an answer.</summary>
    public string? TryAnswer(string answer)
    {
        try
        {
            _process.StandardInput.WriteLine(answer);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more.
            return null;
        }
        return TryRead();
    }

    /// <summary>kill -9, where that is.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void WaitForEnd()
    {
        _process.WaitForExit();
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}

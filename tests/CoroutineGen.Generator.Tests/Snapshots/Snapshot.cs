using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares text with a file beside the test, Class.Method.verified.cs. Where they differ the new text is written to
/// Class.Method.received.cs; run with COROUTINEGEN_ACCEPT=1 to accept it.
/// </summary>
internal static class Snapshot
{
    public static void Match(string received, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{name}");
        string verifiedFile = stem + ".verified.cs", receivedFile = stem + ".received.cs";
        received = received.Replace("\r\n", "\n");
        string verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).Replace("\r\n", "\n") : "";
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            File.Delete(receivedFile);
            return;
        }
        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{Path.GetFileName(verifiedFile)} differs; accept with COROUTINEGEN_ACCEPT=1.\n{Diff.Of(verified, received)}");
    }
}

using System.Text.RegularExpressions;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// The guard around a step is there four times, since a shared one is slower (see Coroutine.Guards.cs). So the texts are compared: the two for
/// MoveNext with the two for TrySend, but for the step that they guard; and the two general ones with the two direct ones, in what they
/// promise.
/// </summary>
public sealed class GuardTests
{
    private static readonly string Source
        = File.ReadAllText(Path.Combine(Repository.Root, "src", "CoroutineGen", "Coroutine.Guards.cs")).ReplaceLineEndings("\n");

    [Fact]
    public void Resuming_and_sending_are_guarded_alike_where_the_body_may_delegate()
        => Assert.Equal(Guard("bool Advance(int point, Resumption how)"), Guard("bool Advance(int point, TSend value)"));

    [Fact]
    public void Resuming_and_sending_are_guarded_alike_where_the_body_never_delegates()
        => Assert.Equal(
            // A coroutine that has not been started can be resumed, but not sent to.
            Guard("bool DirectMoveNext()").Replace("if (point < 0)", "if (point <= 0)", StringComparison.Ordinal),
            Guard("bool DirectTrySend(TSend value)"));

    [Theory]
    [InlineData("bool Advance(int point, Resumption how)")]
    [InlineData("bool Advance(int point, TSend value)")]
    [InlineData("bool DirectMoveNext()")]
    [InlineData("bool DirectTrySend(TSend value)")]
    public void Each_marks_the_coroutine_running_looks_at_exceptions_in_passing_and_decides_in_the_finally_block(string method)
        => Assert.Matches(
            """
            Point = Running;
            try
            {
            [^{}]*STEP;[^{}]*
            }
            catch \(Exception error\) when \(.*error.* is CoroutineCompletedException\)
            {
            [^{}]*Leaked(\(error\)|Done\(\));[^{}]*
            }
            finally
            {
            if \(Point == Running\)
            Abandon\(.*\);
            }
            """.ReplaceLineEndings("\n"), Guard(method));

    [Fact]
    public void There_are_no_others()
    {
        string folder = Path.Combine(Repository.Root, "src", "CoroutineGen");
        var others = Directory.EnumerateFiles(folder, "*.cs", SearchOption.TopDirectoryOnly)
            // An asynchronous step fails by its task: there is nothing to be looked at in passing.
            .Where(file => !Path.GetFileName(file).StartsWith("AsyncCoroutine.", StringComparison.Ordinal))
            .Where(file => Path.GetFileName(file) != "Coroutine.Guards.cs" && Regex.IsMatch(File.ReadAllText(file), Marked));
        Assert.Empty(others);
        Assert.Equal(4, Regex.Count(Source, Marked));
    }

    /// <summary>What marks the coroutine running for a step, and not only while it gives back what it holds.</summary>
    private const string Marked = @"\bPoint = Running;\s*try\s*\{[^{}]*\bStep\(";

    /// <summary>The body of a method, without comments and indentation; the call of the step as STEP.</summary>
    private static string Guard(string method)
    {
        int start = Source.IndexOf("    {\n", Source.IndexOf(method, StringComparison.Ordinal), StringComparison.Ordinal);
        string body = Source[start..Source.IndexOf("\n    }\n", start, StringComparison.Ordinal)];
        body = Regex.Replace(body, @"^\s*//.*\n|^\s+", "", RegexOptions.Multiline);
        return Regex.Replace(body, @"\bStep\(point, [^)]*\)", "STEP");
    }
}

using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>
/// Each edit of the corpus for real: the first version is generated for, compiled and run, and saved wherever it stops; the second is, too, and
/// restores that (rule 258). What is to be accepted runs on to its end as the second version does; what is not is refused, with the reason.
/// </summary>
public sealed class RestoreTests
{
    /// <summary>Those of which there is a second version that runs.</summary>
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Edits.All.Count).Where(n => !Edits.All[n].IsRefusedWhole)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Rule258_what_was_saved_is_restored_or_refused_as_the_table_says(int number)
    {
        var edit = Edits.All[number];
        using var before = new Version(edit.Before);
        using var after = new Version(edit.After);
        if (!after.Restores)
        {
            Assert.Equal(["*"], edit.Refused.Keys);
            return;
        }
        bool runs = !edit.Ids.Contains("CORO4106");
        if (runs)
            Assert.Equal(after.Pushed(), Version.Rest(after.Start()).Select(Value));
        var met = new Dictionary<string, int>();
        int refused = 0;
        var coroutine = before.Start();
        do
        {
            string point = Version.PointOf(coroutine);
            int nth = met[point] = met.GetValueOrDefault(point) + 1;
            var saved = Version.Save(coroutine);
            if ((edit.Refused.GetValueOrDefault(point) ?? edit.Refused.GetValueOrDefault("*")) is { } reason)
            {
                var error = Assert.Throws<CoroutineRestoreException>(() => after.Restore(saved));
                Assert.Equal((reason, saved[0].Coroutine, point), (error.Reason.ToString(), error.Coroutine, error.Point));
                refused++;
            }
            else if (runs)
            {
                var restored = after.Restore(saved);
                string expected = edit.Tails.GetValueOrDefault(point) ?? Tail(after, Version.PointOf(restored), nth);
                Assert.Equal(expected, string.Join("; ", Version.Rest(restored)));
            }
        }
        while (Version.Step(coroutine));
        Assert.True(edit.Refused.Count == 0 || refused > 0, "Nothing was saved where it should be refused.");
    }

    /// <summary>What the version does by itself after it has reached a point for the nth time.</summary>
    private static string Tail(Version version, string point, int nth)
    {
        var coroutine = version.Start();
        do
        {
            if (Version.PointOf(coroutine) == point && --nth == 0)
                return string.Join("; ", Version.Rest(coroutine));
        }
        while (Version.Step(coroutine));
        throw new ArgumentException($"The version does not reach '{point}'.");
    }

    // Item: 21    ---->  21
    private static string Value(string step) => step[(step.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..];
}

using System.Globalization;
using System.Runtime.InteropServices;
using CoroutineGen.Json;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>
/// Rules 228 and 250: what was saved here goes on in another process, whose culture writes numbers and dates in another way, and is saved to
/// the same bytes there.
/// </summary>
public sealed class SaveElsewhereTests
{
    private const int Cases = 600;

    // Another decimal point, another minus, another calendar, another i.
    private static readonly string[] Cultures = ["fa-IR", "ar-SA", "tr-TR", "de-DE", "th-TH", "sv-SE"];

    private const string Icu = "System.Globalization.Invariant";

    [Fact]
    public void Rule_228_What_is_restored_in_another_process_goes_on_as_the_original()
    {
        var cases = Saved();
        Assert.InRange(cases.Length, Cases / 2, Cases + 2);
        string path = Path.GetTempFileName(), other = path + ".runtimeconfig.json";
        try
        {
            SavedElsewhere.Write(path, cases);
            // These tests have no cultures, and the other process does; not where there is no ICU, which .ci/run then says.
            string settings = Path.Combine(AppContext.BaseDirectory, "CoroutineGen.Tests.runtimeconfig.json");
            File.WriteAllText(other, File.ReadAllText(settings).Replace($"\"{Icu}\": true", $"\"{Icu}\": {(HasIcu ? "false" : "true")}"));
            foreach (string culture in HasIcu ? Cultures : [""])
            {
                string found = ChildProgram.RunWith("CoroutineGen.Tests.dll", other, culture, path);
                Assert.True(found == $"{cases.Length} in {culture}", found);
            }
        }
        finally
        {
            File.Delete(path);
            File.Delete(other);
        }
    }

    [Fact]
    public void Rule_250_It_is_saved_to_the_same_bytes_under_each_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Saved();
        try
        {
            foreach (var culture in new[] { Culture(",", "~", "?"), Culture("\u066b", "\u200e\u2212", "\u0646\u0627\u0639\u062f\u062f"), Culture("'", "(", "") })
            {
                CultureInfo.CurrentCulture = culture;
                var found = Saved();
                for (int i = 0; i < expected.Length; i++)
                    Assert.Equal(expected[i].Saved, found[i].Saved);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static CultureInfo Culture(string point, string minus, string nan) => new("")
        {
            NumberFormat = { NumberDecimalSeparator = point, NegativeSign = minus, NaNSymbol = nan, NumberGroupSeparator = " " },
            DateTimeFormat = { DateSeparator = "#", TimeSeparator = "_" },
        };
    }

    private static bool HasIcu => NativeLibrary.TryLoad("libicuuc.so", out _) || !OperatingSystem.IsLinux();

    private static SavedElsewhere.Case[] Saved()
    {
        var values = SaveVariableRules.AllValues();
        byte[] created = CoroutineJson.Save(values, SavingJson.Default);
        values.MoveNext();
        byte[] waiting = CoroutineJson.Save(values, SavingJson.Default);
        string[] trace = SavedElsewhere.Played(values, []);
        string type = values.GetType().Name;
        return
        [
            new(type, created, [], trace), new(type, waiting, [], trace),
            .. Enumerable.Range(0, Cases).Select(SaveRandomScriptTests.Case).OfType<SavedElsewhere.Case>(),
        ];
    }
}

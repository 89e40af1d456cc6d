using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoroutineGen.Json;

namespace CoroutineGen.Tests.Saving;

/// <summary>What another process does: it restores what the tests have saved, under another culture, goes on, and saves it once more.</summary>
internal static partial class SavedElsewhere
{
    /// <summary>Where a coroutine stands, and what then becomes of it.</summary>
    /// <param name="Type">Its class.</param>
    /// <param name="Saved">What was saved of it.</param>
    /// <param name="Script">Operations and values.</param>
    /// <param name="Trace">What they do.</param>
    internal sealed record Case(string Type, byte[] Saved, int[] Script, string[] Trace);

    [JsonSerializable(typeof(Case[]))]
    private sealed partial class CasesJson : JsonSerializerContext;

    public static void Write(string path, Case[] cases) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(cases, CasesJson.Default.CaseArray));

    /// <param name="culture">The name of the culture of the process.</param>
    /// <param name="path">The cases.</param>
    /// <param name="output">Is told how many there were, or what is other than it should be.</param>
    public static void Run(string culture, string path, TextWriter output)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var cases = JsonSerializer.Deserialize(File.ReadAllBytes(path), CasesJson.Default.CaseArray)!;
        foreach (var one in cases)
        {
            var restored = Restored(one);
            byte[] again = CoroutineJson.Save(restored, SavingJson.Default);
            if (!again.AsSpan().SequenceEqual(one.Saved))
                output.WriteLine($"saved as other bytes: {System.Text.Encoding.UTF8.GetString(one.Saved)} {System.Text.Encoding.UTF8.GetString(again)}");
            string[] trace = Played(restored, one.Script);
            for (int i = 0; i < trace.Length; i++)
            {
                if (trace[i] == one.Trace[i])
                    continue;
                output.WriteLine($"not\n{one.Trace[i]}\nbut\n{trace[i]}\nof {System.Text.Encoding.UTF8.GetString(one.Saved)}");
                break;
            }
        }
        output.WriteLine($"{cases.Length} in {CultureInfo.CurrentCulture.Name}");
    }

    private static ISaveable Restored(Case one) => one.Type == nameof(SaveVariableRules.ValuesCoroutine)
        ? CoroutineJson.Restore(one.Saved, SavingJson.Default, SaveVariableRules.ValuesCoroutine.Restore)
        : SaveRandomScriptTests.Restored(one.Type, one.Saved);

    /// <summary>What a script does with a coroutine; one without answers is gone through.</summary>
    public static string[] Played(ISaveable coroutine, int[] script)
    {
        if (coroutine is not SaveVariableRules.ValuesCoroutine values)
            return SaveRandomScriptTests.Played(coroutine, script);
        while (values.MoveNext())
        {
        }
        return [values.Result];
    }
}

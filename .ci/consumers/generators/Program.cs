using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CoroutineGen;

var count = Words.Count().Prime();
foreach (string word in Words.In("To be, or not to be"))
    count.Send(word);
count.Close();
Console.WriteLine(Words.ToJson(count.Result));

/// <summary>How often each word was sent.</summary>
record Tally(SortedDictionary<string, int> Words);

[JsonSerializable(typeof(Tally))]
partial class Json : JsonSerializerContext;

static partial class Words
{
    // A coroutine may call what another generator implements, where its signature stands in the project's own code.
    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [Coroutine]
    public static void In(string text, Yield<string> yield)
    {
        foreach (Match match in Word().Matches(text))
            yield(Loud(match.Value));
    }

    [Coroutine]
    public static Tally Count(Receive<string> yield)
    {
        var words = new SortedDictionary<string, int>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                string word = yield();
                words[word] = words.GetValueOrDefault(word) + 1;
            }
        }
        catch (CoroutineExitException)
        {
            return new Tally(words);
        }
    }

    // What only another generator declares stays outside of coroutines: CORO2090.
    private static string Loud(string word) => Shout(word);

    public static string ToJson(Tally tally) => JsonSerializer.Serialize(tally, Json.Default.Tally);
}

using System.Globalization;
using System.Text;
using CoroutineGen;
using CoroutineGen.Json;

// Durable save FOLDER CULTURE:      saves each coroutine at each of its suspensions, each to a file.
// Durable restore FOLDER CULTURE:   restores each in this process, and lets it go on as the original does.
string verb = args[0], folder = args[1];
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(args[2]);
Directory.CreateDirectory(folder);
int files = 0, wrong = 0;
foreach (int answer in new[] { 2, 3 })
{
    All($"order{answer}", Shop.OrderCoroutine.Restore, () => Shop.Order("I\u0131\u0130i", -12.50m, new DateTime(2026, 11, 27, 1, 2, 3, DateTimeKind.Utc), double.NegativeInfinity), answer);
    All($"basket{answer}", Shop.BasketCoroutine.Restore, () => Shop.Basket(new Lines { All = { new Line("a", 1), new Line("b", -2) } }, [4, 5], "xy"), answer);
    All($"chain{answer}", Shop.ChainCoroutine.Restore, () => Shop.Chain(3), answer);
}
Console.WriteLine($"{verb}: {files} files, {wrong} wrong");
return wrong;

void All<TYield, TReturn>(
    string name, Func<CoroutineReader, RestoreOptions?, Coroutine<TYield, int, TReturn>> restore, Func<Coroutine<TYield, int, TReturn>> make, int answer)
{
    for (int at = 0; ; at++)
    {
        var original = make();
        for (int i = 0; i < at; i++)
            Step(original, answer);
        bool isLast = original.State == CoroutineState.Closed;
        string path = Path.Combine(folder, $"{name}-{at}.json");
        byte[] saved = CoroutineJson.Save((ISaveable)original, ShopJson.Default);
        if (verb == "save")
        {
            File.WriteAllBytes(path, saved);
        }
        else
        {
            // Another process, another culture, another form: the same bytes.
            byte[] read = File.ReadAllBytes(path);
            if (!read.AsSpan().SequenceEqual(saved))
                Wrong($"saved {Encoding.UTF8.GetString(read)} there, {Encoding.UTF8.GetString(saved)} here");
            var restored = CoroutineJson.Restore(read, ShopJson.Default, restore);
            if (!CoroutineJson.Save((ISaveable)restored, ShopJson.Default).AsSpan().SequenceEqual(read))
                Wrong($"{path} is saved as other bytes");
            string expected = Rest(original, answer), found = Rest(restored, answer);
            if (expected != found)
                Wrong($"not\n{expected}\nbut\n{found}");
        }
        files++;
        if (isLast)
            return;
    }
}

static bool Step<TYield, TReturn>(Coroutine<TYield, int, TReturn> coroutine, int answer)
    => coroutine.State == CoroutineState.Created ? coroutine.MoveNext() : coroutine.TrySend(answer);

static string Rest<TYield, TReturn>(Coroutine<TYield, int, TReturn> coroutine, int answer)
{
    var text = new StringBuilder().Append(coroutine.State);
    while (Step(coroutine, answer))
        text.Append('\n').Append(coroutine.Current);
    return text.Append('\n').Append(coroutine.Result).ToString();
}

void Wrong(string what)
{
    wrong++;
    Console.WriteLine(what);
}

using Tour;

// The table of contents. Read the chapters in this order, one file each; a number on the command line tells only that chapter:
//   dotnet run --project samples/Tour -- 6
Chapter[] chapters =
[
    new("Pausing: a method that stops and goes on", Pausing.Tell),
    new("Endless: sequences without an end", Endless.Tell),
    new("Reading: a large file, one line at a time", Reading.Tell),
    new("Querying: a coroutine in a query expression", Querying.Tell),
    new("Receiving: a consumer, which only takes values", Receiving.Tell),
    new("Averaging: values in both directions", Averaging.Tell),
    new("Priming: a send before the first yield", Priming.Tell),
    new("Pushing: the same method as an ordinary call", Pushing.Tell),
    new("Guarding: yield inside try, catch and finally", Guarding.Tell),
    new("Ending: results, failures, and what stays afterwards", Ending.Tell),
    new("Delegating: yield.From", Delegating.Tell),
    new("Deep: a million levels of delegation", Deep.Tell),
    new("Inspecting: what is it doing?", Inspecting.Tell),
    new("Cooperating: tasks that take turns", Cooperating.Tell),
    new("Awaiting: a coroutine that waits for others", Awaiting.Tell),
    new("Leaving: await foreach, finally, and a token", Leaving.Tell),
    new("Gathering: delegation over awaits", Gathering.Tell),
];

for (int number = 1; number <= chapters.Length; number++)
{
    if (args.Length > 0 && args[0] != $"{number}")
        continue;
    Console.WriteLine($"{number}. {chapters[number - 1].Title}");
    Console.WriteLine();
    await chapters[number - 1].Tell();
    if (number < chapters.Length)
        Console.WriteLine();
}

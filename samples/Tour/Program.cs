using Tour;

// The table of contents. Read the chapters in this order, one file each; a number on the command line tells only that chapter:
//   dotnet run --project samples/Tour -- 6
(string Title, Action Tell)[] chapters =
[
    ("Pausing: a method that stops and goes on", Pausing.Tell),
    ("Endless: sequences without an end", Endless.Tell),
    ("Reading: a large file, one line at a time", Reading.Tell),
    ("Querying: a coroutine in a query expression", Querying.Tell),
    ("Receiving: a consumer, which only takes values", Receiving.Tell),
    ("Averaging: values in both directions", Averaging.Tell),
    ("Priming: a send before the first yield", Priming.Tell),
    ("Pushing: the same method as an ordinary call", Pushing.Tell),
    ("Guarding: yield inside try, catch and finally", Guarding.Tell),
    ("Ending: results, failures, and what stays afterwards", Ending.Tell),
    ("Delegating: yield.From", Delegating.Tell),
    ("Deep: a million levels of delegation", Deep.Tell),
    ("Inspecting: what is it doing?", Inspecting.Tell),
    ("Cooperating: tasks that take turns", Cooperating.Tell),
];

for (int number = 1; number <= chapters.Length; number++)
{
    if (args.Length > 0 && args[0] != $"{number}")
        continue;
    Console.WriteLine($"{number}. {chapters[number - 1].Title}");
    Console.WriteLine();
    chapters[number - 1].Tell();
    if (number < chapters.Length)
        Console.WriteLine();
}

using Shrinker;

// One shrinker, run in four ways. It was written once, as a loop that asks.

var random = new Random(7);
Show("A sort that loses what is there twice", [.. Enumerable.Range(0, 40).Select(_ => random.Next(-50, 50))], Faults.SortFails);
int[] runs = [.. Enumerable.Range(0, 12).SelectMany(length => Enumerable.Repeat(random.Next(1000), length))];
Show("An encoder that counts to nine", runs, Faults.EncodeFails);

static void Show(string fault, int[] found, Func<int[], bool> fails)
{
    Console.WriteLine($"{fault}: found with {found.Length} numbers");
    var asked = new List<string>();
    var askedBack = new List<string>();
    var pushed = Drivers.Push(found, Noted(asked));
    var pulled = Drivers.Pull(found, Noted(askedBack));
    Console.WriteLine($"   pushed                 {Text(pushed.Smallest)} after {pushed.Tests} tests");
    string same = $"the same questions: {asked.SequenceEqual(askedBack)}";
    Console.WriteLine($"   pulled                 {Text(pulled.Smallest)} after {pulled.Tests} tests, {same}");
    var (smallest, tests) = Drivers.PullAtMost(pulled.Tests / 3, found, fails);
    Console.WriteLine($"   pulled for a while     {smallest.Length} numbers after {tests} tests");
    var together = Drivers.PullTogether(4, found, fails);
    Console.WriteLine($"   four testers, by forks {Text(together.Smallest)} after {together.Rounds} rounds");

    Func<int[], bool> Noted(List<string> questions) => candidate =>
    {
        questions.Add(Text(candidate));
        return fails(candidate);
    };
}

static string Text(int[] numbers) => $"[{string.Join(", ", numbers)}]";

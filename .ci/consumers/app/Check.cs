using Library;

/// <summary>What the README does not show, through the package: a library's coroutine, its result, an early end.</summary>
static class Check
{
    public static void Run()
    {
        var tree = new Tree<int>(2, new Tree<int>(1), new Tree<int>(3));

        var log = new List<string>();
        var walk = tree.Walk(log);
        Console.WriteLine($"{string.Join(" ", walk)}: {walk.Result} nodes, {string.Join(", ", log)}");

        log.Clear();
        foreach (int value in tree.Walk(log))
        {
            Console.WriteLine($"first is {value}");
            break;
        }
        Console.WriteLine(string.Join(", ", log));
    }
}

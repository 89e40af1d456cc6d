using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Delegating;

/// <summary>The in-order walk of a tree, which each language shows its generators with.</summary>
static partial class TreeWalk
{
    public const int Nodes = 1_000_000;

    public static readonly Group Group = new("tree", "In-order walk of a tree",
        $"A balanced tree of {Nodes:N0} nodes, walked in order: left, the node, right. One coroutine delegates to itself; the"
        + " other delegates to a second method with the same body, and that to it, so that each node needs an object, as with the"
        + " iterators. Nodes lie in memory in the order in which they were made. Parents first is the order in which a walk comes to"
        + " them; with children first the processor cannot foresee what it needs next, and all walks wait for memory. Then a tree"
        + " that fits its caches.", Races);

    static IEnumerable<Race> Races()
    {
        yield return Compare($"{Nodes:N0} nodes", Node.Balanced(0, Nodes)!, Nodes, 1, [Bar.Time(0.35)], [Bar.Time(0.1)]);
        yield return Compare($"{Nodes:N0} nodes, children first", Node.ChildrenFirst(0, Nodes)!, Nodes, 1, [], []);
        yield return Compare($"{Nodes / 20:N0} nodes", Node.Balanced(0, Nodes / 20)!, Nodes / 20, 20, [], []);
    }

    static Race Compare(string title, Node root, int nodes, int calls, Bar[] byTurns, Bar[] folded)
    {
        var race = new Race(title, "node", nodes, calls) { Rounds = 7, WarmUps = 4 };
        race.Peer("nested C# iterators", () => Sum(Iterator(root)));
        race.Peer("C# iterator, explicit stack", () => Sum(WithStack(root)));
        race.Ours("coroutines, by turns", () => SumOfTurns(root), byTurns);
        race.Ours("coroutine, self-recursion", () => SumOfWalk(root), folded);
        return race;
    }

    [Coroutine]
    public static void Walk(Node node, Yield<int> yield)
    {
        if (node.Left is not null)
            yield.From(Walk(node.Left));
        yield(node.Value);
        if (node.Right is not null)
            yield.From(Walk(node.Right));
    }

    [Coroutine]
    static void Even(Node node, Yield<int> yield)
    {
        if (node.Left is not null)
            yield.From(Odd(node.Left));
        yield(node.Value);
        if (node.Right is not null)
            yield.From(Odd(node.Right));
    }

    [Coroutine]
    static void Odd(Node node, Yield<int> yield)
    {
        if (node.Left is not null)
            yield.From(Even(node.Left));
        yield(node.Value);
        if (node.Right is not null)
            yield.From(Even(node.Right));
    }

    public static IEnumerable<int> Iterator(Node node)
    {
        if (node.Left is not null)
        {
            foreach (int value in Iterator(node.Left))
                yield return value;
        }
        yield return node.Value;
        if (node.Right is not null)
        {
            foreach (int value in Iterator(node.Right))
                yield return value;
        }
    }

    static IEnumerable<int> WithStack(Node root)
    {
        var stack = new Stack<Node>();
        for (Node? node = root; node is not null || stack.Count > 0; node = node.Right)
        {
            for (; node is not null; node = node.Left)
                stack.Push(node);
            node = stack.Pop();
            yield return node.Value;
        }
    }

    public static long SumOfWalk(Node root)
    {
        long sum = 0;
        foreach (int value in Walk(root))
            sum += value;
        return sum;
    }

    static long SumOfTurns(Node root)
    {
        long sum = 0;
        foreach (int value in Even(root))
            sum += value;
        return sum;
    }

    public static long Sum(IEnumerable<int> values)
    {
        long sum = 0;
        foreach (int value in values)
            sum += value;
        return sum;
    }
}

/// <summary>A binary tree whose values, in order, are a range.</summary>
sealed class Node(Node? left, int value, Node? right)
{
    public Node? Left { get; private set; } = left;

    public int Value { get; } = value;

    public Node? Right { get; private set; } = right;

    /// <summary>A balanced tree; each node is made before those below it.</summary>
    public static Node? Balanced(int from, int to)
    {
        if (from == to)
            return null;
        int middle = from + ((to - from) / 2);
        var node = new Node(null, middle, null);
        node.Left = Balanced(from, middle);
        node.Right = Balanced(middle + 1, to);
        return node;
    }

    /// <summary>The same tree; each node is made after those below it.</summary>
    public static Node? ChildrenFirst(int from, int to)
    {
        if (from == to)
            return null;
        int middle = from + ((to - from) / 2);
        return new(ChildrenFirst(from, middle), middle, ChildrenFirst(middle + 1, to));
    }
}

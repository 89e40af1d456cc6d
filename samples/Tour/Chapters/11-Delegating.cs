using CoroutineGen;

namespace Tour;

/// <summary>
/// <c>yield.From(inner)</c> is Python's <c>yield from</c>: the inner coroutine takes over until it ends, and its result is the value.
/// </summary>
static partial class Delegating
{
    sealed record Node(int Value, Node? Left = null, Node? Right = null);

    [Coroutine]
    static void InOrder(Node? node, Yield<int> yield)
    {
        if (node == null)
            return;
        yield.From(InOrder(node.Left));
        yield(node.Value);
        yield.From(InOrder(node.Right));
    }

    // A sub-routine: it asks until the answer is a number, and returns that.
    [Coroutine]
    static int AskNumber(string question, Yield<string, string> yield)
    {
        int number;
        string answer = yield(question);
        while (!int.TryParse(answer, out number))
            answer = yield($"\"{answer}\" is not a number. {question}");
        return number;
    }

    [Coroutine]
    static int Rectangle(Yield<string, string> yield)
    {
        int width = yield.From(AskNumber("How wide?"));
        int height = yield.From(AskNumber("How high?"));
        return width * height;
    }

    [Coroutine]
    static void Inner(Yield<string> yield)
    {
        try
        {
            yield("inner 1");
            yield("inner 2");
        }
        catch (TimeoutException)
        {
            yield("inner handled the timeout");
        }
        finally
        {
            Console.WriteLine("   (inner is left)");
        }
    }

    [Coroutine]
    static void Outer(Yield<string> yield)
    {
        try
        {
            yield.From(Inner());
            yield.From(new[] { "a plain", "sequence" });
        }
        finally
        {
            Console.WriteLine("   (outer is left)");
        }
    }

    public static void Tell()
    {
        var tree = new Node(4, new Node(2, new Node(1), new Node(3)), new Node(6, new Node(5)));
        Console.WriteLine($"A tree, by recursion: {string.Join(" ", InOrder(tree))}");

        Console.WriteLine("Sub-routines with results; what we send goes to the innermost:");
        var rectangle = Rectangle().Prime();
        foreach (string answer in new[] { "3", "four", "4" })
        {
            Console.WriteLine($"   {rectangle.Current} {answer}");
            rectangle.TrySend(answer);
        }
        Console.WriteLine($"The area is {rectangle.Result}");

        Console.WriteLine("Left alone, values pass as they are:");
        foreach (string value in Outer())
            Console.WriteLine($"   {value}");

        Console.WriteLine("An exception goes to the innermost first:");
        var outer = Outer();
        outer.Next();
        Console.WriteLine($"   {outer.Throw(new TimeoutException())}");

        Console.WriteLine("And a close leaves from the inside out:");
        outer.Close();

        // A coroutine that was advanced before goes on where it is.
        var started = InOrder(tree);
        started.Next();
        Console.WriteLine($"Delegation to one that has begun: {string.Join(" ", Again(started))}");
    }

    [Coroutine]
    static void Again(Coroutine<int> inner, Yield<int> yield) => yield.From(inner);
}

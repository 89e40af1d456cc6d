namespace CoroutineGen.Races;

/// <summary>What the bodies catch.</summary>
internal sealed class BodyException() : Exception("thrown in");

internal sealed record Tree(Tree? Left, Tree? Right, int Value)
{
    public static Tree? OfDepth(int depth)
        => depth <= 0 ? null : new(OfDepth(depth - 1), depth % 3 == 0 ? null : OfDepth(depth - 2), depth);
}

/// <summary>Delegation with and without handlers, folded and not, sent numbers and references.</summary>
internal static partial class Bodies
{
    [Coroutine]
    public static int Walk(Tree? tree, Yield<int> yield)
    {
        if (tree is null)
            return 0;
        int left = yield.From(Walk(tree.Left));
        yield(tree.Value);
        return left + yield.From(Walk(tree.Right)) + 1;
    }

    [Coroutine]
    public static int Inner(Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < 50; i++)
            sum += yield(i);
        return sum;
    }

    [Coroutine]
    public static int Middle(Yield<int, int> yield)
    {
        try
        {
            return yield.From(Inner());
        }
        catch (InvalidTimeZoneException)
        {
            return -1;
        }
    }

    [Coroutine]
    public static int Outer(Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < 30; i++)
            sum += yield.From(Middle());
        return sum;
    }

    [Coroutine]
    public static int Catching(Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            try
            {
                sum += yield.From(Middle());
            }
            catch (BodyException)
            {
                sum++;
            }
        }
        return sum;
    }

    [Coroutine]
    public static string Texts(int depth, Yield<string, string> yield)
    {
        string all = "";
        for (int i = 0; i < 40; i++)
        {
            try
            {
                all = depth == 0 ? yield("t" + i) + "" : yield.From(Other(depth - 1));
            }
            catch (BodyException error)
            {
                all = error.Message;
            }
            yield(all);
        }
        return all;
    }

    [Coroutine]
    public static string Other(int depth, Yield<string, string> yield)
    {
        string answer = yield("o" + depth);
        return answer + (depth > 0 ? yield.From(Texts(depth - 1)) : "");
    }

    [Coroutine]
    public static int Plain(Yield<int, int> yield)
    {
        int sum = 0;
        var seen = new List<int>();
        for (int i = 0; i < 1000; i++)
        {
            try
            {
                sum += yield(i);
                seen.Add(sum);
                if (seen.Count > 50)
                    seen.Clear();
            }
            catch (BodyException)
            {
                sum++;
            }
            finally
            {
                sum--;
            }
        }
        return sum;
    }

    [Coroutine]
    private static void Next(Coroutine<int>[] ring, int place, Yield<int> yield)
    {
        for (int i = 0; i < 3; i++)
        {
            yield(place);
            try
            {
                yield.From(ring[(place + 1) % ring.Length]);
            }
            catch (CoroutineStateException)
            {
                yield(-1);
            }
        }
    }

    /// <summary>Each delegates to the next, and the last to the first.</summary>
    public static Coroutine<int>[] Ring(int length)
    {
        var ring = new Coroutine<int>[length];
        for (int i = 0; i < length; i++)
            ring[i] = Next(ring, i);
        return ring;
    }

    /// <summary>Awaits, delegates to its like and to a synchronous one, catches, and awaits in its finally block.</summary>
    [Coroutine]
    public static async Task Waiting(int depth, AsyncYield<int> yield)
    {
        try
        {
            if (depth > 0)
            {
                await yield.From(Waiting(depth - 1));
                await yield.From(Held(3));
            }
            for (int n = 0; n < 5; n++)
            {
                if (n % 2 == 0)
                    await Task.Yield();
                await yield(n);
            }
        }
        catch (NotSupportedException)
        {
            await yield(-1);
        }
        finally
        {
            await Task.Yield();
        }
    }

    [Coroutine]
    private static void Held(int count, Yield<int> yield)
    {
        try
        {
            for (int n = 0; n < count; n++)
                yield(n);
        }
        finally
        {
            count++;
        }
    }
}

using System.Collections;
using System.Collections.Immutable;
using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>
/// Rules 218 and 220: enumerators. Each of the copy list is forked at each step, and held to one that starts anew and is taken as far; those
/// of which a copy goes wrong are known, so that nobody adds them to the list.
/// </summary>
public sealed partial class ForkEnumeratorRules
{
    private static readonly int[] Items = [3, 1, 4, 1, 5, 9, 2, 6];

    [Coroutine(Forkable = true)]
    private static void OfList(List<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfDictionary(Dictionary<int, int> items, Yield<int> yield)
    {
        foreach (var (key, value) in items)
            yield(key + value);
    }

    [Coroutine(Forkable = true)]
    private static void OfKeys(Dictionary<int, int> items, Yield<int> yield)
    {
        foreach (int key in items.Keys)
            yield(key);
    }

    [Coroutine(Forkable = true)]
    private static void OfValues(Dictionary<int, int> items, Yield<int> yield)
    {
        foreach (int value in items.Values)
            yield(value);
    }

    [Coroutine(Forkable = true)]
    private static void OfHashSet(HashSet<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfQueue(Queue<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfStack(Stack<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfLinkedList(LinkedList<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfPriorityQueue(PriorityQueue<int, int> items, Yield<int> yield)
    {
        foreach (var (item, _) in items.UnorderedItems)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfImmutableArray(ImmutableArray<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfImmutableQueue(ImmutableQueue<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfImmutableStack(ImmutableStack<int> items, Yield<int> yield)
    {
        foreach (int item in items)
            yield(item);
    }

    /// <summary>Here only the run time knows.</summary>
    [Coroutine(Forkable = true)]
    private static void OfAny<T>(IEnumerable<T> items, Yield<T> yield)
    {
        foreach (var item in items)
            yield(item);
    }

    [Coroutine(Forkable = true)]
    private static void OfGrid(int[,] grid, Yield<int> yield)
    {
        foreach (int n in grid)
            yield(n);
    }

    [Coroutine(Forkable = true)]
    private static void ByHand(List<int> items, Yield<int> yield)
    {
        using var enumerator = items.GetEnumerator();
        while (enumerator.MoveNext())
            yield(enumerator.Current);
    }

    [Coroutine(Forkable = true)]
    private static void OfTwo(List<int> items, Yield<int> yield)
    {
        foreach (int a in items)
            foreach (int b in items)
                if (a < b)
                    yield((a * 10) + b);
    }

    [Coroutine(Forkable = true)]
    private static void Once(List<int> items, Yield<int> yield)
    {
        foreach (int item in items)
        {
            yield(item);
            yield(-item);
            return;
        }
    }

    /// <summary>An enumerator that knows how to fork.</summary>
    private sealed class Steps(int from, int to) : IEnumerator<int>, IEnumerable<int>, IForkable<Steps>
    {
        public int Current { get; private set; } = from - 1;

        public int Disposals { get; private set; }

        object IEnumerator.Current => Current;

        public bool MoveNext() => ++Current <= to;

        public Steps GetEnumerator() => this;

        IEnumerator<int> IEnumerable<int>.GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => Disposals++;

        public Steps Fork() => new(from, to) { Current = Current };
    }

    private sealed class Stairs : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => new Steps(1, 5);

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Coroutine(Forkable = true)]
    private static void OfSteps(Steps steps, Yield<int> yield)
    {
        foreach (int step in steps)
            yield(step);
    }

    public static TheoryData<string> Sequences =>
    [
        "List", "Dictionary", "Keys", "Values", "HashSet", "Queue", "Stack", "LinkedList", "PriorityQueue", "ImmutableArray",
        "ImmutableQueue", "ImmutableStack", "grid", "ByHand", "Two", "Once", "Steps", "array behind an interface", "string behind an interface",
        "List behind an interface", "Dictionary behind an interface", "Keys behind an interface", "Values behind an interface",
        "HashSet behind an interface", "Queue behind an interface", "Stack behind an interface", "LinkedList behind an interface",
        "PriorityQueue behind an interface", "ImmutableArray behind an interface", "ImmutableQueue behind an interface",
        "ImmutableStack behind an interface", "Steps behind an interface", "nothing behind an interface",
    ];

    private static (Func<bool> Next, Func<object?> Current, Func<object> Fork) Make(string name)
    {
        var dictionary = Items.Distinct().ToDictionary(n => n, n => n * 100);
        dictionary.Remove(4);
        dictionary.Add(17, 3);
        var priorities = new PriorityQueue<int, int>(Items.Select(n => (n, -n)));
        return name switch
        {
            "List" => Of(OfList([.. Items])),
            "Dictionary" => Of(OfDictionary(dictionary)),
            "Keys" => Of(OfKeys(dictionary)),
            "Values" => Of(OfValues(dictionary)),
            "HashSet" => Of(OfHashSet([.. Items])),
            "Queue" => Of(OfQueue(new(Items))),
            "Stack" => Of(OfStack(new(Items))),
            "LinkedList" => Of(OfLinkedList(new(Items))),
            "PriorityQueue" => Of(OfPriorityQueue(priorities)),
            "ImmutableArray" => Of(OfImmutableArray([.. Items])),
            "ImmutableQueue" => Of(OfImmutableQueue([.. Items])),
            "ImmutableStack" => Of(OfImmutableStack([.. Items])),
            "grid" => Of(OfGrid(new[,] { { 1, 2, 3 }, { 4, 5, 6 } })),
            "ByHand" => Of(ByHand([.. Items])),
            "Two" => Of(OfTwo([.. Items])),
            "Once" => Of(Once([.. Items])),
            "Steps" => Of(OfSteps(new(1, 5))),
            "array behind an interface" => Of(OfAny(Items)),
            "string behind an interface" => Of(OfAny("some text")),
            "List behind an interface" => Of(OfAny(new List<int>(Items))),
            "Dictionary behind an interface" => Of(OfAny(dictionary)),
            "Keys behind an interface" => Of(OfAny(dictionary.Keys)),
            "Values behind an interface" => Of(OfAny(dictionary.Values)),
            "HashSet behind an interface" => Of(OfAny(new HashSet<int>(Items))),
            "Queue behind an interface" => Of(OfAny(new Queue<int>(Items))),
            "Stack behind an interface" => Of(OfAny(new Stack<int>(Items))),
            "LinkedList behind an interface" => Of(OfAny(new LinkedList<int>(Items))),
            "PriorityQueue behind an interface" => Of(OfAny(priorities.UnorderedItems)),
            "ImmutableArray behind an interface" => Of(OfAny(ImmutableArray.Create(Items))),
            "ImmutableQueue behind an interface" => Of(OfAny(ImmutableQueue.Create(Items))),
            "ImmutableStack behind an interface" => Of(OfAny(ImmutableStack.Create(Items))),
            "Steps behind an interface" => Of(OfAny(new Stairs())),
            _ => Of(OfAny(new List<int>())),
        };

        static (Func<bool>, Func<object?>, Func<object>) Of<T>(Coroutine<T> coroutine)
            => (coroutine.MoveNext, () => coroutine.Current, ((IForkable<object>)coroutine).Fork);
    }

    private static List<object?> Rest(object coroutine) => [.. ((IEnumerable)coroutine).Cast<object?>()];

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Rule_218_A_loop_over_a_type_of_the_copy_list_goes_on_as_one_that_starts_anew(string name)
    {
        List<object?> all = Rest(Make(name).Fork());
        for (int steps = 0; steps <= all.Count; steps++)
        {
            var original = Make(name);
            for (int i = 0; i < steps; i++)
                Assert.True(original.Next());
            object fork = original.Fork();
            object second = ((IForkable<object>)fork).Fork();
            List<object?> rest = [];
            while (original.Next())
                rest.Add(original.Current());
            Assert.Equal(all.Skip(steps), rest);
            Assert.Equal(rest, Rest(fork));
            Assert.Equal(rest, Rest(second));
        }
    }

    [Fact]
    public void Rule_218_A_list_that_has_changed_stops_both_as_it_does_one()
    {
        var list = new List<int>(Items);
        var original = OfList(list);
        original.MoveNext();
        list.Add(1);
        var fork = original.Fork();
        Assert.Throws<InvalidOperationException>(() => fork.MoveNext());
        Assert.Throws<InvalidOperationException>(() => original.MoveNext());
    }

    [Fact]
    public void Rule_220_An_enumerator_that_only_the_run_time_knows_is_refused_there()
    {
        IEnumerable<int>[] sequences =
        [
            new SortedSet<int>(Items), ImmutableList.Create(Items), ImmutableSortedSet.Create(Items), ImmutableHashSet.Create(Items),
            Items.Where(n => n > 0), Items.Select(n => n), new SortedDictionary<int, int> { [1] = 1, [2] = 2 }.Keys, Iterator(),
        ];
        foreach (var sequence in sequences)
        {
            var original = OfAny(sequence);
            Assert.Equal(CoroutineState.Created, original.Fork().State);
            original.MoveNext();
            int current = original.Current;
            var error = Assert.Throws<CoroutineForkException>(() => original.Fork());
            Assert.Equal(("OfAny", "items"), (error.Coroutine, error.Variable));
            Assert.Equal(current, original.Current);
            Assert.True(original.MoveNext());
            original.Close();
            Assert.Equal(CoroutineState.Closed, original.Fork().State);
        }

        static IEnumerable<int> Iterator()
        {
            yield return 1;
            yield return 2;
        }
    }

    /// <summary>Trap 1. If one of these should fail one day, its type may be added to the list.</summary>
    [Fact]
    public void Copies_of_these_enumerators_go_wrong()
    {
        Assert.False(GoesOn(new SortedSet<int>(Items).GetEnumerator()));
        Assert.False(GoesOn(new SortedDictionary<int, int>(Items.Distinct().ToDictionary(n => n)).GetEnumerator()));
        Assert.False(GoesOn(ImmutableList.Create(Items).GetEnumerator()));
        Assert.False(GoesOn(ImmutableSortedSet.Create(Items).GetEnumerator()));

        static bool GoesOn<TEnumerator>(TEnumerator original)
            where TEnumerator : struct, IEnumerator
        {
            original.MoveNext();
            var copy = original;
            int first = 0, second = 0;
            while (original.MoveNext())
                first++;
            try
            {
                while (copy.MoveNext())
                    second++;
            }
            catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException or NullReferenceException)
            {
                return false;
            }
            return first == second;
        }
    }
}

using System.Globalization;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>
/// Rule 228: random compositions of coroutines under random operations. At random steps what is restored goes on instead: it must do what the
/// same composition does that nobody has saved, and be saved to the same text.
/// </summary>
public sealed partial class SaveRandomScriptTests
{
    /// <summary>COROUTINEGEN_FUZZ=20000 dotnet test --filter SaveRandomScript makes more.</summary>
    private static readonly int Scripts
        = int.TryParse(Environment.GetEnvironmentVariable("COROUTINEGEN_FUZZ"), out int more) ? more : 3_000;

    private const int Operations = 25;

    [Coroutine(Saveable = true)]
    internal static int Leaf(int count, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            int got = yield((sum * 10) + i);
            sum += got;
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    internal static int Both(Coroutine<int, int, int> first, Coroutine<int, int, int> second, Yield<int, int> yield)
    {
        int one = yield.From(first);
        int got = yield(-one);
        int two = yield.From(second);
        return one + got + two + (first.HasResult ? 1 : 0);
    }

    [Coroutine(Saveable = true)]
    internal static int Guarded(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int n = 0;
        try
        {
            n = yield.From(inner);
            yield(n);
        }
        catch (FormatException e)
        {
            int got = yield(e.Message.Length);
            n += got;
        }
        finally
        {
            n++;
        }
    Last: int last = yield(n);
        return n + last;
    }

    [Coroutine(Saveable = true)]
    internal static int Cleaning(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int n = 1;
        try
        {
            int got = yield.From(inner);
            n += got;
            return n;
        }
        finally
        {
            int got = yield(-n);
            n += got;
            yield(n);
        }
    }

    [Coroutine(Saveable = true)]
    internal static int Looping(Coroutine<int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int n in inner)
        {
            int got = yield(n + 1_000);
            sum += got;
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    internal static int Driving(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        if (inner.State == CoroutineState.Created)
            inner.MoveNext();
        for (int i = 0; i < 3 && inner.State == CoroutineState.Suspended; i++)
        {
            int got = yield(inner.Current);
            sum += got;
            if (inner.State == CoroutineState.Suspended)
                inner.TrySend(sum);
        }
        int rest = yield.From(inner);
        return sum + rest;
    }

    [Coroutine(Saveable = true)]
    internal static int Folding(int depth, Yield<int, int> yield)
    {
        int got = yield(depth);
        if (depth <= 0)
            return got;
        int first = yield.From(Folding(depth - 1));
        int again = yield(first);
        int second = yield.From(Folding(depth - 2));
        return first + again + second;
    }

    [Coroutine(Saveable = true)]
    internal static int Capturing(int count, Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            int own = i;
            void Add(int n)
            {
                own += n;
                sum += own;
            }

            int got = yield(sum);
            Add(got);
            if (!inner.TryGetResult(out int result))
                result = yield.From(inner);
            Add(result);
            yield(own);
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    internal static int Listing(List<int> items, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int a in items)
            foreach (char b in "xyz")
            {
                int got = yield(a + b + sum);
                sum += got;
            }
        return sum;
    }

    private static Coroutine<int, int, int> Compose(int seed) => RandomComposition.Of(
        new Random(seed), 3, [],
        [
            dice => Leaf(dice.Next(5)),
            dice => Folding(dice.Next(4)),
            dice => Listing([.. Enumerable.Range(1, dice.Next(4))]),
        ],
        [
            (_, inner) => Both(inner(), inner()),
            (_, inner) => Guarded(inner()),
            (_, inner) => Cleaning(inner()),
            (_, inner) => Looping(inner()),
            (_, inner) => Driving(inner()),
            (dice, inner) => Capturing(dice.Next(1, 3), inner()),
        ]);

    [Fact]
    public void Rule_228_What_is_restored_does_what_one_does_that_was_never_saved()
    {
        int saves = 0, pending = 0;
        for (int seed = 0; seed < Scripts; seed++)
        {
            var dice = new Random(seed);
            int shape = dice.Next();
            var plain = Compose(shape);
            var saved = Compose(shape);
            var trace = new StringBuilder();
            for (int i = 0; i < Operations; i++)
            {
                if (dice.Next(3) == 0)
                {
                    try
                    {
                        saved = Again(saved);
                        saves++;
                    }
                    catch (CoroutineSaveException error) when (error.Reason == CoroutineSaveReason.PendingException)
                    {
                        pending++;
                    }
                }
                int operation = dice.Next(12), value = dice.Next(100);
                string expected = Do(plain, operation, value), found = Do(saved, operation, value);
                trace.Append(expected).Append('\n');
                if (expected != found)
                    Assert.Fail($"seed {seed}: not\n{trace}but at the end\n{found}");
            }
        }
        Assert.InRange(saves, Scripts, int.MaxValue);
        Assert.InRange(pending, 1, int.MaxValue);
    }

    /// <summary>A composition that some steps of a script have brought somewhere; what was saved there, and what the rest of the script then does.</summary>
    /// <param name="seed">Composition and script.</param>
    /// <returns>Null where it cannot be saved, because of an exception that waits.</returns>
    internal static SavedElsewhere.Case? Case(int seed)
    {
        var dice = new Random(seed);
        var coroutine = Compose(dice.Next());
        for (int i = dice.Next(Operations); i > 0; i--)
            Do(coroutine, dice.Next(12), dice.Next(100));
        try
        {
            byte[] saved = CoroutineGen.Json.CoroutineJson.Save((ISaveable)coroutine, SavingJson.Default);
            int[] script = [.. Enumerable.Range(0, Operations).SelectMany(_ => new[] { dice.Next(12), dice.Next(100) })];
            return new(coroutine.GetType().Name, saved, script, Played((ISaveable)coroutine, script));
        }
        catch (CoroutineSaveException error) when (error.Reason == CoroutineSaveReason.PendingException)
        {
            return null;
        }
    }

    /// <summary>What a script does with a coroutine.</summary>
    internal static string[] Played(ISaveable coroutine, int[] script)
        => [.. script.Chunk(2).Select(step => Do((Coroutine<int, int, int>)coroutine, step[0], step[1]))];

    /// <summary>Restores what was saved of one.</summary>
    internal static ISaveable Restored(string type, byte[] saved)
    {
        Func<CoroutineReader, RestoreOptions?, ISaveable> restore = type switch
        {
            nameof(LeafCoroutine) => LeafCoroutine.Restore,
            nameof(BothCoroutine) => BothCoroutine.Restore,
            nameof(GuardedCoroutine) => GuardedCoroutine.Restore,
            nameof(CleaningCoroutine) => CleaningCoroutine.Restore,
            nameof(LoopingCoroutine) => LoopingCoroutine.Restore,
            nameof(DrivingCoroutine) => DrivingCoroutine.Restore,
            nameof(FoldingCoroutine) => FoldingCoroutine.Restore,
            nameof(CapturingCoroutine) => CapturingCoroutine.Restore,
            _ => ListingCoroutine.Restore,
        };
        return CoroutineGen.Json.CoroutineJson.Restore(saved, SavingJson.Default, restore);
    }

    private static Coroutine<int, int, int> Again(Coroutine<int, int, int> coroutine) => coroutine switch
    {
        LeafCoroutine leaf => Text.Again(leaf, LeafCoroutine.Restore),
        BothCoroutine both => Text.Again(both, BothCoroutine.Restore),
        GuardedCoroutine guarded => Text.Again(guarded, GuardedCoroutine.Restore),
        CleaningCoroutine cleaning => Text.Again(cleaning, CleaningCoroutine.Restore),
        LoopingCoroutine looping => Text.Again(looping, LoopingCoroutine.Restore),
        DrivingCoroutine driving => Text.Again(driving, DrivingCoroutine.Restore),
        FoldingCoroutine folding => Text.Again(folding, FoldingCoroutine.Restore),
        CapturingCoroutine capturing => Text.Again(capturing, CapturingCoroutine.Restore),
        ListingCoroutine listing => Text.Again(listing, ListingCoroutine.Restore),
        _ => throw new ArgumentException($"{coroutine}"),
    };

    private static string Do(Coroutine<int, int, int> coroutine, int operation, int value)
    {
        string done;
        try
        {
            switch (operation)
            {
                case 0:
                    done = $"throws {coroutine.TryThrow(new FormatException("thrown"))}";
                    break;
                case 1:
                    done = $"throws {coroutine.TryThrow(new InvalidOperationException("thrown"))}";
                    break;
                case 2:
                    coroutine.Close();
                    done = "closes";
                    break;
                case < 6:
                    done = $"moves {coroutine.MoveNext()}";
                    break;
                default:
                    done = $"sends {value} {coroutine.TrySend(value)}";
                    break;
            }
        }
        catch (Exception error)
        {
            done = Described(error);
        }
        var plain = CultureInfo.InvariantCulture;
        string current = coroutine.State == CoroutineState.Suspended ? string.Create(plain, $"{coroutine.Current} {coroutine.Delegate}") : "";
        return string.Create(plain, $"{done}: {coroutine} {((ISaveable)coroutine).PointName} {current} {(coroutine.HasResult ? coroutine.Result : "")} {Described(coroutine.Error)}");
    }

    private static string Described(Exception? error)
        => error is null ? "" : $"{(error is RestoredErrorException restored ? restored.OriginalType : error.GetType().FullName)}: {error.Message}";
}

using System.Text;
using CoroutineGen.Json;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Tests.Saving;

/// <summary>
/// Rule 247: bytes that were spoilt, in twenty thousand ways, give a coroutine or a CoroutineRestoreException; and a coroutine that they give can
/// be resumed and closed, and fails as its body might, with what variables hold that somebody has written there.
/// </summary>
public sealed partial class SaveMutantRules(ITestOutputHelper output)
{
    /// <summary>COROUTINEGEN_FUZZ=1000000 dotnet test --filter SaveMutantRules makes more.</summary>
    private static readonly int Mutants
        = int.TryParse(Environment.GetEnvironmentVariable("COROUTINEGEN_FUZZ"), out int more) ? more : 20_000;

    /// <summary>What one restore may allocate for each byte that it is given: a coroutine of a few bytes is an object of some hundred.</summary>
    private const int MostPerByte = 100, MostAtAll = 200_000;

    [Coroutine(Saveable = true)]
    private static string Numbers(int[] items, List<int> list, string text, int? maybe, double share, (int Sum, string Name) pair, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int a in items)
            foreach (int b in list)
                foreach (char c in text)
                {
                    int got = yield(a + b + c);
                    sum = unchecked(sum + got);
                }
        return $"{sum} {maybe} {share} {pair}";
    }

    [Coroutine(Saveable = true)]
    private static int Basket(Basket basket, Colour colour, Yield<Command, int> yield)
    {
        var lines = basket.Lines;
        int paid = yield(new Charge(lines.Count));
        foreach (var line in lines)
        {
            int shipped = yield(new Ship(line.Name));
            paid = unchecked(paid + shipped + (int)colour);
        }
        return paid + (ReferenceEquals(lines, basket.Lines) ? 1 : 0);
    }

    [Coroutine(Saveable = true)]
    private static int Everything(int depth, Yield<int> yield)
    {
        int seen = 0;
        void Note(int n) => seen = unchecked(seen + n);
        var aside = SaveChainRules.Numbers(3);
        aside.MoveNext();
        try
        {
            foreach (int n in SaveChainRules.Numbers(2))
            {
                Note(n);
                yield(n);
            }
            yield.From(aside);
            yield.From(SaveChainRules.Deep(2));
            Note(aside.TryGetResult(out int result) ? result : -1);
        }
        finally
        {
            yield(seen);
        }
        return seen + depth;
    }

    [Coroutine(Saveable = true)]
    private static int Consumer(int count, Receive<string> yield)
    {
        int length = 0;
        for (int i = 0; i < count && i < 100; i++)
        {
            string? got = yield();
            length += got?.Length ?? 0;
        }
        return length;
    }

    [Fact]
    public void Rule_247_Any_bytes_give_a_coroutine_or_the_known_exception()
    {
        var dice = new Random(20261127);
        var samples = Samples().ToArray();
        byte[][] texts = [.. samples.Select(s => s.Saved)];
        var outcomes = new Dictionary<string, int>();
        for (int i = 0; i < Mutants; i++)
        {
            var sample = samples[i % samples.Length];
            byte[] mutant = JsonMutant.Of(sample.Saved, texts, dice);
            string outcome = "restored";
            ISaveable? coroutine = null;
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                coroutine = CoroutineJson.Restore(mutant, SavingJson.Default, sample.Restore, options: null, sample.Preserves);
            }
            catch (CoroutineRestoreException error)
            {
                outcome = error.Reason.ToString();
            }
            catch (Exception error)
            {
                Assert.Fail($"Mutant {i}: {Shown(mutant)}\n{error}");
            }
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostAtAll + (MostPerByte * (long)mutant.Length), $"Mutant {i}, {allocated} B: {Shown(mutant)}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (coroutine is not null && sample.Drive(coroutine, dice.Next(6)) is { } wrong)
                Assert.Fail($"Mutant {i}: {Shown(mutant)}\n{wrong}");
        }
        output.WriteLine(string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Value} {o.Key}")));
        Assert.InRange(outcomes["restored"], Mutants / 20, Mutants / 2);
        foreach (string reason in new[] { "Malformed", "WrongType", "MissingVariable", "UnknownPoint", "UnknownCoroutine", "WrongInner" })
            Assert.Contains(reason, outcomes.Keys);
    }

    /// <summary>A saved coroutine, and how another one is restored and driven.</summary>
    /// <param name="Saved">What was saved.</param>
    /// <param name="Restore">The method of its class.</param>
    /// <param name="Drive">Resumes and closes one; gives an exception that no body of ours raises, and null for none.</param>
    /// <param name="Preserves">Whether it was saved with references.</param>
    private sealed record Sample(
        byte[] Saved, Func<CoroutineReader, RestoreOptions?, ISaveable> Restore, Func<ISaveable, int, Exception?> Drive, bool Preserves);

    private static IEnumerable<Sample> Samples()
    {
        foreach (int steps in new[] { 0, 1, 3, 5, 40 })
        {
            yield return Of(SaveChainRules.Twice(2), steps, SaveChainRules.TwiceCoroutine.Restore, 3);
            yield return Of(SaveChainRules.Finally(0), steps, SaveChainRules.FinallyCoroutine.Restore, 1);
            yield return Of(Numbers([1, 2], [3, 4], "xy", null, 0.5, (1, "me")), steps, NumbersCoroutine.Restore, 2);
            yield return Of(Basket(new Basket { Lines = { new Line("a", 1), new Line("b", 2) } }, Colour.Green), steps, BasketCoroutine.Restore, 4, preserves: true);
            yield return Of(Consumer(4), steps, ConsumerCoroutine.Restore, "got");
            yield return Of<int, Unit>(SaveChainRules.Each(3), steps, SaveChainRules.EachCoroutine.Restore, default);
            yield return Of<int, Unit>(SaveChainRules.Deep(3), steps, SaveChainRules.DeepCoroutine.Restore, default);
            yield return Of<int, Unit>(SaveChainRules.Link(SaveChainRules.Link(null)), steps, SaveChainRules.LinkCoroutine.Restore, default);
            yield return Of<int, Unit>(Everything(5), steps, EverythingCoroutine.Restore, default);
        }
    }

    private static Sample Of<TYield, TSend>(
        Coroutine<TYield> coroutine, int steps, Func<CoroutineReader, RestoreOptions?, ISaveable> restore, TSend value, bool preserves = false)
    {
        for (int i = 0; i < steps; i++)
            Step(coroutine, value);
        return new Sample(
            CoroutineJson.Save((ISaveable)coroutine, SavingJson.Default, preserves), restore,
            (other, how) => Driven((Coroutine<TYield>)other, value, how), preserves);
    }

    private static bool Step<TYield, TSend>(Coroutine<TYield> coroutine, TSend value)
        => coroutine is Coroutine<TYield, TSend> receiver && coroutine.State == CoroutineState.Suspended ? receiver.TrySend(value) : coroutine.MoveNext();

    /// <returns>An exception that it must not raise.</returns>
    private static Exception? Driven<TYield, TSend>(Coroutine<TYield> coroutine, TSend value, int how)
    {
        try
        {
            for (int i = 0; i < how * 3 && Step(coroutine, value); i++)
            {
            }
            if (how == 0)
                coroutine.TryThrow(new FormatException());
            if (how < 4)
                coroutine.Close();
            CoroutineJson.Save((ISaveable)coroutine, SavingJson.Default);
            return null;
        }
        catch (Exception error) when (IsOfTheBody(error))
        {
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    /// <summary>
    /// Whether a body raises that for values that it never has otherwise: null where it has an object, itself where it has another coroutine,
    /// what has no result where it asks for one. The exit is ignored by bodies that yield in a finally block.
    /// </summary>
    private static bool IsOfTheBody(Exception error) => error switch
    {
        CoroutineStateException { Reason: CoroutineStateReason.Running or CoroutineStateReason.IgnoredExit } => true,
        NullReferenceException or RestoredErrorException or FormatException or CoroutineSaveException => true,
        _ => error.GetType() == typeof(InvalidOperationException),
    };

    private static string Shown(byte[] mutant)
        => Encoding.UTF8.GetString(mutant.Length < 2_000 ? mutant : [.. mutant[..1_000], .. mutant[^1_000..]]);
}

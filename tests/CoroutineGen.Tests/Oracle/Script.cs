namespace CoroutineGen.Tests;

/// <summary>A suspension that is not answered.</summary>
/// <param name="At">Which, from 1.</param>
/// <param name="Error">Makes the exception that is thrown in there; null closes.</param>
internal sealed record Interruption(int At, Func<Exception>? Error = null)
{
    public override string ToString()
        => Error == null ? $"closed at suspension {At}" : $"{Error().GetType().Name} thrown in at suspension {At}";
}

/// <summary>What the other side does at each suspension: answers, but for those where it throws, or closes.</summary>
/// <param name="Answers">Sent in turn, and again from the first when they are used up.</param>
/// <param name="ByMoveNext">The answers are the default value, given by MoveNext rather than sent.</param>
/// <param name="Interruptions">In the order of their suspensions.</param>
internal sealed record Script<TSend>(TSend[] Answers, bool ByMoveNext, params Interruption[] Interruptions)
{
    /// <summary>Bodies without end are cut at this many suspensions.</summary>
    public const int Limit = 24;

    public TSend Answer(int suspension) => Answers[(suspension - 1) % Answers.Length];

    public Interruption? InterruptionAt(int suspension) => Array.Find(Interruptions, interruption => interruption.At == suspension);

    public override string ToString()
        => string.Join(", ", [ByMoveNext ? "MoveNext" : $"answers {Log.Show(Answers)}", .. Interruptions.AsEnumerable<object>()]);
}

/// <summary>Answers for a type: the plain ones, awkward ones, and chance, the same in every run.</summary>
internal static class Answers
{
    public static TSend[][] For<TSend>()
    {
        var chance = new Random(20_231);
        object? known = default(TSend) switch
        {
            int => new int[][] { [3, 1, 4, 1, 5, 9, 2, 6], [0, -1, 7, 2, 2, 0], Many(() => chance.Next(-4, 10)) },
            long => new long[][] { [3, 1, 4, 1, 5], [0, -1, 1L << 40], Many(() => (long)chance.Next(-4, 10)) },
            byte => new byte[][] { [3, 1, 4], [255, 0, 200], Many(() => (byte)chance.Next(256)) },
            double => new double[][] { [1.5, 2, -0.25], [0, 1e9, -3], Many(() => chance.Next(-40, 40) / 4.0) },
            char => new char[][] { ['a', 'z', 'b'], Many(() => (char)('a' + chance.Next(26))) },
            bool => new bool[][]
            {
                [true, false], [false, true, true], [true], [false, false, false, true], Many(() => chance.Next(2) == 0),
            },
            Unit => new Unit[][] { [default] },
            _ when typeof(TSend) == typeof(string) => new string?[][] { ["a", "b", "c"], ["", null, "yes"] },
            _ when typeof(TSend) == typeof(object) => new object?[][] { [1, "two", null, 3L], ["x", 2, 'c', 5], [null, 7] },
            _ when typeof(TSend) == typeof(int?) => new int?[][] { [3, null, 4], [null, 0, -1], Many(() => (int?)chance.Next(9)) },
            _ when typeof(TSend) == typeof(bool?) => new bool?[][] { [true, null, false], [null, true], [true, false, null, null] },
            _ => null,
        };
        return known as TSend[][] ?? throw new ArgumentException($"No answers are known for {typeof(TSend)}: give them to the check.");

        T[] Many<T>(Func<T> next) => [.. Enumerable.Range(0, Script<TSend>.Limit).Select(_ => next())];
    }
}

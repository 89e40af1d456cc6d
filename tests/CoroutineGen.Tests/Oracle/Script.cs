namespace CoroutineGen.Tests;

/// <summary>What the other side does at each suspension: answers, but for the one suspension where it throws, or closes.</summary>
/// <param name="Answers">Sent in turn, and again from the first when they are used up.</param>
/// <param name="At">The suspension, from 1, that is interrupted; 0 for none.</param>
/// <param name="Error">Makes the exception that is thrown in there; null closes.</param>
/// <param name="ByMoveNext">The answers are the default value, given by MoveNext rather than sent.</param>
internal sealed record Script<TSend>(TSend[] Answers, int At = 0, Func<Exception>? Error = null, bool ByMoveNext = false)
{
    /// <summary>Bodies without end are cut at this many suspensions.</summary>
    public const int Limit = 24;

    public TSend Answer(int suspension) => Answers[(suspension - 1) % Answers.Length];

    public override string ToString()
    {
        string answers = ByMoveNext ? "MoveNext" : $"answers {Log.Show(Answers)}";
        return At == 0 ? answers
            : Error == null ? $"{answers}, closed at suspension {At}"
            : $"{answers}, {Error().GetType().Name} thrown in at suspension {At}";
    }
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

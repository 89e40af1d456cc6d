namespace CoroutineGen.Fuzz.Grammar;

/// <summary>The choices of one program: the same seed gives the same program on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int count) => _random.Next(count);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>A choice by weight: the number of the one that is chosen.</summary>
    public int Weighted(params ReadOnlySpan<int> weights)
    {
        int total = 0;
        foreach (int weight in weights)
            total += weight;
        int at = _random.Next(total);
        for (int i = 0; ; i++)
        {
            if (at < weights[i])
                return i;
            at -= weights[i];
        }
    }
}

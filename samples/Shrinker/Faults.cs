namespace Shrinker;

/// <summary>Two functions with a fault each, and what shows it.</summary>
public static class Faults
{
    /// <summary>A quicksort that drops what is equal to the number it divides by.</summary>
    public static int[] Sort(int[] numbers) => numbers is [int first, .. int[] rest]
        ? [.. Sort([.. rest.Where(n => n < first)]), first, .. Sort([.. rest.Where(n => n > first)])]
        : [];

    public static bool SortFails(int[] numbers) => !Sort(numbers).SequenceEqual(numbers.Order());

    /// <summary>Writes how often each number follows, in one digit: ten are none.</summary>
    public static string Encode(int[] numbers)
    {
        var text = new System.Text.StringBuilder();
        for (int at = 0; at < numbers.Length;)
        {
            int end = at;
            while (end < numbers.Length && numbers[end] == numbers[at])
                end++;
            text.Append((char)('0' + ((end - at) % 10))).Append('x').Append(numbers[at]).Append(' ');
            at = end;
        }
        return text.ToString();
    }

    public static bool EncodeFails(int[] numbers)
    {
        var decoded = Encode(numbers).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(run => run.Split('x'))
            .SelectMany(run => Enumerable.Repeat(int.Parse(run[1], System.Globalization.CultureInfo.InvariantCulture), run[0][0] - '0'));
        return !decoded.SequenceEqual(numbers);
    }
}

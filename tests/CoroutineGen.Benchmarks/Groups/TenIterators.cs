namespace CoroutineGen.Benchmarks.Groups;

/// <summary>The bodies of <see cref="TenTypes"/> as C# iterators.</summary>
static class TenIterators
{
    public static IEnumerable<int> Up(int count)
    {
        for (int n = 0; n < count; n++)
            yield return n;
    }

    public static IEnumerable<int> Down(int count)
    {
        for (int n = count; n > 0; n--)
            yield return n;
    }

    public static IEnumerable<int> Squares(int count)
    {
        for (int n = 0; n < count; n++)
            yield return n * n;
    }

    public static IEnumerable<int> Odd(int count)
    {
        for (int n = 1; n < 2 * count; n += 2)
            yield return n;
    }

    public static IEnumerable<int> Signs(int count)
    {
        int sign = 1;
        for (int n = 0; n < count; n++)
        {
            yield return sign;
            sign = -sign;
        }
    }

    public static IEnumerable<int> Shifted(int count)
    {
        for (int n = 0; n < count; n++)
            yield return n << 2;
    }

    public static IEnumerable<int> Triangles(int count)
    {
        int sum = 0;
        for (int n = 0; n < count; n++)
        {
            sum += n;
            yield return sum;
        }
    }

    public static IEnumerable<int> Masked(int count)
    {
        for (int n = 0; n < count; n++)
            yield return n & 0x55;
    }

    public static IEnumerable<int> Constant(int count)
    {
        while (count > 0)
        {
            count--;
            yield return 1;
        }
    }

    public static IEnumerable<int> Collatz(int count)
    {
        int value = 27;
        for (int n = 0; n < count; n++)
        {
            yield return value;
            value = (value & 1) == 0 ? value >> 1 : (3 * value) + 1;
        }
    }
}

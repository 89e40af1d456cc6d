namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Ten coroutines of the same kind: ten types.</summary>
static partial class TenTypes
{
    [Coroutine]
    public static void Up(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(n);
    }

    [Coroutine]
    public static void Down(int count, Yield<int> yield)
    {
        for (int n = count; n > 0; n--)
            yield(n);
    }

    [Coroutine]
    public static void Squares(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(n * n);
    }

    [Coroutine]
    public static void Odd(int count, Yield<int> yield)
    {
        for (int n = 1; n < 2 * count; n += 2)
            yield(n);
    }

    [Coroutine]
    public static void Signs(int count, Yield<int> yield)
    {
        int sign = 1;
        for (int n = 0; n < count; n++)
        {
            yield(sign);
            sign = -sign;
        }
    }

    [Coroutine]
    public static void Shifted(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(n << 2);
    }

    [Coroutine]
    public static void Triangles(int count, Yield<int> yield)
    {
        int sum = 0;
        for (int n = 0; n < count; n++)
        {
            sum += n;
            yield(sum);
        }
    }

    [Coroutine]
    public static void Masked(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(n & 0x55);
    }

    [Coroutine]
    public static void Constant(int count, Yield<int> yield)
    {
        while (count > 0)
        {
            count--;
            yield(1);
        }
    }

    [Coroutine]
    public static void Collatz(int count, Yield<int> yield)
    {
        int value = 27;
        for (int n = 0; n < count; n++)
        {
            yield(value);
            value = (value & 1) == 0 ? value >> 1 : (3 * value) + 1;
        }
    }
}

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>What somebody would write by hand for whom nothing counts but speed: the limit for <c>foreach</c>.</summary>
static class StructEnumerators
{
    public struct Range(int start, int count)
    {
        int _n = -1;

        public readonly int Current => start + _n;

        public readonly Range GetEnumerator() => this;

        public bool MoveNext() => ++_n < count;
    }

    public struct Fibonacci(int count)
    {
        int _n = -1;
        long _a = 1, _b;

        public readonly long Current => _b;

        public readonly Fibonacci GetEnumerator() => this;

        public bool MoveNext()
        {
            if (++_n >= count)
                return false;
            if (_n > 0)
                (_a, _b) = (_b, _a + _b);
            return true;
        }
    }

    public struct Countdown(int from)
    {
        int _current = from + 1;

        public readonly int Current => _current;

        public readonly Countdown GetEnumerator() => this;

        public bool MoveNext() => --_current > 0;
    }
}

using CoroutineGen;

namespace Library
{
    /// <summary>Guesses a number.</summary>
    public static partial class Guessing
    {
        /// <summary>Yields guesses, is sent whether the number is larger (1), smaller (-1) or it (0), and returns it.</summary>
        [Coroutine]
        public static int Guess(int low, int high, Yield<int, int> yield)
        {
            while (low < high)
            {
                int middle = low + (high - low) / 2;
                switch (yield(middle))
                {
                    case 0:
                        return middle;
                    case < 0:
                        high = middle - 1;
                        break;
                    default:
                        low = middle + 1;
                        break;
                }
            }
            return low;
        }
    }
}

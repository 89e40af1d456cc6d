using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen;

namespace Streams
{
    /// <summary>What asynchronous coroutines do: awaits, answers, a result, a token, delegation, and a finally that awaits.</summary>
    public static partial class Feed
    {
        /// <summary>Hands out averages, and is sent samples.</summary>
        [Coroutine]
        public static async Task<string> Averages(int samples, AsyncYield<double, double> yield)
        {
            double total = 0, average = 0;
            for (int n = 1; n <= samples; n++)
            {
                total += await yield(average);
                await Task.Yield();
                average = total / n;
            }
            return "average " + average;
        }

        /// <summary>Counts until it is cancelled.</summary>
        [Coroutine]
        public static async Task Count(ICollection<string> log, AsyncYield<int> yield, CancellationToken token = default)
        {
            try
            {
                await yield.From(From(1, 2));
                for (int i = 3; ; i++)
                {
                    await Task.Delay(1, token);
                    await yield(i);
                }
            }
            finally
            {
                await Task.Yield();
                log.Add("counted");
            }
        }

        [Coroutine]
        private static void From(int first, int last, Yield<int> yield)
        {
            for (int i = first; i <= last; i++)
                yield(i);
        }
    }
}

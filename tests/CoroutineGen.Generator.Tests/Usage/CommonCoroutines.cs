namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>The coroutines that the tests use, in a file of their own.</summary>
internal static class CommonCoroutines
{
    public const string Text = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using CoroutineGen;

        public static partial class Co
        {
            [Coroutine] public static string Average(int n, Yield<double, double> yield)
            { double total = 0; for (int i = 1; i <= n; i++) total += yield(total / i); return $"{total}"; }

            [Coroutine(Primed = true)] public static void Ready(Yield<double, double> yield) { while (true) yield(0); }

            [Coroutine] public static void Sink(Receive<double> yield) { while (true) Console.WriteLine(yield()); }

            [Coroutine] public static void Range(int n, Yield<int> yield) { for (int i = 0; i < n; i++) yield(i); }

            [Coroutine] public static int Counted(int n, Yield<int> yield) { for (int i = 0; i < n; i++) yield(i); return n; }

            [Coroutine] public static void Lines(Yield<int, double> yield) { try { while (true) yield(1); } finally { Console.WriteLine("done"); } }

            [Coroutine] public static void Partly(Yield<int> yield) { try { yield(1); } finally { Console.WriteLine("done"); } yield(2); }

            [Coroutine] public static void Scoped(IDisposable scope, Yield<int> yield) { using (scope) yield(1); }

            [Coroutine] public static void Echo<T>(T first, Yield<T, T> yield) { while (true) first = yield(first); }
        }

        public static partial class Later
        {
            [Coroutine] public static async Task<string> Average(int n, AsyncYield<double, double> yield)
            { double total = 0; for (int i = 1; i <= n; i++) { total += await yield(total / i); await Task.Yield(); } return $"{total}"; }

            [Coroutine(Primed = true)] public static async Task Ready(AsyncYield<double, double> yield) { while (true) { await Task.Yield(); await yield(0); } }

            [Coroutine] public static async Task Sink(AsyncReceive<double> yield) { while (true) { Console.WriteLine(await yield()); await Task.Yield(); } }

            [Coroutine] public static async Task Range(int n, AsyncYield<int> yield) { for (int i = 0; i < n; i++) { await Task.Yield(); await yield(i); } }

            [Coroutine] public static async ValueTask<int> Counted(int n, AsyncYield<int> yield) { for (int i = 0; i < n; i++) { await Task.Yield(); await yield(i); } return n; }

            [Coroutine] public static async Task Lines(AsyncYield<int, double> yield) { try { while (true) await yield(1); } finally { await Task.Yield(); } }

            [Coroutine] public static async Task Scoped(IAsyncDisposable scope, AsyncYield<int> yield) { await using (scope) { await Task.Yield(); await yield(1); } }

            [Coroutine] public static async Task Polled(CancellationToken token, AsyncYield<int> yield) { while (!token.IsCancellationRequested) { await Task.Yield(); await yield(1); } }

            [Coroutine] public static async Task Quick(int n, AsyncYield<int, int> yield) { for (int i = 0; i < n; i++) await yield(i).ConfigureAwait(false); }

            [Coroutine] public static async Task Echo<T>(T first, AsyncYield<T, T> yield) { while (true) { await Task.Yield(); first = await yield(first); } }
        }

        """;
}

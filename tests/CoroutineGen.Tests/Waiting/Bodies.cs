using CoroutineGen.CompilerServices;
using Coroutine = CoroutineGen.Tests.Waiting.Written<int, int, string>;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Bodies as a generator would write them, and above each the method that it is of.</summary>
internal static class Bodies
{
    // async Task<string> M(AsyncYield<int, int> yield)
    // {
    //     for (int i = 0; i < n; i++) { await wait; total += await yield(i); }
    //     return $"total {total}";
    // }
    public static Coroutine Sum(int n, Readiness readiness = Readiness.Ready)
    {
        int i = 0, total = 0;
        return new Coroutine(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Resumed1;
            }
            i = 0;
        Loop1:
            if (!(i < n)) goto End1;
            await new Wait(readiness);
            return own.Out.Yield(1, i);
        Resumed1:
            total += sent;
            i = i + 1;
            goto Loop1;
        End1:
            return own.End($"total {total}");
        });
    }

    // async Task<string> M(AsyncYield<int, int> yield)
    // {
    //     try { log("runs"); await wait; await yield(1); log("goes on"); }
    //     catch (InvalidOperationException e) { await wait; log(e.Message); }
    //     finally { await wait; log("finally"); }
    //     await yield(2);
    //     return "end";
    // }
    public static Coroutine Handled(List<string> log, Readiness readiness, Action? during = null)
        => new(async (own, point, how, sent) =>
        {
            int next = -1;
            switch (point)
            {
                case 1: goto Try1;
                case 2: goto Resumed2;
            }
        Try1:
            try
            {
                switch (point)
                {
                    case 1: goto Resumed1;
                }
                log.Add("runs");
                await new Wait(readiness);
                return next = own.Out.Yield(1, 1);
            Resumed1:
                point = 0;
                if (how.RaiseOrUnwind()) return next = how.Exit();
                log.Add("goes on");
            }
            catch (InvalidOperationException e) when (e is not CoroutineStateException)
            {
                await new Wait(readiness);
                log.Add(e.Message);
            }
            finally
            {
                if (next < 0)
                {
                    await new Wait(readiness);
                    during?.Invoke();
                    log.Add("finally");
                }
            }
            return own.Out.Yield(2, 2);
        Resumed2:
            return own.End("end");
        },
        Protection.Catch | Protection.Finally,
        Protection.None);

    // async Task<string> M(AsyncYield<int, int> yield)
    // {
    //     try { await yield(1); }
    //     catch (CoroutineExitException) { await wait; does(); if (yields) await yield(2); return "returned"; }
    //     return "end";
    // }
    public static Coroutine CatchesExit(Readiness readiness, bool yields = false, Exception? raises = null)
        => new(async (own, point, how, sent) =>
        {
            int next = -1;
            switch (point)
            {
                case 1: goto Try1;
                case 2: goto Resumed2;
            }
        Try1:
            try
            {
                switch (point)
                {
                    case 1: goto Resumed1;
                }
                return next = own.Out.Yield(1, 1);
            Resumed1:
                point = 0;
                if (how.RaiseOrUnwind()) return next = how.Exit();
                goto End1;
            }
            catch (CoroutineExitException)
            {
            }
            await new Wait(readiness);
            if (raises is not null) throw raises;
            if (!yields) return own.End("returned");
            return own.Out.Yield(2, 2);
        Resumed2:
            return own.End("returned later");
        End1:
            return own.End("end");
        },
        Protection.Exit | Protection.Catch,
        Protection.None);

    // async Task<string> M(AsyncYield<int, int> yield)
    // {
    //     await wait;
    //     return "got " + await yield.From(inner);
    // }
    public static Coroutine Delegates(
        Func<CoroutineCore<int>> inner, Readiness readiness = Readiness.Ready, Func<string, string>? catches = null)
        => new(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Try1;
            }
            await new Wait(readiness);
        Try1:
            try
            {
                switch (point)
                {
                    case 1: goto Resumed1;
                }
                return own.Out.To(1, inner());
            Resumed1:
                point = 0;
                if (how.RaiseOrUnwind()) return how.Exit();
                return own.End("got " + own.Out.Result<string>());
            }
            catch (Exception e) when (catches is not null)
            {
                return own.End(catches(e.GetType().Name));
            }
        },
        catches is null ? Protection.None : Protection.Catch);

    // async Task M(AsyncYield<int, int> yield) { await wait; throw error; }, behind a yield where it is to be suspended first
    public static Coroutine Throws(Exception error, Readiness readiness, bool yields = false)
        => new(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Resumed1;
            }
            if (yields) return own.Out.Yield(1, 1);
        Resumed1:
            await new Wait(readiness);
            throw error;
        });

    /// <summary>A body that awaits what a test completes, and yields.</summary>
    public static Coroutine Until(Task task)
        => new(async (own, point, how, sent) =>
        {
            switch (point)
            {
                case 1: goto Resumed1;
            }
            await task;
            return own.Out.Yield(1, 7);
        Resumed1:
            return own.End("done");
        });

    /// <summary>The method of <see cref="Delegates"/> itself, called with a callback.</summary>
    public static async Task<string> Push(AsyncYield<int, int> yield, Func<Coroutine> inner) => "got " + await yield.From(inner());
}

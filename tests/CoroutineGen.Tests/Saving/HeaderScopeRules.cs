using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>
/// Rules 224 and 239 where a yield stands in a header: of a statement's scopes, some have not been entered there, so that their environments
/// are not made yet. Found by the fuzzer (a yield in the declaration of a for, beside a captured variable of its condition). Each statement
/// has a captured variable in each of its scopes, and a yield in each of its parts; each yield is forked and saved.
/// </summary>
public sealed partial class HeaderScopeRules
{
    private static bool Is(int value, out int same)
    {
        same = value;
        return value < 3;
    }

    private static int[] Two(int first) => [first, first + 1];

    [Coroutine(Saveable = true, Forkable = true)]
    private static int For(int b, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0, j = yield(b);
            i < yield(sum) && Is(i, out int c);
            sum += yield(c), i += Is(b, out int d) ? new Func<int>(() => d + 1)() : yield(sum + 1))
        {
            int Inner() => c + j;
            int got = yield(sum + 2);
            sum += Inner() + got;
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int ForAfterInitializers(int b, Yield<int, int> yield)
    {
        int sum = 0, i;
        for (i = yield(b); Is(i, out int c); i++)
        {
            int Inner() => c;
            sum += Inner();
        In: yield(sum);
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int ForEach(int b, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int x in Two(Is(yield(b), out int h) ? new Func<int>(() => h)() : yield(b + 1)))
        {
            int Inner() => x + h;
            int got = yield(x);
            sum += Inner() + got;
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int ForEachTuple(int b, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (var (x, y) in new[] { (b, yield(b)), (2, 3) })
        {
            int Inner() => x * y;
            sum += Inner();
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int Switch(int b, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < 2; i++)
        {
            switch (yield(b))
            {
                case int n when n > 7:
                {
                    int Inner() => n;
                In: yield(n);
                    sum += Inner();
                    break;
                }
                case int m when Is(m, out int o):
                {
                    int Other() => m + o;
                Second: yield(m);
                    sum += Other();
                    break;
                }
                default:
                Third: yield(3);
                    break;
            }
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int Do(int b, Yield<int, int> yield)
    {
        int sum = 0;
        do
        {
            int got = yield(sum);
            int Inner() => got;
            sum += Inner();
        }
        while (Is(yield(b) % 4, out int c) && new Func<int>(() => c + sum)() < 30);
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int While(int b, Yield<int, int> yield)
    {
        int sum = 0;
        while (yield(b) is var c && c < 9)
        {
            int Inner() => c;
            int got = yield(sum);
            sum += Inner() + got;
        }
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int Arms(int b, Yield<int, int> yield)
    {
        int sum = yield(b) switch
        {
            int n when n > 7 => yield(1) + new Func<int>(() => n)(),
            int m => yield(m) + new Func<int>(() => m)(),
        };
        return sum;
    }

    /// <summary>A guard that yields keeps the value that is looked at, which has no name to be saved by.</summary>
    [Coroutine(Forkable = true)]
    private static int Guards(int b, Yield<int, int> yield)
    {
        int sum = 0;
        switch (b)
        {
            case int n when yield(n) > 0 && new Func<int>(() => n)() > 2:
            {
                int Inner() => n;
                yield(n);
                sum += Inner();
                break;
            }
            case int m when m > -2:
            {
                int Other() => m;
                yield(m);
                sum += Other();
                break;
            }
        }
        sum += b switch
        {
            int k when yield(sum) > 3 => new Func<int>(() => k)(),
            int l => new Func<int>(() => l + 1)(),
        };
        return sum;
    }

    [Coroutine(Saveable = true, Forkable = true)]
    private static int Catch(int b, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < 3; i++)
        {
            try
            {
                int got = yield(i);
                throw got % 2 == 0 ? new FormatException($"{got}") : new InvalidOperationException($"{got}");
            }
            catch (FormatException e) when (Is(e.Message.Length, out int c) && new Func<bool>(() => c < 9)())
            {
                int Inner() => c;
                int length = e.Message.Length;
            In: yield(sum);
                sum += Inner() + length;
            }
            catch (InvalidOperationException)
            {
                int copy = sum;
                int Inner() => copy;
            Other: yield(copy);
                sum += Inner();
            }
            finally
            {
                int last = sum;
                int Inner() => last;
            Last: yield(last);
                sum += Inner() + 1;
            }
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    private static async Task<int> Later(int b, AsyncYield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0, j = await yield(b); i < 2 && Is(await Task.FromResult(i), out int c); i++)
        {
            int Inner() => c + j;
            await Task.Yield();
        In: await yield(sum);
            sum += Inner();
        }
        foreach (int x in Two(await yield(sum)))
        {
            int Inner() => x;
        Each: await yield(x);
            sum += Inner();
        }
        do
        {
        Body: await yield(sum);
        }
        while (Is(sum + await yield(3), out int d) && new Func<bool>(() => d < 3)());
        switch (await yield(b + 1))
        {
            case int n when n > 0:
            {
                int Inner() => n;
            Case: await yield(n);
                sum += Inner();
                break;
            }
        }
        return sum;
    }

    private static string Pushed(Func<int, Yield<int, int>, int> method, int b)
    {
        var log = new List<int>();
        int sent = b;
        log.Add(method(b, new(value =>
        {
            log.Add(value);
            return sent++;
        })));
        return string.Join(' ', log);
    }

    private static string Pulled<T>(Func<int, T> make, int b, Func<T, T> again)
        where T : Coroutine<int, int, int>
    {
        var log = new List<int>();
        int sent = b;
        var c = again(make(b));
        for (bool more = c.MoveNext(); more; more = c.TrySend(sent++))
        {
            log.Add(c.Current);
            c = again(c);
        }
        log.Add(c.Result);
        return string.Join(' ', log);
    }

    private static void Same<T>(Func<int, Yield<int, int>, int> method, Func<int, T> make, Func<CoroutineReader, RestoreOptions?, T> restore)
        where T : Coroutine<int, int, int>, ISaveable, IForkable<T>
    {
        for (int b = -3; b < 9; b++)
        {
            string expected = Pushed(method, b);
            Assert.Equal(expected, Pulled(make, b, c => c));
            Assert.Equal(expected, Pulled(make, b, c => c.Fork()));
            Assert.Equal(expected, Pulled(make, b, c => Text.Again(c, restore)));
        }
    }

    [Fact]
    public void For_statements()
    {
        Same(For, For, ForCoroutine.Restore);
        Same(ForAfterInitializers, ForAfterInitializers, ForAfterInitializersCoroutine.Restore);
    }

    [Fact]
    public void Foreach_statements()
    {
        Same(ForEach, ForEach, ForEachCoroutine.Restore);
        Same(ForEachTuple, ForEachTuple, ForEachTupleCoroutine.Restore);
    }

    [Fact]
    public void Switch_statements_and_expressions()
    {
        Same(Switch, Switch, SwitchCoroutine.Restore);
        Same(Arms, Arms, ArmsCoroutine.Restore);
        for (int b = -3; b < 9; b++)
        {
            Assert.Equal(Pushed(Guards, b), Pulled(Guards, b, c => c));
            Assert.Equal(Pushed(Guards, b), Pulled(Guards, b, c => c.Fork()));
        }
    }

    [Fact]
    public void Conditions_before_and_after()
    {
        Same(While, While, WhileCoroutine.Restore);
        Same(Do, Do, DoCoroutine.Restore);
    }

    [Fact]
    public void Handlers() => Same(Catch, Catch, CatchCoroutine.Restore);

    [Fact]
    public async Task Those_that_await()
    {
        for (int b = -3; b < 9; b++)
        {
            var expected = new List<int>();
            int sent = b;
            expected.Add(await Later(b, new(value =>
            {
                expected.Add(value);
                return new(sent++);
            })));
            var actual = new List<int>();
            sent = b;
            var c = Text.Again(Later(b), LaterCoroutine.Restore);
            for (bool more = await c.MoveNextAsync(); more; more = await c.TrySendAsync(sent++))
            {
                actual.Add(c.Current);
                c = Text.Again(c, LaterCoroutine.Restore);
            }
            actual.Add(c.Result);
            Assert.Equal(expected, actual);
        }
    }
}

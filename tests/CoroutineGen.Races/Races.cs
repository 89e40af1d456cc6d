namespace CoroutineGen.Races;

/// <summary>The races, by name.</summary>
internal static class Races
{
    private static readonly ThreadLocal<Random> Dice = new(() => new Random(Environment.CurrentManagedThreadId));

    private static int Throw(int sides) => Dice.Value!.Next(sides);

    public static void Run(string name, Race race)
    {
        switch (name)
        {
            case "race2":
                TwoThreads(race);
                break;
            case "all8":
                EightThreads(race, new Shared());
                break;
            case "text8":
                var shared = new Shared();
                race.Run([.. Enumerable.Repeat<Action>(() => UseTexts(race, shared), 8)]);
                break;
            case "rings":
                Rings(race);
                break;
            case "waiting8":
                Waiting(race);
                break;
            default:
                throw new ArgumentException("No such race: " + name);
        }
    }

    /// <summary>
    /// Eight threads begin operations of one asynchronous coroutine. Nobody may be hit where nobody can catch it: in a continuation on the
    /// pool, where an exception ends the process. And every task completes.
    /// </summary>
    private static void Waiting(Race race)
    {
        var shared = Bodies.Waiting(3);
        race.Run([.. Enumerable.Repeat<Action>(
            () =>
            {
                var mine = shared;
                race.Try(() =>
                {
                    switch (Throw(8))
                    {
                        case 0:
                            race.Wait(mine.CloseAsync().AsTask());
                            break;
                        case 1:
                            race.Wait(mine.TryThrowAsync(new NotSupportedException()).AsTask());
                            break;
                        case 2:
                            _ = mine.Delegate;
                            _ = mine.ToString();
                            break;
                        case 3:
                            _ = mine.MoveNextAsync();
                            break;
                        default:
                            race.Wait(mine.MoveNextAsync().AsTask());
                            break;
                    }
                });
                if (Throw(50) == 0)
                    shared = Bodies.Waiting(Throw(4));
            },
            8)]);
    }

    /// <summary>What all threads use; now and then somebody puts a fresh one there.</summary>
    private sealed class Shared
    {
        public Coroutine<int, int> Catching = Bodies.Catching();
        public Coroutine<int> Walk = Bodies.Walk(Tree.OfDepth(12));
        public Coroutine<string, string> Texts = Bodies.Texts(3);
        public Coroutine<int, int> Plain = Bodies.Plain();
    }

    /// <summary>One thread throws, the other sends: an exception must not be taken for the coroutine that is delegated to.</summary>
    private static void TwoThreads(Race race)
    {
        var texts = Bodies.Texts(3);
        race.Run(
            () =>
            {
                var mine = texts = Bodies.Texts(3);
                race.Try(() => mine.Prime());
                for (int i = 0; i < 60; i++)
                    race.Try(() => mine.TryThrow(new BodyException()));
            },
            () =>
            {
                for (int i = 0; i < 10; i++)
                    race.Try(() => texts.TrySend("x"));
            });
    }

    private static void EightThreads(Race race, Shared shared)
    {
        race.Run([.. Enumerable.Repeat<Action>(OneOperation, 8)]);

        void OneOperation()
        {
            switch (Throw(4))
            {
                case 0:
                    UseNumbers(race, shared.Catching, () => shared.Catching = Throw(2) == 0 ? Bodies.Catching() : Bodies.Outer());
                    break;
                case 1:
                    UseNumbers(race, shared.Plain, () => shared.Plain = Bodies.Plain());
                    break;
                case 2:
                    UseWalk(race, shared);
                    break;
                default:
                    UseTexts(race, shared);
                    break;
            }
        }
    }

    private static void UseNumbers(Race race, Coroutine<int, int> coroutine, Action renew)
    {
        race.LookAt(coroutine);
        switch (Throw(10))
        {
            case 0: race.Try(() => coroutine.TrySend(1)); break;
            case 1: race.Try(() => coroutine.MoveNext()); break;
            case 2: race.Try(() => coroutine.TryThrow(new BodyException())); break;
            case 3: race.Try(() => _ = coroutine.Current); break;
            case 4: race.Try(() => _ = coroutine.Delegate); break;
            case 5: race.Try(() => _ = $"{coroutine} {coroutine.Error}"); break;
            case 6: race.Try(() => coroutine.Prime()); break;
            case 7 when Throw(50) == 0: race.Try(coroutine.Close); break;
            case 8 when Throw(50) == 0: race.Try(coroutine.Dispose); break;
            case 9 when Throw(30) == 0: renew(); break;
        }
    }

    private static void UseWalk(Race race, Shared shared)
    {
        var walk = shared.Walk;
        race.LookAt(walk);
        switch (Throw(5))
        {
            case 0 or 1: race.Try(() => walk.MoveNext()); break;
            case 2: race.Try(() => _ = walk.Delegate); break;
            case 3: race.Try(() => walk.TryThrow(new CoroutineExitException())); break;
            case 4 when Throw(30) == 0: shared.Walk = Bodies.Walk(Tree.OfDepth(12)); break;
        }
    }

    private static void UseTexts(Race race, Shared shared)
    {
        var texts = shared.Texts;
        race.LookAt(texts);
        switch (Throw(7))
        {
            case 0: race.Try(() => texts.TrySend("x")); break;
            case 1: race.Try(() => texts.MoveNext()); break;
            case 2: race.Try(() => _ = texts.Delegate); break;
            case 3: race.Try(() => texts.TryThrow(new BodyException())); break;
            case 4: race.Try(() => _ = texts.Current?.Length); break;
            case 5 when Throw(20) == 0: shared.Texts = Bodies.Texts(3); break;
            case 6 when Throw(30) == 0: race.Try(texts.Close); break;
        }
    }

    /// <summary>Coroutines that delegate to each other in a circle, each moved by a thread of its own.</summary>
    private static void Rings(Race race)
    {
        var ring = Bodies.Ring(4);
        race.Run([.. Enumerable.Range(0, 4).Select<int, Action>(i => () =>
        {
            var mine = ring[i];
            race.Try(() => mine.MoveNext());
            race.LookAt(mine);
            race.Try(() => _ = mine.Current);
            if (mine.State == CoroutineState.Closed)
                ring = Bodies.Ring(4);
        })]);
    }
}

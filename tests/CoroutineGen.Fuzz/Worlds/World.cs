using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// The base of every fuzz program: the state that its coroutines share, what they call, and the trace they leave. One world runs the
/// program as generated, another one as its reference.
/// </summary>
public abstract partial class World
{
    /// <summary>What a trace may hold, and how much a program may poke and make: programs are finite, but can be long.</summary>
    private const int MaxTrace = 4000, MaxFuel = 60;

    private readonly List<string> _trace = [];
    private readonly List<Slot> _made = [];
    private int _fuel = MaxFuel;

    protected World()
    {
        O = new(this) { Field = 4 };
        O.Next = new(this) { Field = 5 };
        Length = new(this, 3);
        Lengths = [new(this, 5), new(this, 6)];
        Meeting = new(this);
    }

    public bool IsReference { get; internal set; }

    public IReadOnlyList<string> Trace => _trace;

    internal Storage Storage => field ??= new(this);

    /// <summary>The coroutines that the script holds; bodies reach them too, as shared ones.</summary>
    public Slot?[] Slots { get; } = new Slot?[3];

    private readonly object?[] _shared = new object?[3];
    private int _deeper;

    public int F = 1;
    public int[] A = [3, 4, 5];
    public Pair[] Pairs = [new(1, 2), new(3, 4)];
    public Pair V = new(7, 8);
    public readonly Pair ReadOnly = new(5, 6);
    public byte Small = 250;
    public long Large = 1L << 33;
    public string? Text = "t";
    public int? Maybe;
    public Box O;
    public Box? Null;
    public Func<int, int>? NoFunction;
    public List<int> List = [1, 2, 3];
    public Dictionary<int, int> Map = new() { [1] = 10 };

    public Pair? Spare;
    public int?[] Maybes = [null, 3];
    public string?[] Texts = [null, "u"];
    public int[,] Grid = { { 1, 2 }, { 3, 4 } };

    /// <summary>An array of strings behind a type that promises more (SCENARIOS.md, 59).</summary>
    public object[] Objects = new string[] { "p", "q" };

    public Meter Length;
    public Meter[] Lengths;
    public Meeting Meeting;
    public Meeting? NoMeeting;
    public Row Row;
    public Couple Couple;

    public event Action<int>? Happened;

    /// <summary>A function that is only found while the program runs.</summary>
    public dynamic Late => (Func<int, int>)(L(43, F) > 5 ? O.Plus : x => L(44, x));

    public int[]? NoItems;

    public int P
    {
        get => L(40, F);
        set => F = L(41, value);
    }

    public int this[int index]
    {
        get => L(42, A[index]);
        set => A[index] = L(43, value);
    }

    /// <summary>How many coroutines the program has, and how to make each in this world.</summary>
    public abstract int Count { get; }

    protected abstract object Create(int index, int a, int b);

    public void Log(string line)
    {
        // In an asynchronous world each line tells which execution context it was written in, unless that may be a restored one's.
        if (_trace.Count < MaxTrace)
            _trace.Add(TellsContexts ? $"{line} @{Ambient.Value}" : line);
    }

    /// <summary>Logs where in the program this is, and gives the value back: what makes order visible.</summary>
    public int L(int place, int value)
    {
        Log($"{place}: {value}");
        return value;
    }

    public bool Is(int place, bool value)
    {
        Log($"{place}: {value}");
        return value;
    }

    public string S(int place, string? value)
    {
        Log($"{place}: {value ?? "null"}");
        return value ?? "";
    }

    public int Sum(int a, int b = 9, int c = 0) => L(1, (a * 3) + (b * 2) + c);

    public int Pick(int a, byte b) => L(2, a - b);

    public int Pick(int a, long b) => L(3, a + (int)b);

    public int All(params int[] values) => L(4, values.Length * 100 + values.Sum());

    public int Bump(ref int target, int by)
    {
        int old = target;
        target += by;
        return L(5, old);
    }

    public int Split(int value, out int rest)
    {
        rest = value & 7;
        return L(6, value >> 3);
    }

    public int Peek(in int value, int other) => L(7, value + other);

    public ref int At(int index) => ref A[L(12, index)];

    public bool? Unsure(int value) => (L(13, value) & 3) switch { 0 => null, 1 => true, _ => false };

    public int Here(int value, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0)
    {
        Log($"in {member}, line {line}");
        return value;
    }

    public int Told(int value, [CallerArgumentExpression(nameof(value))] string text = "")
    {
        Log($"told {text}");
        return value;
    }

    public int Many(params ReadOnlySpan<int> values) => L(14, (values.Length * 100) + values[0]);

    public int Say(World world, [InterpolatedStringHandlerArgument(nameof(world))] LoggedText text) => L(16, text.Length);

    /// <summary>Another thing to swap than by a tuple.</summary>
    public int Exchange<T>(ref T left, ref T right, int value)
    {
        (left, right) = (right, left);
        return L(17, value);
    }

    public Meeting Meet(int place)
    {
        L(place, Meeting.Count);
        return Meeting;
    }

    /// <summary>Changes what a list pattern looks at.</summary>
    public int Grow(int value)
    {
        if (List.Count < 9)
            List.Add(L(18, value));
        return value;
    }

    [Conditional("NEVER")]
    public void Never(int value) => L(15, value);

    public int? Half(int value) => (value & 1) == 0 ? L(8, value / 2) : null;

    public T Id<T>(T value) => value;

    public int Fail(int kind, int payload) => throw Errors.Make(kind, payload);

    public int Raise(int value)
    {
        Happened?.Invoke(value);
        return L(9, value);
    }

    public Box B(int place)
    {
        L(place, O.Field);
        return O;
    }

    /// <summary>A new inner coroutine.</summary>
    public ICoroutine<int, int, int> Make(int index, int a, int b) => (ICoroutine<int, int, int>)New(index, a, b).Made;

    /// <summary>A new inner consumer.</summary>
    public ICoroutine<Unit, int, int> MakeConsumer(int index, int a, int b) => (ICoroutine<Unit, int, int>)New(index, a, b).Made;

    /// <summary>Whether a method that delegates to itself is to do so once more.</summary>
    public bool Deeper() => _deeper++ % 3 == 0 && HasFuel();

    /// <summary>A new one-way coroutine, as the sequence that it is.</summary>
    public IEnumerable<int> Iterate(int index, int a, int b) => (IEnumerable<int>)New(index, a, b).Made;

    /// <summary>A new inner coroutine that delegation cannot see through.</summary>
    public Foreign Foreign(int index, int a, int b) => new(Make(index, a, b));

    /// <summary>A coroutine that the script, and perhaps others, hold as well; null where there is none yet.</summary>
    public ICoroutine<int, int, int> Shared(int index)
    {
        Spend();
        return (ICoroutine<int, int, int>)_shared[index % 3]!;
    }

    /// <summary>A consumer that the script, and perhaps others, hold as well.</summary>
    public ICoroutine<Unit, int, int> SharedConsumer(int index)
    {
        Spend();
        return (ICoroutine<Unit, int, int>)_shared[index % 3]!;
    }

    /// <summary>Makes the coroutine of a slot anew.</summary>
    public void Renew(int slot, int index, int a, int b) => (_shared[slot], Slots[slot]) = New(index, a, b);

    /// <summary>Does something with a coroutine that may be running, and perhaps is the very one that asks; says how it went.</summary>
    public int Poke(int slot, int operation, int value)
    {
        if (!HasFuel())
            return L(10, -1);
        var target = Slots[slot % 3]!;
        Log($"poke {slot % 3} {operation} when {target.State}");
        if (!target.IsAsync)
            Operations.Do(this, target, (Operation)(operation % 4), value);
        return L(11, (int)target.State);
    }

    /// <summary>Lets go of all that waits.</summary>
    public void Abandon()
    {
        // By index: bodies that end may still make more.
        for (int i = 0; i < _made.Count; i++)
            _made[i].Abandon();
    }

    /// <summary>The shared state, as one line.</summary>
    public string Describe()
        => $"F={F} A={string.Join(",", A)} V={V.X},{V.Y} Pairs={Pairs[0].X},{Pairs[0].Y},{Pairs[1].X},{Pairs[1].Y} Small={Small} Large={Large} "
            + $"Text={Text ?? "null"} Maybe={Maybe?.ToString() ?? "null"} O={O.Field},{O.Inner.X},{O.Next?.Field} "
            + $"Spare={O.Spare?.ToString() ?? "null"} Texts={string.Join(",", Texts)} Maybes={string.Join(",", Maybes)} "
            + $"Length={Length} {Lengths[0]} {Lengths[1]} Meeting={Meeting} Row={Row[0]},{Row[1]},{Row[2]} Couple={Couple[0].X},{Couple[1].X},{Couple[1].Y} "
            + $"Grid={string.Join(",", Grid.Cast<int>())} Objects={string.Join(",", Objects)} List={string.Join(",", List)} Map={string.Join(",", Map.Select(e => $"{e.Key}:{e.Value}"))}";

    /// <summary>A script that makes a coroutine anew gives it fuel.</summary>
    public void Refuel() => _fuel = MaxFuel;

    protected bool HasFuel() => --_fuel >= 0;

    private (object Made, Slot Slot) New(int index, int a, int b)
    {
        Spend();
        object made = Create(index, a, b);
        Slot slot = made switch
        {
            IAsyncCoroutine<int> waiting => new AsyncSlot<int>(waiting),
            IAsyncCoroutine<Unit> waiting => new AsyncSlot<Unit>(waiting),
            ICoroutine<int, int, int> twoWay => new TwoWaySlot(twoWay),
            ICoroutine<Unit, int, int> consumer => new ConsumerSlot(consumer),
            _ => new OneWaySlot((ICoroutine<int>)made),
        };
        _made.Add(slot);
        return (made, slot);
    }

    private void Spend()
    {
        if (!HasFuel())
            throw new Blue(-1);
    }
}

using CoroutineGen.Tests.Scenarios;
using Xunit;

namespace CoroutineGen.Tests.Traps;

/// <summary>Traps 6, 7, 22 and 23: on what a member is called.</summary>
public sealed partial class ReceiverTraps
{
    // Naive: <1 0> three times, because a copy is changed; the last one is a copy in C# as well.
    [Fact]
    public void Trap_06_A_struct_is_called_in_place() => Oracle.Check((log, yield) => InPlace(log, yield), log => InPlace(log));

    [Coroutine]
    private static string InPlace(Log log, Yield<string, int> yield)
    {
        var local = new Pair(1, 0);
        Pair[] array = [new(1, 0), new(2, 0)];
        var box = new Box(log, "box") { S = new(1, 0) };
        List<Pair> list = [new(1, 0)];
        int i = 0;
        local.Add(yield("local"));
        array[i++].Add(yield("element"));
        box.S.Add(yield("field"));
        list[0].Add(yield("list"));
        return $"{local} {array[0]} {array[1]} {box.S} {list[0]}";
    }

    private interface ICounter
    {
        int Add(int n);
    }

    private sealed class ClassCounter : ICounter
    {
        private int count;

        public int Add(int n) => count += n;

        public override string ToString() => $"class {count}";
    }

    private struct StructCounter : ICounter
    {
        private int count;

        public int Add(int n) => count += n;

        public override readonly string ToString() => $"struct {count}";
    }

    // Naive, the receiver copied: a struct loses what was added. Naive, the variable read after the resume: a class adds to the new object.
    [Fact]
    public void Trap_07_A_type_parameter_receiver_is_an_object_or_a_place()
    {
        Oracle.Check((log, yield) => Counted<ClassCounter>(log, yield), log => Counted<ClassCounter>(log));
        Oracle.Check((log, yield) => Counted<StructCounter>(log, yield), log => Counted<StructCounter>(log));
    }

    [Coroutine]
    private static string Counted<T>(Log log, Yield<object, int> yield) where T : ICounter, new()
    {
        var counter = new T();
        log.Arg("first", counter.Add(10));
        int during = counter.Add(yield(new During("replaced", () => counter = new T())));
        return $"{during} {counter.Add(yield("again"))} {counter}";
    }

    /// <summary>A type whose members have the names of the machine's.</summary>
    private sealed partial class Machine(Log log)
    {
        private readonly string Frame = "my frame";
        private int Point = 70;

        private static string Name => "my name";

        private int Current => Point + 7;

        private string State => "my state";

        private string Result { get; set; } = "my result";

        private bool MoveNext() => log.Arg("MoveNext", Point++ < 72);

        private void Close() => log.Note("my Close");

        private int Return() => log.Arg("my Return", 1);

        public override string ToString() => "my text";

        [Coroutine]
        public string Members(Yield<string, int> yield)
        {
            Func<string> later = () => ToString() + Current;
            int point = yield(ToString()), co = 1, f = 2, next = 3, sent = 4, how = 5;
            while (MoveNext())
                point += yield($"{Current} {Point}");
            Close();
            Result += $"{point} {co} {f} {next} {sent} {how} {yield(later())} {this}";
            return $"{Return()} {Result} {Name} {State} {Frame} {GetType().Name} {base.ToString()}";
        }
    }

    // Naive: "Members [Running]", the text of the coroutine, because the names are bound in the class that the body was moved into.
    [Fact]
    public void Trap_22_Names_mean_members_of_the_users_type()
        => Oracle.Check<string, int, string>((log, yield) => new Machine(log).Members(yield), log => new Machine(log).Members());

    private readonly struct Steps(int count)
    {
        public Walker GetEnumerator() => new(count);
    }

    private struct Walker(int left)
    {
        public int Current { get; private set; }

        public bool MoveNext()
        {
            Current = left;
            return left-- > 0;
        }
    }

    // Naive: 0 for ever, because each MoveNext moves a copy of an enumerator that is kept in a readonly field, or boxed.
    [Fact]
    public void Trap_23_An_enumerator_that_is_a_struct_moves() => Oracle.Check((log, yield) => Moving(log, yield), log => Moving(log));

    [Coroutine]
    private static int Moving(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        foreach (int step in new Steps(2))
            sum += step * yield($"step {step}");
        foreach (int item in new List<int> { 5, 6 })
            sum += item * yield($"item {item}");
        return sum;
    }
}

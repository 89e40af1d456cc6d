using System.Runtime.CompilerServices;
using Xunit;
using Numbers = System.Collections.Generic.List<int>;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Bodies stay at home: names, accessibility, this and base mean what they meant.</summary>
public sealed partial class MemberTests
{
    private static string Caller(int n, [CallerMemberName] string name = "", [CallerLineNumber] int line = 0) => $"{name} {n} {line}";

    private static string File([CallerFilePath] string path = "") => Path.GetFileName(path);

    private static string Argument(int n, [CallerArgumentExpression(nameof(n))] string text = "") => $"{n} {text}";

    [Fact]
    public void S206_Caller_information() => Oracle.Check((log, yield) => CallerInfo(log, yield), log => CallerInfo(log));

    [Coroutine]
    private static string CallerInfo(Log log, Yield<string, int> yield)
    {
        int n = yield(Caller(1));
        string text = Caller(n) + Caller(yield("inside")) + Caller(n + yield("again"));
        return text + log.Arg("name", Caller(2 + 3)) + File();
    }

    private readonly partial record struct Span(int From, int To)
    {
        private int Length => To - From;

        [Coroutine]
        public string Walk(Log log, Yield<int, int> yield)
        {
            int sum = 0;
            for (int n = From; n < To; n++)
                sum += yield(n) * Length;
            log.Note(ToString());
            return $"{this} {sum}";
        }
    }

    private readonly partial struct Grid(Log log, int size)
    {
        private readonly Log told = log;

        [Coroutine]
        public int Cells(Yield<(int, int)> yield)
        {
            int seen = 0;
            for (int x = 0; x < size; x++)
            {
                for (int y = 0; y < size; y++)
                {
                    yield((x, y));
                    seen++;
                }
                told.Note($"row {x}");
            }
            return seen;
        }
    }

    [Fact]
    public void S206_The_text_of_an_argument() => Oracle.Check((log, yield) => Texts(log, yield), log => Texts(log));

    [Coroutine]
    private static string Texts(Log log, Yield<string, int> yield)
    {
        int n = yield(Argument(1));
        return Argument(n) + Argument(yield("inside")) + Argument(n + yield("again")) + log.Arg("text", Argument(2 + 3));
    }

    [Fact]
    public void S207_The_this_of_a_struct_is_copied()
    {
        Oracle.Check((log, yield) => new Span(1, 4).Walk(log, yield), log => new Span(1, 4).Walk(log));
        var grid = new Grid(new Log(), 2);
        var cells = grid.Cells();
        grid = new Grid(new Log(), 9);
        Assert.Equal(4, cells.Count());
        Assert.Equal(4, cells.Result);
        Assert.Equal(81, grid.Cells().Count());
    }

    private abstract class Base(Log log)
    {
        protected readonly Log Told = log;

        protected int Shared = 1;

        public virtual string Describe(int n) => Told.Arg("base", $"base {n}");

        protected static string Protected(int n) => $"protected {n}";
    }

    private sealed partial class Derived(Log log) : Base(log)
    {
        private int own = 2;

        private int Own
        {
            get => own;
            set => own = value;
        }

        public override string Describe(int n) => Told.Arg("derived", $"derived {n}");

        [Coroutine]
        public string Run(Yield<string, int> yield)
        {
            string text = base.Describe(yield("base")) + Describe(Told.Arg("n", 1));
            Func<int, string> captured = base.Describe;
            text += captured(yield("captured")) + this.Describe(yield("this"));
            Own += yield("own");
            Shared += Own;
            return text + Protected(yield("protected")) + base.Shared + own + base.ToString()!.Length;
        }
    }

    [Fact]
    public void S208_Base_calls() => Oracle.Check((log, yield) => new Derived(log).Run(yield), log => new Derived(log).Run());

    private sealed partial class Primary(Log log, int start, string name)
    {
        [Coroutine]
        public string Count(int steps, Yield<string, int> yield)
        {
            for (int i = 0; i < steps; i++)
                start += yield($"{name} {start}");
            Func<int> read = () => start;
            log.Note(name);
            start += yield("captured");
            return $"{read()} {name}";
        }
    }

    private partial class Opened
    {
        private protected readonly Numbers Seen = [];

        private static int made;

        protected Opened() => made++;

        internal static Opened Make() => new Inner();

        private sealed class Inner : Opened;

        [Coroutine]
        protected internal int Fill(Log log, Yield<int, int> yield)
        {
            while (Seen.Count < 3)
                Seen.Add(yield(Seen.Count));
            log.Note($"{made > 0} {this.GetType().Name}");
            return Seen.Sum();
        }
    }

    [Fact]
    public void S209_Protected_and_private_access()
        => Oracle.Check((log, yield) => Opened.Make().Fill(log, yield), log => Opened.Make().Fill(log));

    [Fact]
    public void S210_Parameters_of_a_primary_constructor()
        => Oracle.Check((log, yield) => new Primary(log, 5, "p").Count(2, yield), log => new Primary(log, 5, "p").Count(2));

    private sealed partial class Plain
    {
        public int Current => 42;

        [Coroutine]
        public string Ask(Log log, Yield<string, int> yield)
        {
            string text = ToString() + yield(GetType().Name) + GetHashCode() + Equals(this);
            yield($"{Current}");
            return log.Arg("text", text) + ToString() + MemberwiseClone().GetType().Name;
        }

        public override string ToString() => "plain";

        public override int GetHashCode() => 7;

        public override bool Equals(object? obj) => obj is Plain;
    }

    [Fact]
    public void S211_Unqualified_members_are_those_of_the_users_type()
        => Oracle.Check((log, yield) => new Plain().Ask(log, yield), log => new Plain().Ask(log));

    [Fact]
    public void S212_Extension_methods_usings_and_aliases()
        => Oracle.Check((log, yield) => new Box(log, "box").Drain(3, yield), log => new Box(log, "box").Drain(3));
}

internal static partial class BoxExtensions
{
    [Coroutine]
    public static string Drain(this Box box, int count, Yield<int, int> yield)
    {
        Numbers numbers = [];
        for (int i = 0; i < count; i++)
            numbers.Add(box.P += yield(box.Twice(i)));
        return Log.Show(numbers) + numbers.Where(n => n > 2).Count() + box.Twice(yield(-1));
    }

    public static int Twice(this Box box, int n) => box.Sum(n, n);
}

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>The corpus of edits: each a pair of versions, in the order of the table in the guide.</summary>
internal static class Edits
{
    private const string Labelled = """
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                int total = sum * 2;
            Item: int got = yield(total + 1);
                total += got;
            Charge: int paid = yield(total + 2);
                return total + paid;
            }
        }
        """;

    private const string Plain = """
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                int total = sum * 2;
                int got = yield(total + 1);
                total += got;
                int paid = yield(total + 2);
                return total + paid;
            }
        }
        """;

    private const string Loop = """
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                int[] lines = { sum, 7, 9 };
                int total = 0;
                foreach (int line in lines)
                {
                Each: total += yield(line + total);
                }
                return total;
            }
        }
        """;

    private const string Outer = """
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
            Ask: int got = yield(sum);
            Ship: int sent = yield.From(Small(sum));
                return got + sent;
            }

            [Coroutine(Saveable = true)]
            public static int Small(int n, Yield<int, int> yield) => n + yield(n + 3);
        }
        """;

    private const string Moved = """
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                string reason = "";
                try
                {
                    if (sum > 0)
                        throw new InvalidOperationException("x" + sum);
                }
                catch (InvalidOperationException e)
                {
                    reason = e.Message;
                }
            Ask: int got = yield(reason.Length + sum);
                return got + reason.Length;
            }
        }
        """;

    private static readonly string[] Both = ["Item", "Charge"];

    public static IReadOnlyList<Edit> All { get; } =
    [
        new("comments, layout, usings", Labelled, "using Number = System.Int32;\n" + Edit.Change(
            Labelled, ("int total =", "Number\n total /* twice */ =  "), ("int sum,", "System.Int32 sum, "), ("yield(total + 1)", "yield( total/**/+ 1)"))),
        new("a dead local is renamed", Labelled, Edit.Change(Labelled, ("got", "answer"))),
        new("a live local is renamed", Labelled, Edit.Change(Labelled, ("total", "amount")), "CORO4104", "CORO4104")
        {
            Refused = Refuse("MissingVariable", Both),
            Fix = "SavedVariable(\"amount\", Was = \"total\")",
        },
        new("the same with `[SavedVariable(\"amount\", Was = \"total\")]`", Labelled, Edit.Change(
            Labelled, ("total", "amount"), ("public static int", "[SavedVariable(\"amount\", Was = \"total\")] public static int"))),
        new("a new local that is set before the point and used after it", Labelled, Edit.Change(
            Labelled, ("Item:", "int count = 40 + sum; Item:"), ("return total", "return count + total")), "CORO4104", "CORO4104")
        {
            Refused = Refuse("MissingVariable", Both),
        },
        new("the same with `Default`", Labelled, Edit.Change(
            Labelled, ("Item:", "int count = 43; Item:"), ("return total", "return count + total"),
            ("public static int", "[SavedVariable(\"count\", Default = 43)] public static int"))),
        new("the same with `Migrated`, and a method in `Migrate`", Labelled, Edit.Change(
            Labelled, ("Item:", "int count = 40 + sum; Item:"), ("return total", "return count + total"),
            ("(Saveable = true)", "(Saveable = true, Migrate = nameof(Count)), SavedVariable(\"count\", Migrated = true)"),
            ("    [Coroutine", "    private static void Count(SavedCoroutine saved) { if (!saved.Has(\"count\") && saved.Point != \"(start)\") saved.Set(\"count\", 40 + saved.Get<int>(\"sum\")); }\n    [Coroutine"))),
        new("a new local that is set after the point", Labelled, Edit.Change(Labelled, ("return total", "int more = 3; return more + total"))),
        new("a parameter that was not used is used now", Labelled, Edit.Change(Labelled, ("return total", "return sum + total"))),
        new("a variable is not used any more", Labelled, Edit.Change(Labelled, ("return total + paid", "return paid"))),
        new("`int` becomes `long`", Labelled, Edit.Change(
            Labelled, ("int total =", "long total ="), ("yield(total", "yield((int)total"), ("return total + paid", "return (int)total + paid")), "CORO4105", "CORO4105")
        {
            Refused = Refuse("WrongType", Both),
        },
        new("the same with `Migrate`", Labelled, Edit.Change(
            Labelled, ("int total =", "long total ="), ("yield(total", "yield((int)total"), ("return total + paid", "return (int)total + paid"),
            ("(Saveable = true)", "(Saveable = true, Migrate = nameof(Widen))"),
            ("    [Coroutine", "    private static void Widen(SavedCoroutine saved) { if (saved.TryGet(\"total\", out int total)) saved.Set(\"total\", (long)total); }\n    [Coroutine"))),
        new("what a foreach goes through becomes a List", Loop, Edit.Change(Loop, ("int[] lines = { sum, 7, 9 }", "List<int> lines = new() { sum, 7, 9 }")), "CORO4105")
        {
            Refused = Refuse("WrongType", "Each"),
        },
        new("a loop variable is renamed", Loop, Edit.Change(Loop, ("int line ", "int row "), ("line +", "row +")), "CORO4104", "CORO4104")
        {
            Refused = Refuse("MissingVariable", "Each"),
            Fix = "SavedVariable(\"row\", Was = \"line\")",
        },
        new("the same with `[SavedVariable(\"row\", Was = \"line\")]`", Loop, Edit.Change(
            Loop, ("int line ", "int row "), ("line +", "row +"), ("public static int", "[SavedVariable(\"row\", Was = \"line\")] public static int"))),
        new("the type that is yielded changes", Labelled, Edit.Change(Labelled, ("Yield<int, int>", "Yield<long, int>")), "CORO4106")
        {
            Refused = Refuse("WrongType", Both),
        },
        new("the type that is sent changes", Labelled, Edit.Change(Labelled, ("Yield<int, int>", "Yield<int, string>"), ("int got = yield(total + 1)", "int got = yield(total + 1).Length"), ("int paid = yield(total + 2)", "int paid = yield(total + 2).Length")), "CORO4106"),
        new("the type that is returned changes", Labelled, Edit.Change(Labelled, ("static int Order", "static long Order")), "CORO4106"),
        new("the method is renamed", Labelled, Edit.Change(Labelled, ("Order", "Buy")), "CORO4103")
        {
            Refused = Refuse("UnknownCoroutine", "*"),
            Fix = "SavedAs(\"Saga.Order(int)\")",
        },
        new("the type is renamed", Labelled, Edit.Change(Labelled, ("class Saga", "class Shop")), "CORO4103")
        {
            Refused = Refuse("UnknownCoroutine", "*"),
            Fix = "SavedAs(\"Saga.Order(int)\")",
        },
        new("the namespace is renamed", $"namespace Old {{ {Labelled} }}", $"namespace Shop.New {{ {Labelled} }}", "CORO4103")
        {
            Refused = Refuse("UnknownCoroutine", "*"),
            Fix = "SavedAs(\"Old.Saga.Order(int)\")",
        },
        new("the same with `SavedAs`", $"namespace Old {{ {Labelled} }}", Edit.Change(
            $"namespace Shop.New {{ {Labelled} }}", ("Order", "Buy"), ("Saga", "Store"), ("public static int", "[SavedAs(\"Old.Saga.Order(int)\")] public static int"))),
        new("an inner coroutine is renamed, with `SavedAs`", Outer, Edit.Change(
            Outer, ("Small", "Little"), ("public static int Little", "[SavedAs(\"Saga.Small(int)\")] public static int Little"))),
        new("a parameter is added", Labelled, Edit.Change(Labelled, ("int sum,", "int sum, int more,"), ("return total", "return more + total")), "CORO4103")
        {
            Refused = Refuse("UnknownCoroutine", "*"),
            Fix = "SavedAs(\"Saga.Order(int)\")",
        },
        new("the same with `SavedAs`", Labelled, Edit.Change(
            Labelled, ("int sum,", "int sum, int more,"), ("return total", "return more + total"),
            ("public static int", "[SavedAs(\"Saga.Order(int)\")] public static int")), "CORO4104", "CORO4104", "CORO4104")
        {
            Refused = Refuse("MissingVariable", "*"),
        },
        new("the same with `SavedAs` and `Default`", Labelled, Edit.Change(
            Labelled, ("int sum,", "int sum, int more,"), ("return total", "return more + total"),
            ("public static int", "[SavedAs(\"Saga.Order(int)\"), SavedVariable(\"more\", Default = 5)] public static int")))
        {
            Tails = { ["(start)"] = "Item: 21; Charge: 65; returns 199", ["Item"] = "Charge: 65; returns 199", ["Charge"] = "returns 199" },
        },
        new("a local is captured by a local function", Labelled, Edit.Change(
            Labelled, ("total += got;", "Add(got); void Add(int n) => total += n;"))),
        new("a lambda over it is kept across the point", Labelled, Edit.Change(
            Labelled, ("Item:", "Func<int> read = () => total; Item:"), ("return total", "return read()")), "CORO4010")
        {
            IsRefusedWhole = true,
        },
        new("the text of a labelled yield", Labelled, Edit.Change(Labelled, ("yield(total + 1)", "yield(1 + total)"))),
        new("the text of a yield without a label", Plain, Edit.Change(Plain, ("yield(total + 1)", "yield(1 + total)")), "CORO4102")
        {
            Refused = Refuse("UnknownPoint", "yield(total + 1)"),
            AddsPoints = true,
            Fix = "SavedPoint(\"yield(1 + total)\", Was = \"yield(total + 1)\")",
        },
        new("the same with `Was`", Plain, Edit.Change(
            Plain, ("yield(total + 1)", "yield(1 + total)"),
            ("public static int", "[SavedPoint(\"yield(1 + total)\", Was = \"yield(total + 1)\")] public static int")))
        {
            AddsPoints = true,
        },
        new("a label is renamed", Labelled, Edit.Change(Labelled, ("Item:", "Piece:")), "CORO4102")
        {
            Refused = Refuse("UnknownPoint", "Item"),
            AddsPoints = true,
            Fix = "SavedPoint(\"Piece\", Was = \"Item\")",
        },
        new("the same with `Was`", Labelled, Edit.Change(Labelled, ("Item:", "Piece:"), ("public static int", "[SavedPoint(\"Piece\", Was = \"Item\")] public static int")))
        {
            AddsPoints = true,
        },
        new("a yield with another text is inserted", Labelled, Edit.Change(Labelled, ("Charge:", "Gift: yield(total * 10); Charge:"))) { AddsPoints = true },
        new("a yield with the same text is inserted", Plain, Edit.Change(Plain, ("total += got;", "total += got; yield(total + 2);")), "CORO4012")
        {
            IsRefusedWhole = true,
        },
        new("a point is deleted", Labelled, Edit.Change(Labelled, ("Item: int got = yield(total + 1);", "int got = 1;")), "CORO4102")
        {
            Refused = Refuse("UnknownPoint", "Item"),
            Tails = { ["Charge"] = "returns 194" },
        },
        new("the same with `ResumeAt`, where all that lives there was saved", Labelled, Edit.Change(
            Labelled, ("Item: int got = yield(total + 1);", "int got = 1;"), ("public static int", "[SavedPoint(\"Item\", ResumeAt = \"Charge\")] public static int")))
        {
            Tails = { ["Item"] = "returns 63", ["Charge"] = "returns 194" },
        },
        new("the same with `Retired`", Labelled, Edit.Change(
            Labelled, ("Item: int got = yield(total + 1);", "int got = 1;"), ("public static int", "[SavedPoint(\"Item\", Retired = true)] public static int")))
        {
            Refused = Refuse("Retired", "Item"),
            Tails = { ["Charge"] = "returns 194" },
        },
        new("a point is moved into a try block with a finally block", Labelled, Edit.Change(
            Labelled, ("Charge:", "try { Charge:"), ("return total + paid;", "return total + paid; } finally { total = 0; }"))),
        new("a point is moved into a finally block", Labelled, Edit.Change(
            Labelled, ("Charge: int paid = yield(total + 2);", "int paid = 0; try { total++; } finally { Charge: paid = yield(total + 2); }")), "CORO4104")
        {
            Refused = Refuse("MissingVariable", "Charge"),
        },
        new("a point is moved into a foreach over a List", Loop, Edit.Change(
            Loop, ("Each:", "foreach (int n in new List<int> { 1, 2 }) Each:"), ("yield(line + total);", "yield(line + total); }"), ("foreach (int n in new List<int> { 1, 2 })", "foreach (int n in new List<int> { 1, 2 }) {")), "CORO4104", "CORO4104", "CORO4104")
        {
            Refused = Refuse("MissingVariable", "Each"),
        },
        new("a point is moved into a catch block, and the exception is not used after it", Moved, Edit.Change(
            Moved, ("reason = e.Message;", "reason = e.Message; Ask: int paid = yield(reason.Length + sum); return paid + reason.Length;"),
            ("Ask: int got = yield(reason.Length + sum);\n", "int got = 0;\n"))),
        new("the same, and the exception is used after it", Moved, Edit.Change(
            Moved, ("reason = e.Message;", "Ask: int paid = yield(sum); return paid + e.Message.Length;"),
            ("Ask: int got = yield(reason.Length + sum);\n", "int got = 0;\n")), "CORO4011")
        {
            IsRefusedWhole = true,
        },
        new("a point is moved into a using", Labelled, Edit.Change(
            Labelled, ("total += got;", "total += got; using var log = new System.IO.StringWriter();")), "CORO4015")
        {
            IsRefusedWhole = true,
        },
        new("two points change places (each is judged alone)", Labelled, Edit.Change(
            Labelled, ("Item:", "Other:"), ("Charge:", "Item:"), ("Other:", "Charge:")))
        {
            Tails = { ["Item"] = "returns 63", ["Charge"] = "Item: 196; returns 587" },
        },
        new("a part of the body becomes a coroutine of its own", Labelled, Edit.Change(
            Labelled, ("Item: int got = yield(total + 1);", "int got = yield.From(Part(total));"),
            ("    [Coroutine", "    [Coroutine(Saveable = true)] public static int Part(int total, Yield<int, int> yield) { Item: return yield(total + 1); }\n    [Coroutine")), "CORO4102")
        {
            Refused = Refuse("UnknownPoint", "Item"),
            AddsPoints = true,
        },
        new("an inner coroutine is replaced", Outer, Edit.Change(
            Outer, ("From(Small(sum))", "From(Large(sum))"),
            ("    [Coroutine(Saveable = true)]\n    public static int Small", "    [Coroutine(Saveable = true)] public static int Large(int n, Yield<int, int> yield) => yield(n * 100);\n    [Coroutine(Saveable = true)]\n    public static int Small")), "CORO4107")
        {
            Refused = Refuse("WrongInner", "Ship"),
            AddsPoints = true,
        },
        new("`Saveable` is removed", Labelled, Edit.Change(Labelled, ("(Saveable = true)", "")), "CORO4103") { Refused = Refuse("UnknownCoroutine", "*") },
        new("a class of the user's gets a property", Records("int Sum"), Records("int Sum, string? Note = null")),
    ];

    private static Dictionary<string, string> Refuse(string reason, params string[] points) => points.ToDictionary(p => p, _ => reason);

    private static string Records(string properties) => $$"""
        public sealed record Basket({{properties}});

        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                var basket = new Basket(sum);
            Item: int got = yield(basket.Sum);
                return basket.Sum + got;
            }
        }
        """;
}

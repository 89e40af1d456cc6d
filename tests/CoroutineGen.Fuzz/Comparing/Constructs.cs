using System.Text;
using CoroutineGen.Fuzz.Grammar;

namespace CoroutineGen.Fuzz.Comparing;

/// <summary>Counts in how many programs each construct stands: what the grammar never makes is not tested, whatever else the summary says.</summary>
internal sealed class Constructs
{
    private static readonly (string Name, string[] Marks)[] All =
    [
        ("static host", ["public static int C", "public static void C"]),
        ("generic method", ["int C0<T", "int C1<T", "int C2<T", "int C3<T", "void C0<T", "void C1<T", "void C2<T", "void C3<T"]),
        ("generic class", ["<T, U>(Host world)"]),
        ("struct host", ["partial struct"]),
        ("record host", ["partial record"]),
        ("interface host", ["partial interface"]),
        ("primary constructor, of a record too", ["(Host h)\r\n{", "(Host h)\n{"]),
        ("one-way", ["Yield<int> yield"]),
        ("consumer", ["Receive<int> yield"]),
        ("delegation, new inner", ["yield.From(Make", "yield.From(h.Make"]),
        ("delegation, shared inner", ["Shared("]),
        ("delegation, foreign inner", ["Foreign("]),
        ("delegation to itself", ["yield.From(C"]),
        ("delegation to a sequence", ["yield.From(new Sequence", "yield.From(A", "yield.From(h.A", "yield.From(new[]", "Iterate("]),
        ("poke of a running or shared one", ["Poke("]),
        ("try", ["try\r\n", "try\n"]),
        ("catch", ["catch"]),
        ("filter", [") when ("]),
        ("finally", ["finally"]),
        ("rethrow", ["throw;"]),
        ("throw expression", ["?? throw"]),
        ("using", ["using ("]),
        ("using declaration", ["using var"]),
        ("lock", ["lock ("]),
        ("foreach", ["foreach ("]),
        ("foreach that deconstructs", ["foreach (var ("]),
        ("for, while, do", ["for (int", "while ("]),
        ("goto", ["goto Again"]),
        ("goto case, goto default", ["goto case", "goto default"]),
        ("switch statement", ["switch ("]),
        ("clause with when", [" when p", " when x", " when F", " when h.F"]),
        ("switch expression", [" switch {"]),
        ("property pattern", ["{ X: ", "{ Length: "]),
        ("positional pattern", ["is (>", "is (var", "(var p"]),
        ("list pattern", ["is [", "case [", "switch { ["]),
        ("closure", ["Func<int, int> v", ".Add(() =>"]),
        ("local function", ["int Local"]),
        ("query", ["(from "]),
        ("collection expression", ["((int[])[", "((List<int>)[", "= ["]),
        ("initializer", ["new Box(this) {", "new Box(h) {", "new Dictionary<int, int> {"]),
        ("with", [" with {"]),
        ("anonymous type", ["new { X"]),
        ("value of a type parameter", ["cell.", "T.Twice"]),
        ("dynamic", ["dynamic"]),
        ("struct receiver", [".Add(", ".Push("]),
        ("ref, out, in argument", ["(ref ", "out ", "(in "]),
        ("ref local", ["ref int v"]),
        ("span", ["Span<int>", ".AsSpan("]),
        ("deconstruction", ["var (", ") = ("]),
        ("tuple", [").Item", ") == ("]),
        ("null-conditional", ["?.", "?["]),
        ("??=", ["??="]),
        ("compound assignment", [" += ", " -= ", " *= "]),
        ("increment", ["++", "--"]),
        ("short circuit", [" && ", " || "]),
        ("interpolated string", ["$\""]),
        ("checked", ["checked"]),
        ("index from the end, range", ["[^", "..]"]),
        ("enumerated by shape or by an extension", ["new Shaped(", "new Countable("]),
        ("ref struct enumerator, disposed of by shape", ["new Passing("]),
        ("required and init-only members", ["new Settings {"]),
        ("local functions that call each other", ["int Even"]),
        ("async lambda", ["async x"]),
        ("expression tree", ["Expression<"]),
        ("tuple names", ["(int First, int Second)"]),
        ("string handler", ["Say("]),
        ("user-defined operator that gives a string", ["new Label("]),
        ("operators of instances", ["new Tally["]),
        ("operators by conversions alone", ["Metres "]),
        ("using behind a label", [": using ("]),
        ("raw string with two dollars", ["$$\"\"\""]),
        ("string of several lines", ["$@\""]),
        ("anonymous type in a loop, a swap, a hole", [".Select(x => new {", "= new { A ="]),
        ("exception variable assigned before a rethrow", ["= new Red(77)"]),
        ("captured variable of a header or a section", ["Func<int> f"]),
        ("names of keywords and of ours", ["@event"]),
        ("caller info", ["Here(", "Told("]),
        ("operator of the user's", ["new Word("]),
        ("conversion of the user's", ["Lengths[", "new Meter("]),
        ("operator that works in place", [".Scores[", ".Score +=", "new Score("]),
        ("labelled statement", ["here0:", "here1:", "here2:", "here3:", "here4:", "here5:", "here6:", "here7:", "here8:", "here9:"]),
        ("raw string", ["\"\"\""]),
        ("element of a type parameter", ["var cells"]),
        ("anonymous variable", ["= new { A"]),
        ("null-conditional assignment", ["Meeting?."]),
        ("exception variable assigned before a rethrow", ["= null;"]),
        ("pattern variable captured in several sections", ["case long bound"]),
        ("variable captured in a header", [" * 100 + rest"]),
        ("name that is a keyword", ["int @"]),
        ("name that generated code has", ["int co =", "int f =", "int point =", "int sent =", "int next =", "int Frame ="]),
        ("variable index", ["Index index"]),
        ("inline array", ["Row[", "Couple["]),
        ("text of an argument", ["Retold(", "Among("]),
        ("function whose type has no name", ["var function"]),
        ("nested initializer", ["Again = {", "Log = {"]),
        ("copy of a record", ["var copied"]),
        ("handler with a receiver", [".Tell($"]),
        ("list pattern that changes", ["Grow("]),
        ("collection with Add", ["Bag bag"]),
        ("span between jumps", ["> span"]),
    ];

    private readonly int[] _counts = new int[All.Length];

    public void Add(FuzzProgram program)
    {
        for (int i = 0; i < All.Length; i++)
            if (All[i].Marks.Any(m => program.Text.Contains(m, StringComparison.Ordinal)))
                _counts[i]++;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        for (int i = 0; i < All.Length; i++)
            text.AppendLine($"  {_counts[i],6}  {All[i].Name}");
        return text.ToString();
    }
}

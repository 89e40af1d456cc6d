namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Where the yields stand.</summary>
[Flags]
internal enum Waits
{
    None = 0,
    Value = 1,
    Index = 2,
    Receiver = 4,
}

/// <summary>A place, a form around it, the type of what is in it, and where the yields stand: one coroutine.</summary>
internal sealed record Combination(int Number, Place Place, Form Form, ElementType Type, Waits Waits)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using CoroutineGen;
        using CoroutineGen.Fuzz.Systematic;
        using static CoroutineGen.Fuzz.Systematic.Calls;
        using static CoroutineGen.Fuzz.Systematic.Receivers;
        using static CoroutineGen.Fuzz.Systematic.Trace;

        """;

    /// <summary>The numbers that are yielded for a value, an index and a receiver; the script knows what each is to be answered.</summary>
    public const int ForValue = 11, ForIndex = 12, ForReceiver = 13;

    /// <summary>The file with the coroutine, and the one that compares it, by these names.</summary>
    public string Path => $"K{Number}.cs";

    public string ComparisonPath => $"K{Number}.Run.cs";

    public string Title => $"{Place.Name} | {Form.Text} | {Type.Title} | {Waits}";

    /// <summary>The body: what is done, and what is there afterwards.</summary>
    public string Body
    {
        get
        {
            string before = In(Place.Before), form = In(Form.Text);
            string after = Place.After is null ? "" : $" A(\"after\", {In(Place.After)});";
            string blocks = before + form;
            return $"{before} {form}{after}{new string('}', blocks.Count(c => c == '{') - blocks.Count(c => c == '}'))}";
        }
    }

    public string Text
    {
        get
        {
            string parameters = $"Holder<{Type.Inside}> h, {(HasParameter ? $"{Type.Inside} p, " : "")}{(Owner is null ? "" : "G g, G[] gs, ")}Yield<int, int> yield";
            string[] generics = [.. new[] { Type.Constraint is null ? null : "T", Owner is null ? null : "G" }.OfType<string>()];
            string constraints = (Type.Constraint is null ? "" : $" where T : {Type.Constraint}")
                + (Owner is null ? "" : $" where G : IOwner<{Type.Inside}>");
            string method = $"void M{(generics.Length == 0 ? "" : $"<{string.Join(", ", generics)}>")}({parameters}){constraints}";
            return Usings + (Kind is null
                ? $$"""
                    public static partial class K{{Number}}
                    {
                        [Coroutine]
                        public static {{method}}
                        {
                            {{Body}}
                        }
                    }
                    """
                : $$"""
                    public partial {{Kind}} K{{Number}}({{Type.Name}} given){{(Kind == "class" ? $" : Based<{Type.Name}>(given)" : "")}}
                    {
                        public {{Type.Name}} Own = given;
                        public {{Type.Name}}[] All = [given, given, given];
                        public Box<{{Type.Name}}> Box;
                        public static {{Type.Name}} Shared = default!;
                        public {{Type.Name}} Prop { get => A("get this.Prop", Own); set => Own = A("set this.Prop", value); }
                        public {{Type.Name}} this[int index] { get => A("get this", All[index]); set => All[index] = A("set this", value); }
                        public {{Type.Name}} Backed { get => A("get Backed", field); set => field = A("set Backed", value); } = given;

                        [Coroutine]
                        public {{method}}
                        {
                            {{Body}}
                        }
                    }
                    """);
        }
    }

    /// <summary>Runs the coroutine and what it is made of.</summary>
    public string Comparison
    {
        get
        {
            string target = Kind is null ? $"K{Number}.M" : $"new K{Number}(h.Fixed).M";
            string arguments = "h"
                + (HasParameter ? ", h.Fixed" : "")
                + (Owner switch { null => "", "Holder" => ", h, new[] { h, h, h }", _ => ", h.Owner, h.Owners" });
            return Usings + $$"""
                public static class Run{{Number}}
                {
                    public static string? Go() => Comparing.Compare<{{Type.Name}}>(
                        n => {{Type.OutsideOf("n")}}, (h, yield) => {{target}}({{arguments}}, yield), h => {{target}}({{arguments}}));
                }
                """;
        }
    }

    private bool HasParameter => Place.Text == "p";

    /// <summary>What the type parameter G is, where the place belongs to one.</summary>
    private string? Owner => Place.Host is { } host && host.StartsWith("g ", StringComparison.Ordinal) ? host[2..] : null;

    private string? Kind => Owner is null ? Place.Host : null;

    /// <summary>Whether it means anything: yields stand only where there is a place for them, hosts are not generic.</summary>
    public static bool IsPossible(Place place, Form form, ElementType type, Waits waits)
        => form.Fits(type)
            && ((waits & Waits.Value) == 0 || form.HasValue)
            && ((waits & Waits.Index) == 0 || place.HasIndex)
            && ((waits & Waits.Receiver) == 0 || place.HasReceiver)
            && (type.Constraint is null || place.Host is null || place.Host.StartsWith("g ", StringComparison.Ordinal));

    private string In(string text)
    {
        string number = (Waits & Waits.Value) != 0 ? $"yield({ForValue})" : "N(7)";
        return text.Replace("{p}", Place.Text, StringComparison.Ordinal)
            .Replace("{r}", (Waits & Waits.Receiver) != 0 ? $"R(h, yield({ForReceiver}))" : "R(h)", StringComparison.Ordinal)
            .Replace("{i}", (Waits & Waits.Index) != 0 ? $"yield({ForIndex})" : "N(1)", StringComparison.Ordinal)
            .Replace("{v}", Type.Of(number), StringComparison.Ordinal)
            .Replace("{u}", Type.Of("9"), StringComparison.Ordinal)
            .Replace("{w}", Type.Of("40"), StringComparison.Ordinal)
            .Replace("{n}", number, StringComparison.Ordinal)
            .Replace("{T}", Type.Inside, StringComparison.Ordinal);
    }
}

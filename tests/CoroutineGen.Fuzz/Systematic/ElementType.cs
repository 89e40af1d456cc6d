namespace CoroutineGen.Fuzz.Systematic;

/// <summary>What stands in the places.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Value">How a value is made of the number {n}.</param>
/// <param name="Traits">What can be done with it, where a form needs more than that.</param>
/// <param name="Constraint">Makes it the argument of the method's type parameter T.</param>
internal sealed record ElementType(string Name, string Value, Traits Traits, string? Constraint = null)
{
    public static readonly ElementType[] All =
    [
        new("int", "{n}", Traits.Number | Traits.Bits),
        new("byte", "(byte)({n})", Traits.Number | Traits.Bits),
        new("long", "{n}", Traits.Number | Traits.Bits),
        new("double", "{n}", Traits.Number),
        new("decimal", "{n}", Traits.Number),
        new("string", "\"s\" + {n}", Traits.Text),
        new("char", "(char)({n} + 70)", Traits.Number),
        new("bool", "{n} > 3", Traits.Truth | Traits.Bits),
        new("Colour", "(Colour)({n})", Traits.Number | Traits.Bits),
        new("int?", "{n}", Traits.Number | Traits.Bits | Traits.Null),
        new("bool?", "{n} > 3", Traits.Bits | Traits.Null),
        new("object", "(object)({n})", Traits.Null | Traits.Text),
        new("dynamic", "(dynamic)({n})", Traits.Number | Traits.Bits | Traits.Null),
        new("Func<int, int>", "(Func<int, int>)(q => q + 1 + 0 * Calls.Id({n}))", Traits.Delegate | Traits.Null),
        new("Action<int>", "Calls.Id({n}) > 100 ? null! : x => Note(\"called \" + x)", Traits.Delegate | Traits.Null),
        new("(int A, int B)", "({n}, 8)", Traits.Tuple),
        new("int[]", "new int[] { 1, {n}, 3 }", Traits.Null | Traits.Indexed),
        new("Opers", "{n}", Traits.Thing | Traits.Number | Traits.Bits | Traits.Truth),
        new("Opers?", "new Opers({n})", Traits.Number | Traits.Bits | Traits.Null),
        new("OpersClass", "new OpersClass({n})", Traits.Thing | Traits.Number | Traits.Bits | Traits.Truth | Traits.Null),
        new("InPlace", "new InPlace({n})", Traits.Thing | Traits.Number | Traits.Bits),
        new("InPlaceClass", "new InPlaceClass({n})", Traits.Thing | Traits.Number | Traits.Bits | Traits.Null),
        new("IInstanceOperators", "(IInstanceOperators)new InPlaceClass({n})", Traits.Number | Traits.Null),
        new("Texter", "new Texter({n})", Traits.Text | Traits.Null),
        new("Meter", "{n}", Traits.Number | Traits.Bits),
        new("Id", "new Id(\"i\" + {n})", Traits.Text),
        new("Point", "new Point({n})", Traits.Record | Traits.Thing),
        new("Person", "new Person({n})", Traits.Record | Traits.Thing | Traits.Null),
        new("Opers", "T.Of({n})", Traits.Thing | Traits.Number | Traits.Generic, "IThing, IAdding<T>"),
        new("OpersClass", "T.Of({n})", Traits.Thing | Traits.Number | Traits.Generic, "IThing, IAdding<T>"),
        new("Opers", "T.Of({n})", Traits.Thing | Traits.Number | Traits.Generic, "struct, IThing, IAdding<T>"),
        new("OpersClass", "T.Of({n})", Traits.Thing | Traits.Number | Traits.Generic | Traits.Null, "class, IThing, IAdding<T>"),
        new("InPlace", "(T)(object)new InPlace({n})", Traits.Thing | Traits.Number | Traits.Generic, "IThing, IInstanceOperators"),
        new("InPlaceClass", "(T)(object)new InPlaceClass({n})", Traits.Thing | Traits.Number | Traits.Generic, "IThing, IInstanceOperators"),
        new("InPlaceClass", "(T)(object)new InPlaceClass({n})", Traits.Thing | Traits.Number | Traits.Generic | Traits.Null, "class, IThing, IInstanceOperators"),
    ];

    /// <summary>Its name in the method.</summary>
    public string Inside => Constraint is null ? Name : "T";

    /// <summary>How it is told apart from the others.</summary>
    public string Title => Constraint is null ? Name : $"T : {Constraint} as {Name}";

    public string Of(string number) => Value.Replace("{n}", number, StringComparison.Ordinal);

    /// <summary>The same outside of the method, where there is no type parameter.</summary>
    public string OutsideOf(string number) => Of(number).Replace("T.Of", Name + ".Of", StringComparison.Ordinal).Replace("(T)(object)", "", StringComparison.Ordinal);
}

[Flags]
internal enum Traits
{
    None = 0,
    Number = 1,
    Bits = 2,
    Truth = 4,
    Text = 8,
    Null = 16,
    Thing = 32,
    Delegate = 64,
    Tuple = 128,
    Record = 256,
    Indexed = 512,
    Generic = 1024,
}

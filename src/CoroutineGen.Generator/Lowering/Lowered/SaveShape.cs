using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>
/// What is saved of a coroutine, by names that are a contract: those of the coroutine, its points and its variables. An analyzer that
/// judges
/// saved coroutines reads it, and generated code is written from it. All types are named as in <c>SavedTypeNames</c>.
/// </summary>
/// <param name="Name">The coroutine: "Shop.Saga.Order(string, int)".</param>
/// <param name="YieldedType">What it hands out; null for a consumer.</param>
/// <param name="SentType">What it is sent; null for a one-way coroutine.</param>
/// <param name="ReturnedType">What it returns; null for nothing.</param>
/// <param name="Points">Where it may stand: the start, and then the suspension points in their order.</param>
/// <param name="Current">What is written for the value last handed out, with the paths of the class; empty for a consumer.</param>
/// <param name="Result">The same for what it has returned; empty for nothing.</param>
internal sealed record SaveShape(
    string Name,
    string? YieldedType,
    string? SentType,
    string? ReturnedType,
    EquatableArray<SavedPoint> Points,
    EquatableArray<SavedVariable> Current,
    EquatableArray<SavedVariable> Result)
{
    /// <summary>The name of the point of a coroutine of which nothing has run.</summary>
    public const string Start = "(start)";

    /// <summary>What is saved for a way out where none waits: control goes on behind the finally block.</summary>
    public const string NoExit = "next";

    /// <summary>What it was called earlier, as attributes say (rule 253).</summary>
    public EquatableArray<string> OldNames { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Points of earlier versions at which nothing is restored any more (rule 259).</summary>
    public EquatableArray<string> Retired { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Points that the body has, and of which attributes say that they went elsewhere: that has no effect.</summary>
    public EquatableArray<string> AmbiguousPoints { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The C# text of the method that changes what was saved earlier; null for none (rule 260).</summary>
    public string? Migrate { get; init; }

    /// <summary>Whether a variable of it may hold a coroutine, which then may be met twice.</summary>
    public bool HoldsCoroutines => Points.Any(p => p.Variables.Any(v => v.Way == SaveWay.Coroutine));

    /// <summary>The classes of coroutines that its code names, as C# text.</summary>
    public IEnumerable<string> Kinds => Points
        .SelectMany(p => p.Variables.Where(v => v.HasKind).Select(v => v.FieldType.TrimEnd('?')).Concat(p.HasKind ? [p.Inner!] : []))
        .Distinct().OrderBy(k => k, StringComparer.Ordinal);
}

/// <summary>A place where a saved coroutine may stand.</summary>
/// <param name="Number">Its point; 0 for the start.</param>
/// <param name="Name">Its label, or the full text of the yield.</param>
/// <param name="IsLabel">Whether that is a label.</param>
/// <param name="InnerType">What it delegates to there: the type of the operand; null where it delegates to nothing.</param>
/// <param name="Inner">The same type as C# text that is good inside the generated class.</param>
/// <param name="Held">The number of what the body holds there; 0 for nothing.</param>
/// <param name="Variables">What is saved there, parameters first, then in the order of their declarations.</param>
internal sealed record SavedPoint(
    int Number, string Name, bool IsLabel, string? InnerType, string? Inner, int Held, EquatableArray<SavedVariable> Variables)
{
    /// <summary>Whether it delegates to coroutines of one class.</summary>
    public bool HasKind { get; init; }

    /// <summary>The loops that it stands in, outermost first.</summary>
    public EquatableArray<SavedLoop> Loops { get; init; } = EquatableArray<SavedLoop>.Empty;

    /// <summary>The environments around it, which are made anew.</summary>
    public EquatableArray<SavedScope> Scopes { get; init; } = EquatableArray<SavedScope>.Empty;

    /// <summary>The points of earlier versions that go on here: what it was called, and those whose place it took (rule 252).</summary>
    public EquatableArray<string> Was { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Fields with exceptions that wait to be thrown again, which cannot be saved.</summary>
    public EquatableArray<string> Errors { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The variables whose names and types are a contract: without what is supplied anew.</summary>
    public IEnumerable<SavedVariable> Contract => Variables.Where(v => v.Way is not (SaveWay.Supplied or SaveWay.Token));
}

/// <summary>A variable, or an element of a tuple, as it is saved.</summary>
/// <param name="Name">Its name: the user's, "pair.1" for an element of a tuple, "line.items" and "line.taken" for a loop.</param>
/// <param name="Type">Its type as the contract names it.</param>
/// <param name="Path">Where it is, from the frame: "n", "scope1.n", "pair.Item1".</param>
/// <param name="FieldType">The C# text of its type, good inside the generated class.</param>
/// <param name="Way">How it is saved.</param>
internal sealed record SavedVariable(string Name, string Type, string Path, string FieldType, SaveWay Way)
{
    /// <summary>The names of the ways out, by number from 1, where it says which one is pending.</summary>
    public EquatableArray<string> Exits { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it can only hold coroutines of one class, which restoring may make then, as the code names it.</summary>
    public bool HasKind { get; init; }

    /// <summary>Whether it is a parameter: then it is saved at all points, read there or not.</summary>
    public bool IsParameter { get; init; }

    /// <summary>Whether null is a value of it.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>What it was called at this point in earlier versions (rule 254).</summary>
    public EquatableArray<string> Was { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The C# text of the value that it gets where it was not saved; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the coroutine's Migrate method gives it a value where it was not saved.</summary>
    public bool IsMigrated { get; init; }
}

/// <summary>How a variable is saved.</summary>
internal enum SaveWay
{
    /// <summary>By its value.</summary>
    Value,

    /// <summary>By the number of the coroutine that it holds.</summary>
    Coroutine,

    /// <summary>How many elements a loop has taken.</summary>
    Taken,

    /// <summary>The name of the way out that waits behind a finally block.</summary>
    Exit,

    /// <summary>It is not saved, but supplied anew.</summary>
    Supplied,

    /// <summary>It is the token that an asynchronous body listens to: that of the restore.</summary>
    Token,
}

/// <summary>A foreach whose place is found again by position.</summary>
/// <param name="Name">The loop variable, which names the loop.</param>
/// <param name="Items">The path of what it goes through; null for a string or array whose items are <paramref name="Source"/>.</param>
/// <param name="Source">The path of a variable that holds the same, and is saved; null where the items are saved.</param>
/// <param name="Taken">The path of the number of elements that it has taken, or of the index of the last one.</param>
/// <param name="Enumerator">The path of the enumerator; null where it goes by index.</param>
/// <param name="Kind">How its place is found.</param>
internal sealed record SavedLoop(string Name, string Items, string? Source, string Taken, string? Enumerator, LoopKind Kind);

/// <summary>How a loop finds its place again.</summary>
internal enum LoopKind
{
    /// <summary>By the index of an array or a string.</summary>
    Index,

    /// <summary>By an enumerator of a List that is advanced as often.</summary>
    List,

    /// <summary>The same for an ImmutableArray, which may not have been set.</summary>
    ImmutableArray,
}

/// <summary>An environment of captured variables.</summary>
/// <param name="Field">The field of the frame that refers to it.</param>
/// <param name="Class">The name of its class, within the frame.</param>
internal sealed record SavedScope(string Field, string Class);

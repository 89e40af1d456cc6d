using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>The variables that live across suspensions.</summary>
/// <param name="Fields">The fields of the frame, in the order of their declaration; parameters first.</param>
/// <param name="Scopes">The environments of captured variables, one class for each scope that has any.</param>
internal sealed record FrameShape(EquatableArray<FrameField> Fields, EquatableArray<ScopeClass> Scopes)
{
    /// <summary>The fields that the factory's arguments go to.</summary>
    public IEnumerable<FrameField> Parameters => Fields.Where(f => f.Role == FieldRole.Parameter);

    /// <summary>The field that says what the body holds; null where it holds nothing.</summary>
    public FrameField? Held => Fields.FirstOrDefault(f => f.Role == FieldRole.Held);
}

/// <summary>A field of the frame.</summary>
/// <param name="Name">The user's own name, with a suffix only where two variables of one name need two fields.</param>
/// <param name="Type">The C# text of its type, good inside the generated class.</param>
/// <param name="Role">What it is for.</param>
/// <param name="HoldsReferences">Whether it may keep an object alive: false only for types known to be unmanaged.</param>
internal sealed record FrameField(string Name, string Type, FieldRole Role, bool HoldsReferences)
{
    /// <summary>The name of the factory parameter that it is set from; null for all others.</summary>
    public string? Parameter { get; init; }
}

/// <summary>What a variable, or a field, is for.</summary>
internal enum FieldRole
{
    Parameter,

    /// <summary>A local of the user's.</summary>
    Local,

    /// <summary>A value that is kept while something else is evaluated.</summary>
    Temporary,

    /// <summary>An object that is being made, and set or filled, while something else is evaluated.</summary>
    Made,

    /// <summary>The enumerator of a foreach.</summary>
    Enumerator,

    /// <summary>An object with captured variables, or a delegate that is kept in one.</summary>
    Environment,

    /// <summary>What the body holds: a number.</summary>
    Held,

    /// <summary>Where to go after a finally block that was moved, or the result that waits meanwhile.</summary>
    Exit,

    /// <summary>An exception that was caught, to be thrown again.</summary>
    Error,
}

/// <summary>A class for the captured variables of one scope: an object is made each time that the scope is entered.</summary>
internal sealed record ScopeClass(string Name, EquatableArray<FrameField> Fields);

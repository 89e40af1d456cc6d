using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Anonymous types cannot be written down, only inferred. A variable of one is kept as an object, and cast back by an expression of the
/// same type that is never evaluated: anonymous types of the same members, in the same order, are one type within a project.
/// </summary>
internal static class AnonymousTypes
{
    /// <summary>An expression of a variable's type; null where the type can be named, or cannot be had.</summary>
    /// <param name="variable">A variable that cannot stay a local.</param>
    /// <param name="value">The value that it is declared with, or null.</param>
    public static Code? ExampleFor(Variable variable, Code? value)
    {
        if (variable.TypeSymbol is not { } type || !MentionsAnonymous(type))
            return null;
        if (Spell(type) is { } text)
            return Code.Of(text);
        // A sequence of an anonymous type is inferred from the expression that made it, which a closure could not mention again.
        return variable.IsCaptured || value is null || value.HasClosure ? null : Code.Of("(", value, ")");
    }

    private static bool MentionsAnonymous(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => MentionsAnonymous(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsAnonymous),
        _ => false,
    };

    private static string? Spell(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array && MentionsAnonymous(array))
            return Spell(array.ElementType) is { } element ? $"new[] {{ {element} }}" : null;
        if (!type.IsAnonymousType)
            return TypeText.WhyUnspeakable(type) is null ? $"default({TypeText.Of(type)})" : null;
        var members = type.GetMembers().OfType<IPropertySymbol>().Select(p => (p.Name, Value: Spell(p.Type))).ToList();
        return members.Exists(m => m.Value is null)
            ? null
            : $"new {{ {string.Join(", ", members.Select(m => $"{TypeText.Escape(m.Name)} = {m.Value}"))} }}";
    }
}

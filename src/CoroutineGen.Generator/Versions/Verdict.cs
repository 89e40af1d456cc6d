using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Versions;

/// <summary>What is wrong with a coroutine that was saved by an earlier version.</summary>
/// <param name="Rule">The diagnostic.</param>
/// <param name="Point">The point of today where it is said; null for the method.</param>
/// <param name="Attribute">What says how it is meant, where only one thing can be: SavedPoint("Charge", Was = "Pay").</param>
/// <param name="Arguments">Those of the message.</param>
internal sealed record Verdict(DiagnosticDescriptor Rule, string? Point, string? Attribute, params object[] Arguments)
{
    public bool Equals(Verdict? other)
        => other is not null && Rule.Id == other.Rule.Id && Point == other.Point && Attribute == other.Attribute
            && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => unchecked((Rule.Id.GetHashCode() * 31) + (Point?.GetHashCode() ?? 0));
}

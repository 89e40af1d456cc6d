using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>What a saveable coroutine delegates to: another one that can be saved, or what only the run time knows.</summary>
// yield.From(Numbers())     accepted where Numbers is saveable
// yield.From(sequence)      an IEnumerable<int>: the run time knows
// yield.From(list)          refused: its place would be lost; a foreach keeps it
internal static class SavedDelegations
{
    /// <summary>The type of what is delegated to; null, and refused, where that cannot be saved.</summary>
    public static ITypeSymbol? TypeAt(SyntaxNode place, LoweringContext context)
    {
        if (context.Suspensions.Find(place)?.Operand is not { } operand || context.TypeOf(operand) is not { } type)
            return null;
        if (SaveTypes.IsCoroutine(type) || KnownSymbols.IsSequence(type) || KnownSymbols.IsAsyncEnumerable(type))
            return type;
        string shown = type.ToMinimalDisplayString(context.Model, operand.SpanStart);
        if (CoroutineTypes.HasCoroutineShape(type) || CoroutineTypes.HasAsyncCoroutineShape(type))
            context.Refusals.Add(SaveDiagnostics.NotSaved, operand, "What this delegates to", shown,
                SaveTypes.WhyNot(type) ?? "not saveable");
        else
            context.Refusals.Add(
                SaveDiagnostics.PlaceNotFound, operand, shown,
                KnownSymbols.IsConfiguredSequence(type) || KnownSymbols.IsConfiguredCoroutine(type)
                    ? "delegate to a saveable coroutine itself, without WithCancellation and ConfigureAwait"
                    : "go through it in a foreach, and yield each element, or delegate to a saveable coroutine that does");
        return null;
    }

    /// <summary>The type in generated code.</summary>
    public static string TextOf(ITypeSymbol type)
        => TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None));
}

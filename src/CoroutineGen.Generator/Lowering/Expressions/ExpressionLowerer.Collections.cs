using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Collection expressions. C# enumerates what is spread in its turn; only where it knows how many elements there will be, it evaluates them
/// up to the last spread first, and enumerates afterwards.
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private Code Collection(CollectionExpressionSyntax collection)
    {
        int last = LastSuspending(collection.Elements);
        bool enumeratesLate = collection.Elements.Skip(last).Any(e => e is SpreadElementSyntax) && IsCounted(collection);
        return _printer.Print(collection, LowerOperands(Elements(collection, !enumeratesLate)));
    }

    /// <summary>A span cannot be kept, but its elements can: it is made of them after the suspension.</summary>
    private Code KeepElements(CollectionExpressionSyntax span, IEnumerable<ExpressionSyntax> later)
        => _printer.Print(span, LowerOperands(Elements(span, areEnumerated: true), [.. later]));

    private static List<Operand> Elements(CollectionExpressionSyntax collection, bool areEnumerated)
        => collection.Elements.Select(e => e is SpreadElementSyntax spread
            ? new Operand(spread.Expression, IsEnumerated: areEnumerated)
            : new Operand(((ExpressionElementSyntax)e).Expression)).ToList();

    /// <summary>Whether all that is spread has a length, and the collection is not one that elements are added to one by one.</summary>
    private bool IsCounted(CollectionExpressionSyntax collection)
        => _context.ConvertedTypeOf(collection) is { } type
            && (type.TypeKind is TypeKind.Array or TypeKind.Interface || type is { Name: "List" or "Span" or "ReadOnlySpan" }
                || type.GetAttributes().Any(a => a.AttributeClass is { Name: "CollectionBuilderAttribute" }))
            && collection.Elements.OfType<SpreadElementSyntax>().All(s => HasLength(s.Expression));

    private bool HasLength(ExpressionSyntax spread)
        => spread is CollectionExpressionSyntax || (_context.TypeOf(spread) is { } type && (type.TypeKind == TypeKind.Array
            || new[] { "Length", "Count" }.Any(n => _context.Model.LookupSymbols(spread.SpanStart, type, n)
                .OfType<IPropertySymbol>()
                .Any(p => p is { IsIndexer: false, IsStatic: false, Type.SpecialType: SpecialType.System_Int32 }))));

    /// <summary>Enumerates what is spread, and stores its items for after the suspension.</summary>
    private Code KeepItems(ExpressionSyntax spread)
    {
        var value = Lower(spread);
        if ((_context.TypeOf(spread) ?? _context.ConvertedTypeOf(spread)) is not { } type || ItemOf(type) is not { } item)
            return Refuse(spread);
        var items = _variables.Temporary("items", TypeText.Of(item) + "[]", null, spread);
        _emitter.Declare(items, Code.Of("[.. ", value, "]"));
        return Code.Of(items);
    }

    /// <summary>The type of what a foreach over a collection gives.</summary>
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        var enumerator = type.GetMembers("GetEnumerator").OfType<IMethodSymbol>()
            .FirstOrDefault(m => m is { Parameters.IsEmpty: true, IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            ?.ReturnType;
        var current = enumerator?.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault()
            ?? enumerator?.AllInterfaces.SelectMany(i => i.GetMembers("Current")).OfType<IPropertySymbol>().FirstOrDefault();
        return current?.Type ?? type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0];
    }
}

using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Collection expressions. C# enumerates what is spread in its turn; only where it knows how many elements there will be, it evaluates them
/// up to the last spread first, and enumerates afterwards.
/// </summary>
internal sealed class CollectionExpressions(ExpressionLowerer root) : ExpressionPart(root)
{
    private const int MostKept = 3;

    public Code Collect(CollectionExpressionSyntax collection)
    {
        if (collection.Elements.Any(e => e is not (SpreadElementSyntax or ExpressionElementSyntax)))
            return Refuse(collection, "a collection expression with an element of a kind that is not known");
        if ((CastOf(collection) ?? Context.ConvertedTypeOf(collection)) is { TypeKind: not TypeKind.Error } type
            && !Collections.IsBuiltAtOnce(type))
            return AddedOneByOne(collection, type);
        int last = Operands.LastSuspending(collection.Elements);
        bool enumeratesLate = collection.Elements.Skip(last).Any(e => e is SpreadElementSyntax) && IsCounted(collection);
        return Printer.Print(collection, Operands.LowerAll(Elements(collection, !enumeratesLate)));
    }

    /// <summary>
    /// "[a, yield(b), .. c]" ----> "made = new(); made.Add(a); (yield)
    /// made.Add(sent); foreach (var item in c) made.Add(item);"
    /// </summary>
    private Code AddedOneByOne(CollectionExpressionSyntax collection, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type.IsRefLikeType)
            return Refuse(collection, $"a collection expression of '{type.Name}', which cannot be kept");
        var made = Variables.Temporary("made", type, collection, FieldRole.Made);
        Builder.Declare(made, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}()"));
        var place = new InitializedPlace(null, Code.Of(made), type);
        foreach (var element in collection.Elements)
        {
            string texts = Printer.TextsOfElement(element, type);
            if (element is ExpressionElementSyntax one)
            {
                Initializers.Add(one.Expression, [one.Expression], place, texts);
                continue;
            }
            string item = Context.Names.TakeNumbered("item");
            var spread = Lower(((SpreadElementSyntax)element).Expression);
            Builder.At(
                Context.Tokens.Of(element),
                () => Builder.Emit(Code.Of($"foreach (var {item} in ", spread, ") ", made, $".Add({item}{texts});")));
        }
        return Code.Of(made);
    }

    /// <summary>A span cannot be kept, but its elements can: it is made of them after the suspension.</summary>
    public Code KeepElements(CollectionExpressionSyntax span, IEnumerable<ExpressionSyntax> later)
        => Printer.Print(span, Operands.LowerAll(Elements(span, areEnumerated: true), [.. later]));

    private static List<Operand> Elements(CollectionExpressionSyntax collection, bool areEnumerated)
        => collection.Elements.Select(e => e is SpreadElementSyntax spread
            ? new Operand(spread.Expression, areEnumerated ? OperandKind.Enumerated : OperandKind.Value)
            : new Operand(((ExpressionElementSyntax)e).Expression)).ToList();

    /// <summary>
    /// Whether all that is spread has a length, and the collection is not one that elements are added to one by one. The compiler keeps no
    /// more than three values for it.
    /// </summary>
    private bool IsCounted(CollectionExpressionSyntax collection)
        => Context.ConvertedTypeOf(collection) is { } type
            && Collections.IsBuiltAtOnce(type)
            && !collection.Elements.Skip(MostKept).Any(e => e is SpreadElementSyntax)
            && collection.Elements.OfType<SpreadElementSyntax>().All(s => HasLength(s.Expression));

    private bool HasLength(ExpressionSyntax spread) => spread is CollectionExpressionSyntax || LengthOf(spread) is not null;

    /// <summary>The property that says how many items there are; null for none.</summary>
    private string? LengthOf(ExpressionSyntax spread)
        => Context.TypeOf(spread) is not { } type ? null
            : type.TypeKind == TypeKind.Array ? "Length"
            : new[] { "Length", "Count" }.FirstOrDefault(n => Context.Model.LookupSymbols(spread.SpanStart, type, n)
                .OfType<IPropertySymbol>()
                .Any(p => p is { IsIndexer: false, IsStatic: false, Type.SpecialType: SpecialType.System_Int32 }));

    /// <summary>
    /// Enumerates what is spread, and stores its items for after the suspension. What has a length is asked for it first, as C# does: that
    /// is where a null faults.
    /// </summary>
    public Code KeepItems(ExpressionSyntax spread)
    {
        var value = Lower(spread);
        if (spread is not CollectionExpressionSyntax && Context.TypeOf(spread) is { IsReferenceType: true } known
            && LengthOf(spread) is { } length)
        {
            var kept = Variables.Temporary("spread", known, spread);
            Builder.Declare(kept, value);
            Builder.Emit(Code.Of("_ = ", kept, $".{length};"));
            value = Code.Of(kept);
        }
        if (ElementOf((CollectionExpressionSyntax)spread.Parent!.Parent!) is not { } element)
            return Refuse(spread);
        var items = Variables.Temporary("items", Context.Model.Compilation.CreateArrayTypeSymbol(element), spread);
        Builder.Declare(items, Code.Of("[.. ", value, "]"));
        return Code.Of(items);
    }

    /// <summary>What each item is converted to, as it is enumerated.</summary>
    private ITypeSymbol? ElementOf(CollectionExpressionSyntax collection)
        => (CastOf(collection) ?? Context.ConvertedTypeOf(collection)) is { } type ? Collections.ItemOf(type) : null;
}

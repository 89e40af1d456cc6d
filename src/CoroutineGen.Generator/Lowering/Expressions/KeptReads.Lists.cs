using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Patterns of lists: the count, the elements, and slices.</summary>
internal sealed partial class KeptReads
{
    /// <summary>"[P, .., Q]": the length, and the elements that have a pattern.</summary>
    private Code? List(ListPatternSyntax pattern, Code input, ITypeSymbol type, string path)
    {
        var narrowed = NarrowedType(pattern, context) ?? type;
        var value = Cast(input, type, narrowed);
        path = PathOf(path, type, narrowed, input);
        var element = pattern.Patterns.FirstOrDefault(p => p is not SlicePatternSyntax) is { } any
            ? context.Model.GetTypeInfo(any, context.Cancellation).Type : null;
        if (narrowed is not (IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol)
            || (element is null && pattern.Patterns.Any(p => p is not SlicePatternSyntax)))
            return Refuse(pattern);
        var terms = new List<Code>();
        if (CanBeNull(type))
            terms.Add(Code.Of(input, " is { }"));
        var int32 = context.Model.Compilation.GetSpecialType(SpecialType.System_Int32);
        if (context.Model.GetOperation(pattern, context.Cancellation) is not IListPatternOperation { LengthSymbol: { } count } operation)
            return Refuse(pattern);
        // An indexer that takes an Index is told that it is from the end.
        bool takesIndex = narrowed is INamedTypeSymbol
            && operation.IndexerSymbol is IPropertySymbol { IsIndexer: true } by
            && by.Parameters[0].Type.SpecialType != SpecialType.System_Int32;
        var counted = value;
        string countPath = PathOf(path, count, ref counted);
        var length = Read(countPath, Code.Of(counted, "." + count.Name), int32, pattern, terms);
        int slice = pattern.Patterns.IndexOf(p => p is SlicePatternSyntax);
        int fixedCount = pattern.Patterns.Count - (slice < 0 ? 0 : 1);
        terms.Add(Code.Of(length, slice < 0 ? $" == {Text(fixedCount)}" : $" >= {Text(fixedCount)}"));
        for (int i = 0; i < pattern.Patterns.Count; i++)
        {
            int fromEnd = pattern.Patterns.Count - i;
            if (pattern.Patterns[i] is DiscardPatternSyntax or SlicePatternSyntax { Pattern: null })
                continue;
            Code part;
            ITypeSymbol? partType = element;
            string key;
            var tested = pattern.Patterns[i];
            if (tested is SlicePatternSyntax { Pattern: { } inner })
            {
                // C# works out the count of a slice from the whole, and then may not make the slice at all.
                int rest = pattern.Patterns.Count - 1;
                if (inner is ListPatternSyntax nested && nested.Patterns.Any(p => p is not (DiscardPatternSyntax or SlicePatternSyntax)))
                {
                    bool isOpen = nested.Patterns.Any(p => p is SlicePatternSyntax);
                    int wanted = rest + nested.Patterns.Count - (isOpen ? 1 : 0);
                    terms.Add(Code.Of(length, isOpen ? $" >= {Text(wanted)}" : $" == {Text(wanted)}"));
                }
                else if (narrowed is INamedTypeSymbol { SpecialType: not SpecialType.System_String } && ReadsCount(inner))
                    return Refuse(pattern);
                tested = inner;
                partType = context.Model.GetTypeInfo(inner, context.Cancellation).Type;
                key = $"{path}[{Text(slice)}..^{Text(fromEnd - 1)}]";
                int others = pattern.Patterns.Count - 1;
                part = (context.Model.GetOperation(pattern.Patterns[i], context.Cancellation) as ISlicePatternOperation)?.SliceSymbol
                    is IMethodSymbol method && narrowed is not IArrayTypeSymbol
                        ? Code.Of(value, $".{method.Name}({Text(slice)}, ", length, $" - {Text(others)})")
                        : Code.Of(value, $"[{Text(slice)}..^{Text(fromEnd - 1)}]");
            }
            else if (slice >= 0 && i > slice)
                (key, part) = ($"{path}[^{Text(fromEnd)}]", takesIndex
                    ? Code.Of(value, $"[^{Text(fromEnd)}]")
                    : Code.Of(value, "[", length, $" - {Text(fromEnd)}]"));
            else
                (key, part) = ($"{path}[{Text(i)}]", Code.Of(value, $"[{Text(i)}]"));
            if (partType is null or { TypeKind: TypeKind.Error })
                return Refuse(pattern);
            if (!Add(Test(tested, Read(key, part, partType, tested, terms), partType, key), terms))
                return null;
        }
        Name(pattern.Designation, value, terms);
        return All(terms);
    }

    private static bool ReadsCount(PatternSyntax pattern) => pattern.DescendantNodesAndSelf().Any(p => p is ListPatternSyntax
        || (p is SubpatternSyntax { ExpressionColon.Expression: { } member }
            && member.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax { Identifier.ValueText: "Length" or "Count" })));
}

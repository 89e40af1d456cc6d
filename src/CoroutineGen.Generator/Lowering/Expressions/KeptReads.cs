using System.Collections.Immutable;
using System.Globalization;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Patterns of a switch that goes on picking after a "when" clause has suspended. C# reads each member of the value at most once for all
/// cases, so what a pattern reads is kept beside the value: the first case that needs it reads it, later ones, behind the suspension too,
/// find it there.
/// </summary>
internal sealed class KeptReads(LoweringContext context, VariableMap variables, VerbatimPrinter printer)
{
    private readonly Dictionary<string, (Code Condition, Variable Value)> _reads = new(StringComparer.Ordinal);
    private readonly List<Variable> _flags = [];
    private readonly Dictionary<string, (string Path, ITypeSymbol From, Code Input)> _casts = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, int> _members = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a part of a pattern reads what may be different, or do something, when it is read again.</summary>
    public static bool IsNeeded(SyntaxNode part, LoweringContext context) => part switch
    {
        SubpatternSyntax { Parent: PropertyPatternClauseSyntax, ExpressionColon.Expression: { } member }
            => member.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
                .Any(name => !IsLasting(context.Model.GetSymbolInfo(name, context.Cancellation).Symbol)),
        PositionalPatternClauseSyntax clause => NarrowedType(clause.Parent!, context) is not { IsTupleType: true },
        ListPatternSyntax => true,
        _ => false,
    };

    /// <summary>Which reads have been done: all to be false before the first case is picked.</summary>
    public IReadOnlyList<Variable> Flags => _flags;

    /// <summary>A condition that says whether a pattern matches; null where that was refused.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="input">The value, as code that may be evaluated any number of times.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="path">What the value is, as a key.</param>
    public Code? Test(PatternSyntax pattern, Code input, ITypeSymbol type, string path)
    {
        if (!pattern.DescendantNodesAndSelf().Any(p => IsNeeded(p, context)))
            return Plain(pattern, input);
        switch (pattern)
        {
            case ParenthesizedPatternSyntax inner:
                return Test(inner.Pattern, input, type, path);
            case UnaryPatternSyntax not:
                return Test(not.Pattern, input, type, path) is { } negated ? Code.Of("!(", negated, ")") : null;
            case BinaryPatternSyntax both:
                return Both(both, input, type, path);
            case RecursivePatternSyntax recursive:
                return Recursive(recursive, input, type, path);
            case ListPatternSyntax list:
                return List(list, input, type, path);
            default:
                return Refuse(pattern);
        }
    }

    private Code? Both(BinaryPatternSyntax both, Code input, ITypeSymbol type, string path)
    {
        if (Test(both.Left, input, type, path) is not { } left)
            return null;
        bool isAnd = both.IsKind(SyntaxKind.AndPattern);
        var narrowed = isAnd ? NarrowedType(both.Left, context) ?? type : type;
        var right = Test(both.Right, Cast(input, type, narrowed), narrowed, PathOf(path, type, narrowed, input));
        return right is null ? null : Code.Of("(", left, isAnd ? " && " : " || ", right, ")");
    }

    private Code? Recursive(RecursivePatternSyntax pattern, Code input, ITypeSymbol type, string path)
    {
        var narrowed = NarrowedType(pattern, context) ?? type;
        var value = Cast(input, type, narrowed);
        path = PathOf(path, type, narrowed, input);
        var terms = new List<Code>();
        if (pattern.Type is { } written)
            terms.Add(Code.Of(input, " is ", printer.Print(written)));
        else if (CanBeNull(type))
            terms.Add(Code.Of(input, " is { }"));
        if (pattern.PositionalPatternClause is { } clause && !Positional(clause, value, narrowed, path, terms))
            return null;
        foreach (var sub in pattern.PropertyPatternClause?.Subpatterns ?? default)
        {
            if (!Property(sub, value, narrowed, path, terms))
                return null;
        }
        Name(pattern.Designation, value, terms);
        return All(terms);
    }

    /// <summary>"(P, Q)": the elements of a tuple, or what Deconstruct hands out.</summary>
    private bool Positional(PositionalPatternClauseSyntax clause, Code value, ITypeSymbol type, string path, List<Code> terms)
    {
        var parts = clause.Subpatterns.Select(s => s.Pattern).ToList();
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            for (int i = 0; i < parts.Count; i++)
            {
                var element = tuple.TupleElements[i];
                if (!Add(Test(parts[i], Code.Of(value, ".", element.Name), element.Type, $"{path}.{element.Name}"), terms))
                    return false;
            }
            return true;
        }
        // The types that Deconstruct hands out are what its parts are matched as.
        var types = parts.Select(p => context.Model.GetTypeInfo(p, context.Cancellation).Type).ToList();
        if (parts.Count < 2 || types.Exists(t => t is null or { TypeKind: TypeKind.Error }) || type.SpecialType == SpecialType.System_Object
            || type is { Name: "ITuple" })
            return Refuse(clause) is not null;
        var kept = types.Select((t, i) => Kept($"{path}.{parts.Count}#{i}", t!, parts[i])).ToList();
        var first = kept[0];
        if (first.IsNew)
        {
            var targets = new List<object> { "(" };
            foreach (var (_, variable, _) in kept)
                targets.AddRange([targets.Count > 1 ? ", " : "", variable]);
            first.Read(Code.Of([.. targets, ") = ", value]));
        }
        terms.Add(_reads[$"{path}.{parts.Count}#0"].Condition);
        for (int i = 0; i < parts.Count; i++)
        {
            if (!Add(Test(parts[i], Code.Of(kept[i].Variable), types[i]!, $"{path}.{parts.Count}#{i}"), terms))
                return false;
        }
        return true;
    }

    /// <summary>"{ A.B: P }": each member on the way is read, and must not be null.</summary>
    private bool Property(SubpatternSyntax sub, Code value, ITypeSymbol type, string path, List<Code> terms)
    {
        var names = sub.ExpressionColon!.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().ToList();
        for (int i = 0; i < names.Count; i++)
        {
            var symbol = context.Model.GetSymbolInfo(names[i], context.Cancellation).Symbol;
            if ((symbol as IPropertySymbol)?.Type is not { } member && (member = (symbol as IFieldSymbol)?.Type!) is null)
                return Refuse(sub) is not null;
            if (i > 0)
            {
                if (CanBeNull(type))
                    terms.Add(Code.Of(value, " is { }"));
                if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
                    (value, type) = (Cast(value, type, nullable.TypeArguments[0]), nullable.TypeArguments[0]);
            }
            path = PathOf(path, symbol!, ref value);
            (value, type) = (Read(path, Code.Of(value, ".", names[i].Identifier.Text), member, sub, terms), member);
        }
        return Add(Test(sub.Pattern, value, type, path), terms);
    }

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
        if ((context.Model.GetOperation(pattern, context.Cancellation) as IListPatternOperation)?.LengthSymbol is not { } count)
            return Refuse(pattern);
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
                (key, part) = ($"{path}[^{Text(fromEnd)}]", Code.Of(value, "[", length, $" - {Text(fromEnd)}]"));
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Add(Code? term, List<Code> terms)
    {
        if (term is not null)
            terms.Add(term);
        return term is not null;
    }

    private static Code All(List<Code> terms)
    {
        var all = terms.Count == 0 ? Code.Of("true") : terms[0];
        for (int i = 1; i < terms.Count; i++)
            all = Code.Of(all, " && ", terms[i]);
        return terms.Count > 1 ? Code.Of("(", all, ")") : all;
    }

    /// <summary>A member, read at most once: the term reads it where nobody has, and always holds.</summary>
    private Code Read(string key, Code read, ITypeSymbol type, SyntaxNode place, List<Code> terms)
    {
        var kept = Kept(key, type, place);
        if (kept.IsNew)
            kept.Read(Code.Of(kept.Variable, " = ", read));
        terms.Add(_reads[key].Condition);
        return Code.Of(kept.Variable);
    }

    private (bool IsNew, Variable Variable, Action<Code> Read) Kept(string key, ITypeSymbol type, SyntaxNode place)
    {
        if (_reads.TryGetValue(key, out var known))
            return (false, known.Value, _ => { });
        var value = variables.Temporary("read", type.WithNullableAnnotation(NullableAnnotation.None), place);
        _reads[key] = (Code.Empty, value);
        return (true, value, assignment =>
        {
            var flag = variables.Temporary("isRead", "bool", null, place);
            _flags.Add(flag);
            _reads[key] = (Code.Of("(", flag, " || ((", assignment, ") is var _ && (", flag, " = true)))"), value);
        });
    }

    private Code Plain(PatternSyntax pattern, Code input)
    {
        var tracked = pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
            .Select(d => variables.Find(context.Model.GetDeclaredSymbol(d, context.Cancellation))).OfType<Variable>().ToImmutableArray();
        if (tracked.IsEmpty && pattern is DiscardPatternSyntax)
            return Code.Of("true");
        return Code.Of(
            new PatternEdgePiece(tracked, PatternEdge.Before, Negated: false), input, " is ", printer.Print(pattern),
            new PatternEdgePiece(tracked, PatternEdge.After, Negated: false));
    }

    private void Name(VariableDesignationSyntax? designation, Code value, List<Code> terms)
    {
        if (designation is SingleVariableDesignationSyntax named
            && variables.Find(context.Model.GetDeclaredSymbol((SyntaxNode)named, context.Cancellation)) is { } variable)
            terms.Add(Code.Of("(", variable, " = ", value, ") is var _"));
    }

    private Code? Refuse(SyntaxNode pattern)
    {
        context.Refuse(LoweringDiagnostics.NotLowered, pattern, $"a switch whose 'when' clause yields, beside the pattern '{pattern}'");
        return null;
    }

    private static Code Cast(Code value, ITypeSymbol from, ITypeSymbol to)
        => SymbolEqualityComparer.Default.Equals(from, to)
            ? value
            : Code.Of(
                $"(({TypeText.Of(to.WithNullableAnnotation(NullableAnnotation.None))})",
                from is ITypeParameterSymbol || to is ITypeParameterSymbol ? "(object)" : "", value, ")");

    /// <summary>
    /// A member of a value: one that a base declares is the same behind a cast to the type that inherits it, and the count that a list
    /// pattern reads is the one that "{ Count: .. }" reads. A member that hides another one is not that other one.
    /// </summary>
    private string PathOf(string path, ISymbol member, ref Code value)
    {
        while (_casts.TryGetValue(path, out var cast) && IsDerived(cast.From, member.ContainingType))
            (path, value) = (cast.Path, cast.Input);
        if (!_members.TryGetValue(member, out int number))
            _members.Add(member, number = _members.Count);
        return $"{path}.{Text(number)}";
    }

    private static bool IsDerived(ITypeSymbol type, ITypeSymbol @base)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, @base))
                return true;
        }
        return type.AllInterfaces.Contains(@base, SymbolEqualityComparer.Default);
    }

    private string PathOf(string path, ITypeSymbol from, ITypeSymbol to, Code input)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to))
            return path;
        string narrowed = $"{path}({TypeText.Of(to)})";
        _casts[narrowed] = (path, from, input);
        return narrowed;
    }

    private static ITypeSymbol? NarrowedType(SyntaxNode pattern, LoweringContext context)
        => context.Model.GetTypeInfo(pattern, context.Cancellation).ConvertedType;

    private static bool CanBeNull(ITypeSymbol type)
        => !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>
    /// Whether a member of a value that is kept can never change: what cannot be assigned, and does nothing when it is read.
    /// </summary>
    private static bool IsLasting(ISymbol? member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst || field.ContainingType.IsTupleType,
        IPropertySymbol { ContainingType: { } type } property => type.SpecialType == SpecialType.System_String
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || (property is { SetMethod: null or { IsInitOnly: true }, IsVirtual: false, IsOverride: false, IsAbstract: false }
                && IsStored(property)),
        _ => false,
    };

    private static bool IsStored(IPropertySymbol property)
        => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
}

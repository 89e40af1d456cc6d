using System.Collections.Immutable;
using System.Globalization;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Patterns of a switch that goes on picking after a "when" clause has suspended. C# reads each member of the value at most once for all
/// cases, so what a pattern reads is kept beside the value: the first case that needs it reads it, later ones, behind the suspension too,
/// find it there.
/// </summary>
internal sealed partial class KeptReads(LoweringContext context, VariableMap variables, VerbatimPrinter printer)
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
        else if (narrowed.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(narrowed, type))
        {
            // ITuple, which nobody wrote.
            terms.Add(Code.Of(input, $" is {TypeText.Of(narrowed.WithNullableAnnotation(NullableAnnotation.None))}"));
        }
        else if (CanBeNull(type))
            terms.Add(Code.Of(input, " is { }"));
        // One copy is what all members are read of, and what is named: a member may change it.
        if (narrowed.IsValueType && !SymbolEqualityComparer.Default.Equals(narrowed, type))
            value = Read(path, value, narrowed, pattern, terms);
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
        return (true, value, Read);

        void Read(Code assignment)
        {
            var flag = variables.Temporary("isRead", "bool", null, place);
            _flags.Add(flag);
            _reads[key] = (Code.Of("(", flag, " || ((", assignment, ") is var _ && (", flag, " = true)))"), value);
        }
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
        context.Refusals.Add(
            LoweringDiagnostics.NotLowered, pattern, $"a switch whose 'when' clause yields, beside the pattern '{pattern}'");
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

using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Operands in the order in which C# evaluates them. Those left of the last one that suspends are kept, in temporaries of their converted
/// type, so that conversions, faults and side effects stay before the suspension.
/// </summary>
internal sealed partial class ExpressionLowerer
{
    /// <summary>What has been lowered so far of the operands at hand.</summary>
    private Dictionary<SyntaxNode, Code> _operands = [];

    /// <summary>Lowers a node whose operands are evaluated one after the other, and prints it with what is left of them.</summary>
    private Code WithOperands(SyntaxNode node, IReadOnlyList<ExpressionSyntax> operands)
        => _printer.Print(node, LowerOperands(operands.Select(o => new Operand(o)).ToList()));

    /// <param name="operands">The operands, in the order of their evaluation.</param>
    /// <param name="before">Expressions that suspend and are evaluated after all of them; none where the last of themselves does.</param>
    private Dictionary<SyntaxNode, Code> LowerOperands(IReadOnlyList<Operand> operands, params ExpressionSyntax[] before)
    {
        var results = new Dictionary<SyntaxNode, Code>();
        var outer = _operands;
        _operands = results;
        int last = before.Length == 0 ? LastSuspending(operands.Select(EvaluatedOf).ToList()) : operands.Count;
        for (int i = 0; i < operands.Count && i <= last; i++)
        {
            var operand = operands[i].Expression;
            var later = operands.Skip(i + 1).Select(EvaluatedOf).OfType<ExpressionSyntax>().Concat(before);
            if (operands[i].IsGeneric)
            {
                if (!IsStable(operand, later))
                    results[operand] = KeepGeneric(operand, results);
            }
            else if (operands[i].CountedIn is { } counted)
                results[operand] = FromEnd(operand, _context.TypeOf(counted) is IArrayTypeSymbol, CountOf(operand, counted, results));
            else if (operands[i].IsRefChoice)
                KeepChoice(
                    (ConditionalExpressionSyntax)operand,
                    (before.Length > 0 ? later : later.Where(_context.Suspensions.Suspends)).ToArray(), results);
            else if (operands[i].IsEnumerated && i < last)
                results[operand] = KeepItems(operand);
            else if (operands[i].IsProbe)
                _emitter.Run(Probed(_printer.Print(operand, results), operands[i].IsTested));
            else if (operand is CollectionExpressionSyntax span && _context.ConvertedTypeOf(span) is { IsRefLikeType: true } && i < last)
                results[operand] = KeepElements(span, later);
            else if (_context.Suspensions.Suspends(operand))
                results[operand] = i == last ? Lower(operand) : Keep(Lower(operand), operand, operands[i].IsConvertedLater);
            else if (!IsStable(operand, later))
                results[operand] = Keep(_printer.Print(operand), operand, operands[i].IsConvertedLater);
            if (operand is InterpolatedStringExpressionSyntax && results.TryGetValue(operand, out var made)
                && IsSimple(made) && IsPassedByReference(operand))
                results[operand] = Code.Of("ref ", made);
        }
        _operands = outer;
        return results;
    }

    /// <summary>What is first evaluated as an operand; what others have located already is only looked at.</summary>
    private static ExpressionSyntax? EvaluatedOf(Operand operand) => operand.IsProbe || operand.IsGeneric ? null : operand.Expression;

    /// <summary>Locates a variable: by reading it, or by taking a reference, where C# would test the type of an array for that.</summary>
    private Code Probed(Code place, bool isTested)
        => isTested
            ? Code.Of($"{{ ref var {_context.Names.TakeNumbered("located")} = ref ", place, "; }")
            : Code.Of("_ = ", place, ";");

    /// <summary>A handler of an interpolated string may be taken by reference, which C# does not let the user say.</summary>
    private bool IsPassedByReference(ExpressionSyntax handler)
        => _context.Suspensions.Suspends(handler)
            && PassedArguments.Of(handler, _context.Model, _context.Cancellation) is { Parameter.RefKind: RefKind.Ref };

    /// <summary>
    /// A receiver whose type parameter is a class is taken now; where it is a struct it is changed later, in its place. Which one it is is
    /// only known at run time.
    /// </summary>
    private Code KeepGeneric(ExpressionSyntax receiver, Dictionary<SyntaxNode, Code> results)
    {
        var type = _context.TypeOf(receiver)!;
        var place = _printer.Print(receiver, results);
        var kept = _variables.Temporary("kept", type, receiver);
        _emitter.Declare(kept, place);
        return Code.Of(
            $"(default({TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}) == null ? ref ", kept, " : ref ", place, ")");
    }

    private int LastSuspending(IReadOnlyList<SyntaxNode?> nodes)
    {
        int last = nodes.Count - 1;
        while (last >= 0 && (nodes[last] is not { } node || !_context.Suspensions.Suspends(node)))
            last--;
        return last;
    }

    /// <summary>Stores a value for after the suspension.</summary>
    private Code Keep(Code value, ExpressionSyntax expression, bool isConvertedLater = false)
    {
        var type = (isConvertedLater ? _context.TypeOf(expression) : null) ?? KeptType(expression);
        if (type is null)
        {
            _context.Refusals.Add(
                LoweringDiagnostics.NotLowered, FirstYieldIn(StatementOf(expression)),
                $"an expression whose operand '{expression}' has no type of its own");
            return Code.Empty;
        }
        if (TypeText.IsUnknown(type))
        {
            _context.Refusals.NotKnown(expression, $"The value of '{expression}'", Refusals.KeepTyped);
            return Code.Empty;
        }
        if (type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            _context.Refusals.Add(
                LoweringDiagnostics.RefTemporary, expression, expression.ToString(),
                type.ToMinimalDisplayString(_context.Model, expression.SpanStart));
            return Code.Empty;
        }
        var temporary = _variables.Temporary("kept", type, expression);
        _emitter.At(_context.Tokens.Of(expression), () => _emitter.Declare(temporary, value));
        return Code.Of(temporary);
    }

    private ITypeSymbol? KeptType(ExpressionSyntax expression)
    {
        var info = _context.Model.GetTypeInfo(expression, _context.Cancellation);
        return info.ConvertedType is { TypeKind: not TypeKind.Error } converted ? converted : info.Type;
    }

    private static SyntaxNode StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() ?? node;

    /// <summary>
    /// Whether an operand means the same after the suspension as before it, and cannot be seen to be evaluated: constants, types, this,
    /// lambdas, and locals that nothing assigns in between.
    /// </summary>
    private bool IsStable(ExpressionSyntax operand, IEnumerable<ExpressionSyntax> later)
    {
        switch (operand)
        {
            case ParenthesizedExpressionSyntax inner:
                return IsStable(inner.Expression, later);
            case ThisExpressionSyntax or BaseExpressionSyntax or TypeOfExpressionSyntax or PredefinedTypeSyntax:
            case AnonymousFunctionExpressionSyntax:
            case LiteralExpressionSyntax or DefaultExpressionSyntax:
                return !_context.Model.GetConversion(operand, _context.Cancellation).IsUserDefined;
        }
        if (_context.Model.GetConstantValue(operand, _context.Cancellation).HasValue)
            return _context.Model.GetConversion(operand, _context.Cancellation) is { IsUserDefined: false };
        if (operand is not IdentifierNameSyntax name)
            return false;
        var symbol = _context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol;
        if (_variables.Find(symbol) is not { } variable)
            return false;
        if (variable.IsCaptured || _context.Model.GetConversion(name, _context.Cancellation).IsUserDefined)
            return false;
        var type = (symbol as ILocalSymbol)?.Type ?? ((IParameterSymbol)symbol!).Type;
        bool mayMutate = type is { IsReferenceType: false, IsReadOnly: false } && !IsPrimitive(type);
        return !later.Any(l => mayMutate ? Mentions(l, symbol!) : Assigns(l, symbol!));
    }

    private static bool IsPrimitive(ITypeSymbol type)
        => type.TypeKind == TypeKind.Enum
            || (type.SpecialType >= SpecialType.System_Boolean && type.SpecialType <= SpecialType.System_UIntPtr);

    private bool Mentions(SyntaxNode node, ISymbol symbol)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => IsSymbol(n, symbol));

    private bool IsSymbol(IdentifierNameSyntax name, ISymbol symbol)
        => name.Identifier.ValueText == symbol.Name
            && SymbolEqualityComparer.Default.Equals(_context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol, symbol);

    /// <summary>Whether a node may give a local another value: an assignment, an increment, a ref or out argument.</summary>
    private bool Assigns(SyntaxNode node, ISymbol symbol)
        => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => IsSymbol(n, symbol) && Writes.To(n));

    /// <summary>Expressions that evaluate their parts from left to right, and nothing else.</summary>
    private Code Composite(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case MemberAccessExpressionSyntax member:
                return WithOperands(member, [member.Expression]);
            case CastExpressionSyntax cast:
                return WithOperands(cast, [cast.Expression]);
            case IsPatternExpressionSyntax match:
                return WithOperands(match, [match.Expression]);
            case TupleExpressionSyntax tuple:
                return WithOperands(tuple, tuple.Arguments.Select(a => a.Expression).ToList());
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return WithOperands(anonymous, anonymous.Initializers.Select(i => i.Expression).ToList());
            case ImplicitArrayCreationExpressionSyntax array:
                return WithOperands(array, Elements(array.Initializer));
            case ArrayCreationExpressionSyntax array:
                return WithOperands(array, array.Type.RankSpecifiers.SelectMany(r => r.Sizes)
                    .Where(s => s is not OmittedArraySizeExpressionSyntax).Concat(Elements(array.Initializer)).ToList());
            case ImplicitStackAllocArrayCreationExpressionSyntax array:
                return WithOperands(array, Elements(array.Initializer));
            case StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } array:
                return WithOperands(array, type.RankSpecifiers.SelectMany(r => r.Sizes)
                    .Where(s => s is not OmittedArraySizeExpressionSyntax).Concat(Elements(array.Initializer)).ToList());
            case CollectionExpressionSyntax collection:
                return Collection(collection);
            case RangeExpressionSyntax range:
                return _printer.Print(range, LowerOperands(Bounds(range)));
            case CheckedExpressionSyntax @checked:
                return Checked(@checked);
            case QueryExpressionSyntax query:
                return WithOperands(query, QuerySources.Of(query));
            default:
                return Refuse(expression);
        }
    }

    /// <summary>The parts that were lifted out of "checked(...)" are checked too.</summary>
    private Code Checked(CheckedExpressionSyntax expression)
    {
        string? outer = _emitter.Overflow;
        _emitter.Overflow = expression.Keyword.Text;
        var rest = Lower(expression.Expression);
        _emitter.Overflow = outer;
        return IsSimple(rest) ? rest : Code.Of($"{expression.Keyword.Text}(", rest, ")");
    }

    /// <summary>The braces of an array initializer.</summary>
    public Code LowerElements(InitializerExpressionSyntax initializer) => WithOperands(initializer, Elements(initializer));

    private static List<ExpressionSyntax> Elements(InitializerExpressionSyntax? initializer)
    {
        var elements = new List<ExpressionSyntax>();
        foreach (var element in initializer?.Expressions ?? default)
        {
            if (element is InitializerExpressionSyntax nested)
                elements.AddRange(Elements(nested));
            else
                elements.Add(element);
        }
        return elements;
    }
}

/// <summary>A part of an expression.</summary>
/// <param name="Expression">What is evaluated.</param>
/// <param name="IsProbe">
/// A struct variable in another object, or an element, that C# locates, and so may fault on, at this place: its value is read and dropped.
/// </param>
/// <param name="IsGeneric">
/// A receiver whose type parameter may be a class, whose reference C# takes at this place, or a struct, which it changes later in its
/// place.
/// </param>
/// <param name="CountedIn">For an index "^e": what it counts from the end of.</param>
/// <param name="IsEnumerated">What is spread, and enumerated at this place.</param>
/// <param name="IsRefChoice">A choice of two variables: the one that is chosen is located at this place.</param>
/// <param name="IsTested">For a probe: a reference to an element is taken, which tests the type of the array.</param>
/// <param name="IsConvertedLater">What is only evaluated at this place: C# converts it when all of its neighbours are.</param>
internal readonly record struct Operand(
    ExpressionSyntax Expression, bool IsProbe = false, bool IsGeneric = false, ExpressionSyntax? CountedIn = null,
    bool IsEnumerated = false, bool IsConvertedLater = false, bool IsRefChoice = false, bool IsTested = false);

using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Assignments. A target is a recipe, its receiver and its indices, which C# evaluates before the right side; a compound assignment reads
/// the old value before the right side too (rule 15).
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private Code Assignment(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return CoalesceValue(assignment);
        if (assignment.Right is RefExpressionSyntax)
            return Refuse(assignment);
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
            return Deconstruction(assignment);
        if (!_context.Suspensions.Suspends(assignment.Right))
            return Access(assignment.Left, assignment);
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !IsEvent(assignment.Left))
            return Compound(assignment);
        if (Recipe(assignment.Left) is not { } recipe)
            return Code.Empty;
        var replacements = LowerOperands(recipe, assignment.Right);
        replacements[assignment.Right] = Lower(assignment.Right);
        return _printer.Print(assignment, replacements);
    }

    private void CoalesceAssignment(AssignmentExpressionSyntax assignment)
    {
        if (Recipe(assignment.Left) is not { } recipe)
            return;
        var replacements = LowerOperands(recipe, assignment.Right);
        var target = _printer.Print(assignment.Left, replacements);
        var end = _protections.NewLabel("End");
        _emitter.Branch(Code.Of(target, " is null"), false, end);
        _emitter.Run(Code.Of(target, " = ", Lower(assignment.Right), ";"));
        _emitter.Mark(end);
    }

    /// <summary>A '??=' whose value is used.</summary>
    private Code CoalesceValue(AssignmentExpressionSyntax assignment)
    {
        if (_context.TypeOf(assignment) is not { } type || _context.TypeOf(assignment.Left) is not { } leftType)
            return Refuse(assignment);
        if (Recipe(assignment.Left) is not { } recipe)
            return Code.Empty;
        bool suspendsRight = _context.Suspensions.Suspends(assignment.Right);
        var replacements = suspendsRight ? LowerOperands(recipe, assignment.Right) : LowerOperands(recipe);
        if (!suspendsRight)
            return _printer.Print(assignment, replacements);
        var target = _printer.Print(assignment.Left, replacements);
        var left = _variables.Temporary("left", leftType, assignment.Left);
        var result = _variables.Temporary("chosen", type, assignment);
        var isNull = _protections.NewLabel("Null");
        var end = _protections.NewLabel("End");
        bool isNullableValue = leftType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        _emitter.Declare(left, target);
        _emitter.Branch(Code.Of(left, " is null"), true, isNull);
        _emitter.Declare(
            result,
            isNullableValue && !SymbolEqualityComparer.Default.Equals(type, leftType)
                ? Code.Of(left, ".GetValueOrDefault()")
                : Code.Of(left));
        _emitter.Jump(end);
        _emitter.Mark(isNull);
        _emitter.Declare(result, Lower(assignment.Right));
        _emitter.Run(Code.Of(target, " = ", result, ";"));
        _emitter.Mark(end);
        return Code.Of(result);
    }

    /// <summary>
    /// "(a.F, b[i]) = (yield(...), c)": the targets are located first, then the right side is evaluated, then taken apart and assigned.
    /// </summary>
    private Code Deconstruction(AssignmentExpressionSyntax assignment)
    {
        var operands = new List<Operand>();
        if (!Targets(assignment.Left, operands))
            return Code.Empty;
        var values = assignment.Right is TupleExpressionSyntax tuple ? Elements(tuple) : [assignment.Right];
        return _printer.Print(assignment, LowerOperands([.. operands, .. values.Select(v => new Operand(v, IsConvertedLater: true))]));
    }

    private static List<ExpressionSyntax> Elements(TupleExpressionSyntax tuple)
        => tuple.Arguments.SelectMany(a => a.Expression is TupleExpressionSyntax inner ? Elements(inner) : [a.Expression]).ToList();

    private bool Targets(ExpressionSyntax target, List<Operand> operands)
    {
        switch (target)
        {
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.All(a => Targets(a.Expression, operands));
            case DeclarationExpressionSyntax:
                return true;
            case IdentifierNameSyntax:
                return true;
            default:
                if (!Collect(target, operands))
                    return false;
                // C# takes the element's address, unless storing to it must test the type, and then it locates it only there.
                if (target is ElementAccessExpressionSyntax element
                    && _context.TypeOf(element.Expression) is IArrayTypeSymbol { ElementType.IsSealed: true })
                    operands.Add(new Operand(target, IsProbe: true));
                return true;
        }
    }

    private bool IsEvent(ExpressionSyntax target)
        => _context.Model.GetSymbolInfo(target, _context.Cancellation).Symbol is IEventSymbol;

    /// <summary>An element, a member or an increment whose own parts suspend.</summary>
    private Code Access(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
            => WithOperands(suppressed, [suppressed.Operand]),
        PostfixUnaryExpressionSyntax postfix => Access(postfix.Operand, postfix),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix
            => Access(prefix.Operand, prefix),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression } pointer
            => Refuse(pointer),
        PrefixUnaryExpressionSyntax prefix => WithOperands(prefix, [prefix.Operand]),
        _ => Access(expression, expression),
    };

    private Code Access(ExpressionSyntax target, ExpressionSyntax whole)
        => Recipe(target) is { } recipe ? _printer.Print(whole, LowerOperands(recipe)) : Code.Empty;

    /// <summary>What must be evaluated, in order, to know which variable an expression means; null where that was refused.</summary>
    private List<Operand>? Recipe(ExpressionSyntax target)
    {
        var operands = new List<Operand>();
        return Collect(target, operands) ? operands : null;
    }

    private bool Collect(ExpressionSyntax target, List<Operand> operands)
    {
        var symbol = _context.Model.GetSymbolInfo(target, _context.Cancellation).Symbol;
        switch (target)
        {
            case ParenthesizedExpressionSyntax inner:
                return Collect(inner.Expression, operands);
            case IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax or MemberBindingExpressionSyntax:
                return true;
            case ElementBindingExpressionSyntax binding:
                operands.AddRange(binding.ArgumentList.Arguments.Select(a => new Operand(a.Expression)));
                return true;
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } when symbol is { IsStatic: true }:
                return true;
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } member when !ReturnsRef(symbol):
                return Receiver(member.Expression, operands);
            case ElementAccessExpressionSyntax access when !ReturnsRef(symbol):
                if (_context.TypeOf(access.Expression) is IArrayTypeSymbol)
                    operands.Add(new Operand(access.Expression));
                else if (!Receiver(access.Expression, operands))
                    return false;
                operands.AddRange(access.ArgumentList.Arguments.Select(a => IndexOperand(a.Expression, access.Expression)));
                return true;
            default:
                if (ReturnsRef(symbol) && _context.TypeOf(target) is { } type)
                    _context.Refuse(
                        LoweringDiagnostics.RefTemporary, target, target.ToString(),
                        "ref " + type.ToMinimalDisplayString(_context.Model, target.SpanStart));
                else
                    Refuse(target, $"an assignment to '{target}'");
                return false;
        }
    }

    /// <summary>The object or the location that a member belongs to.</summary>
    private bool Receiver(ExpressionSyntax receiver, List<Operand> operands)
    {
        var type = _context.TypeOf(receiver);
        if (type is null or { TypeKind: TypeKind.Error })
        {
            Refuse(receiver, $"an access to '{receiver}'");
            return false;
        }
        if (type.IsReferenceType || type.TypeKind == TypeKind.Dynamic)
        {
            operands.Add(new Operand(receiver));
            return true;
        }
        if (!IsPlace(receiver))
        {
            // A struct that is a value, not a variable: only its own copy can be changed or read.
            operands.Add(new Operand(receiver));
            return true;
        }
        if (type is ITypeParameterSymbol { IsValueType: false } && receiver is not (ThisExpressionSyntax or BaseExpressionSyntax))
        {
            return GenericReceiver(receiver, operands);
        }
        int before = operands.Count;
        if (!Collect(receiver, operands))
            return false;
        if (operands.Count > before)
            operands.Add(new Operand(receiver, IsProbe: true));
        return true;
    }

    /// <summary>Whether a struct expression is a variable, in which a member can change something.</summary>
    private bool IsPlace(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsPlace(inner.Expression),
        ThisExpressionSyntax or BaseExpressionSyntax => true,
        ElementAccessExpressionSyntax access when _context.TypeOf(access.Expression) is IArrayTypeSymbol => true,
        ElementBindingExpressionSyntax binding when ReceiverOf(binding) is { } bound && _context.TypeOf(bound) is IArrayTypeSymbol => true,
        IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
            or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            => _context.Model.GetSymbolInfo(expression, _context.Cancellation).Symbol is var symbol
                && (symbol is IFieldSymbol or ILocalSymbol or IParameterSymbol || ReturnsRef(symbol)),
        _ => false,
    };

    /// <summary>What stands before the "?" of ".M" or "[i]".</summary>
    private static ExpressionSyntax? ReceiverOf(ExpressionSyntax binding)
        => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private Operand IndexOperand(ExpressionSyntax index, ExpressionSyntax counted)
        => index is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } && !TakesIndex(index)
            ? new Operand(index, CountedIn: counted)
            : new Operand(index);

    /// <summary>Whether an indexer really has a parameter of type Index, and does not merely count.</summary>
    private bool TakesIndex(ExpressionSyntax index)
        => _context.Model.GetSymbolInfo(index.FirstAncestorOrSelf<ElementAccessExpressionSyntax>()!, _context.Cancellation).Symbol
            is IPropertySymbol { Parameters.Length: 1 } property
            && property.Parameters[0].Type is { Name: "Index", ContainingNamespace.Name: "System" };

    /// <summary>A receiver of a type parameter: a value where it is a value anyway, else a place.</summary>
    private bool GenericReceiver(ExpressionSyntax receiver, List<Operand> operands)
    {
        if (_context.Model.GetSymbolInfo(receiver, _context.Cancellation).Symbol is IFieldSymbol { IsReadOnly: true })
        {
            operands.Add(new Operand(receiver));
            return true;
        }
        if (!Collect(receiver, operands))
            return false;
        operands.Add(new Operand(receiver, IsGeneric: true));
        return true;
    }

    private static bool ReturnsRef(ISymbol? symbol)
        => symbol is IPropertySymbol { RefKind: not RefKind.None }
            or IMethodSymbol { RefKind: not RefKind.None }
            or IFieldSymbol { RefKind: not RefKind.None };
}

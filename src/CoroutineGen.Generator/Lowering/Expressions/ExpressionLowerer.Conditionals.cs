using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Expressions that may skip a part of theirs: a yield that is not reached does not suspend (rule 16).</summary>
internal sealed partial class ExpressionLowerer
{
    /// <summary>Goes to a label where a condition has a value, and on where it has not; and, or and not become jumps.</summary>
    public void Branch(ExpressionSyntax condition, bool when, Label target)
    {
        if (!_context.Suspensions.Suspends(condition))
        {
            _emitter.At(
                _context.Tokens.Of(condition), () => _emitter.Branch(AsBool(condition, _printer.Print(condition)), when, target));
            return;
        }
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                Branch(inner.Expression, when, target);
                return;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not when IsPlainBool(not.Operand):
                Branch(not.Operand, !when, target);
                return;
            case BinaryExpressionSyntax binary when IsShortCircuit(binary) && IsPlainBool(binary.Left) && IsPlainBool(binary.Right):
                bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
                if (isAnd == when)
                {
                    var skip = _regions.NewLabel("Skip");
                    Branch(binary.Left, !when, skip);
                    Branch(binary.Right, when, target);
                    _emitter.Mark(skip);
                }
                else
                {
                    Branch(binary.Left, when, target);
                    Branch(binary.Right, when, target);
                }
                return;
            case BinaryExpressionSyntax either when IsLateOr(either):
                LateOr(either, when, target);
                return;
            default:
                _emitter.Branch(AsBool(condition, Lower(condition)), when, target);
                return;
        }
    }

    /// <summary>A condition of a type with an operator true need not have the operator ! that a jump around it wants.</summary>
    private Code AsBool(ExpressionSyntax condition, Code code)
        => IsPlainBool(condition) ? code : Code.Of(Grouped(condition, code), " ? true : false");

    private static bool IsShortCircuit(BinaryExpressionSyntax binary)
        => binary.RawKind is (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression;

    private bool IsPlainBool(ExpressionSyntax expression)
        => _context.TypeOf(expression) is { SpecialType: SpecialType.System_Boolean };

    private bool IsConvertedToBool(ExpressionSyntax expression)
        => _context.ConvertedTypeOf(expression) is { SpecialType: SpecialType.System_Boolean };

    private Code Binary(BinaryExpressionSyntax binary)
    {
        if (binary.IsKind(SyntaxKind.CoalesceExpression))
            return _context.Suspensions.Suspends(binary.Right) ? Coalesce(binary) : WithOperands(binary, [binary.Left]);
        if (IsShortCircuit(binary))
        {
            if (!_context.Suspensions.Suspends(binary.Right))
                return WithOperands(binary, [binary.Left]);
            return IsConvertedToBool(binary.Left) && IsConvertedToBool(binary.Right) ? ShortCircuit(binary) : UserShortCircuit(binary);
        }
        if (binary.RawKind is (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression)
            return WithOperands(binary, [binary.Left]);
        if (binary.IsKind(SyntaxKind.AddExpression) && HandlerOf(binary) is { } handler)
            return Handler(binary, handler);
        if (_context.Operators.IsConcatenation(binary))
            return Concatenation(binary);
        return _context.Operators.IsTupleComparison(binary)
            ? _printer.Print(binary, LowerOperands([.. Compared(binary.Left), .. Compared(binary.Right)]))
            : Operator(binary);
    }

    /// <summary>An operator of the user's may take its operands by reference, as a method may.</summary>
    private Code Operator(BinaryExpressionSyntax binary)
    {
        var operands = new List<Operand>();
        if (!Reference(binary.Left, isExplicit: false, operands, isTakenAgain: _context.Suspensions.Suspends(binary.Right)))
            return Code.Empty;
        return _printer.Print(binary, LowerOperands([.. operands, new Operand(binary.Right)]));
    }

    /// <summary>
    /// What a comparison of tuples evaluates of one: the elements of a literal as they are; each is converted when it is compared.
    /// </summary>
    private static IEnumerable<Operand> Compared(ExpressionSyntax tuple) => LateBinding.Inner(tuple) is TupleExpressionSyntax literal
        ? literal.Arguments.SelectMany(a => Compared(a.Expression))
        : [new Operand(tuple, IsConvertedLater: true)];

    /// <summary>String concatenation turns an operand to text when it evaluates it, so before a yield to its right.</summary>
    private Code Concatenation(BinaryExpressionSyntax binary)
    {
        var left = binary.Left;
        bool isText = _context.ConvertedTypeOf(left) is { SpecialType: SpecialType.System_String };
        if (isText || !_context.Suspensions.Suspends(binary.Right) || (IsTextAlike(left) && IsStable(left, [binary.Right])))
            return WithOperands(binary, [left, binary.Right]);
        var text = _variables.Temporary("text", "string", null, left);
        _emitter.Declare(text, Code.Of("\"\" + ", Grouped(left, Lower(left))));
        return _printer.Print(binary, new Dictionary<SyntaxNode, Code> { [left] = Code.Of(text), [binary.Right] = Lower(binary.Right) });
    }

    /// <summary>
    /// Whether a value's text is the same whatever happens while the coroutine waits; that of most numbers is the culture's.
    /// </summary>
    private bool IsTextAlike(ExpressionSyntax expression) => _context.TypeOf(expression) is null or
    {
        SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean or SpecialType.System_Byte
            or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
    } || (expression is LiteralExpressionSyntax && IsPrimitive(_context.TypeOf(expression)!)
        && _context.Model.GetConstantValue(expression, _context.Cancellation) is { Value: int or long or null });

    private static Code Grouped(ExpressionSyntax expression, Code code)
        => expression is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax || IsSimple(code)
            ? code
            : Code.Of("(", code, ")");

    private Code ShortCircuit(BinaryExpressionSyntax binary)
    {
        var result = _variables.Temporary("both", "bool", null, binary);
        var end = _regions.NewLabel("End");
        bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
        _emitter.Declare(result, Lower(binary.Left));
        _emitter.Branch(Code.Of(result), !isAnd, end);
        _emitter.Declare(result, Lower(binary.Right));
        _emitter.Mark(end);
        return Code.Of(result);
    }

    /// <summary>
    /// "a &amp;&amp; yield(b)" of a type with its own operators: "false" decides, then "&amp;" combines. Nothing but "&amp;&amp;" itself
    /// can call "false", so it is given a right side that says by an exception that it was reached.
    /// </summary>
    private Code UserShortCircuit(BinaryExpressionSyntax binary)
    {
        if (_context.TypeOf(binary) is not { } type)
            return Refuse(binary);
        bool isDynamic = type.TypeKind == TypeKind.Dynamic;
        string name = isDynamic ? "object" : TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None));
        // The binder takes an operand of a static type for one of that type, whatever it is at run time.
        var leftType = isDynamic ? _context.TypeOf(binary.Left) ?? type : type;
        var left = _variables.Temporary("left", leftType, binary.Left);
        var result = _variables.Temporary("chosen", type, binary);
        var end = _regions.NewLabel("End");
        _emitter.Declare(left, Lower(binary.Left));
        bool isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
        if (isAnd)
        {
            var decide = _emitter.Region(() =>
            {
                string right = $"global::CoroutineGen.CompilerServices.ShortCircuit.Right<{name}>()";
                _emitter.Declare(result, Code.Of(left, " && ", isDynamic ? "(dynamic)" : "", right));
                _emitter.Jump(end);
            });
            var reached = new CatchRegion(Code.Of("catch (global::CoroutineGen.CompilerServices.ShortCircuit.Reached)"), [], -1);
            _emitter.Add(new TryRegion(decide, [reached], null));
        }
        else
        {
            _emitter.Declare(result, Code.Of(left));
            _emitter.Branch(Code.Of(left, " ? true : false"), true, end);
        }
        var other = Grouped(binary.Right, Lower(binary.Right));
        _emitter.Declare(result, isDynamic ? LateLogical(binary, left, leftType, other) : Code.Of(left, isAnd ? " & " : " | ", other));
        _emitter.Mark(end);
        return Code.Of(result);
    }

    private Code Conditional(ConditionalExpressionSyntax conditional)
    {
        if (!_context.Suspensions.Suspends(conditional.WhenTrue) && !_context.Suspensions.Suspends(conditional.WhenFalse))
        {
            return _printer.Print(
                conditional, new Dictionary<SyntaxNode, Code> { [conditional.Condition] = Condition(conditional.Condition) });
        }
        var type = _context.TypeOf(conditional) ?? _context.ConvertedTypeOf(conditional);
        if (type is null || conditional.WhenTrue is RefExpressionSyntax)
            return Refuse(conditional);
        var result = _variables.Temporary("chosen", type, conditional);
        var otherwise = _regions.NewLabel("Else");
        var end = _regions.NewLabel("End");
        Branch(conditional.Condition, false, otherwise);
        Store(result, conditional.WhenTrue);
        _emitter.Jump(end);
        _emitter.Mark(otherwise);
        Store(result, conditional.WhenFalse);
        _emitter.Mark(end);
        return Code.Of(result);
    }

    private Code Coalesce(BinaryExpressionSyntax binary)
    {
        if (_context.TypeOf(binary) is not { } type || _context.TypeOf(binary.Left) is not { } leftType)
            return Refuse(binary);
        bool isNullableValue = leftType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var left = _variables.Temporary("left", leftType, binary.Left);
        var result = SymbolEqualityComparer.Default.Equals(leftType, type) ? left : _variables.Temporary("chosen", type, binary);
        var otherwise = _regions.NewLabel("Else");
        var end = _regions.NewLabel("End");
        _emitter.Declare(left, Lower(binary.Left));
        if (result == left)
            _emitter.Branch(Code.Of(left, " is null"), false, end);
        else
        {
            _emitter.Branch(Code.Of(left, " is null"), true, otherwise);
            _emitter.Declare(result, isNullableValue ? Code.Of(left, ".GetValueOrDefault()") : Code.Of(left));
            _emitter.Jump(end);
            _emitter.Mark(otherwise);
        }
        Store(result, binary.Right);
        _emitter.Mark(end);
        return Code.Of(result);
    }

    private void Store(Variable result, ExpressionSyntax value)
    {
        if (value is ThrowExpressionSyntax @throw)
            _emitter.Run(Code.Of("throw ", Lower(@throw.Expression), ";"), leaves: true);
        else
            _emitter.At(_context.Tokens.Of(value), () => _emitter.Declare(result, Lower(value)));
    }
}

using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Assignments. A target is a recipe, its receiver and its indices, which C# evaluates before the right side; a compound assignment reads the
/// old value before the right side too (rule 15).
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private Code Assignment(AssignmentExpressionSyntax assignment)
    {
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return Refuse(assignment, "a '??=' whose value is used");
        if (assignment.Right is RefExpressionSyntax)
            return Refuse(assignment);
        if (assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
            return Deconstruction(assignment);
        if (!_context.Suspensions.Suspends(assignment.Right))
            return Access(assignment.Left, assignment);
        if (Recipe(assignment.Left) is not { } recipe)
            return Code.Empty;
        var replacements = LowerOperands(recipe.Operands, before: assignment.Right);
        Probe(recipe, replacements);
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || IsEvent(assignment.Left)
            || IsStable(assignment.Left, [assignment.Right]))
        {
            replacements[assignment.Right] = Lower(assignment.Right);
            return _printer.Print(assignment, replacements);
        }
        return Compound(assignment, replacements);
    }

    /// <summary>"target op= yield(...)" where the target's value could change while the coroutine waits.</summary>
    private Code Compound(AssignmentExpressionSyntax assignment, Dictionary<SyntaxNode, Code> replacements)
    {
        if (_context.TypeOf(assignment.Left) is not { } type || type.TypeKind == TypeKind.Dynamic)
            return Refuse(assignment);
        var target = _printer.Print(assignment.Left, replacements);
        var old = _variables.Temporary("old", type, assignment.Left);
        _emitter.Declare(old, target);
        string @operator = assignment.OperatorToken.Text.Substring(0, assignment.OperatorToken.Text.Length - 1);
        var right = Grouped(assignment.Right, Lower(assignment.Right));
        return Code.Of(target, " = ", $"({TypeText.Of(type)})(", old, $" {@operator} ", right, ")");
    }

    private void CoalesceAssignment(AssignmentExpressionSyntax assignment)
    {
        if (Recipe(assignment.Left) is not { } recipe)
            return;
        var replacements = LowerOperands(recipe.Operands, before: assignment.Right);
        var target = _printer.Print(assignment.Left, replacements);
        var end = _protections.NewLabel("End");
        _emitter.Branch(Code.Of(target, " is null"), false, end);
        _emitter.Run(Code.Of(target, " = ", Lower(assignment.Right), ";"));
        _emitter.Mark(end);
    }

    /// <summary>"(a, b) = yield(...)": targets that are plain variables are assigned last.</summary>
    private Code Deconstruction(AssignmentExpressionSyntax assignment)
    {
        if (_context.Suspensions.Suspends(assignment.Left) || !IsPlainTarget(assignment.Left))
            return Refuse(assignment, "a deconstruction into anything but variables");
        return WithOperands(assignment, assignment.Right is TupleExpressionSyntax tuple
            ? tuple.Arguments.Select(a => a.Expression).ToList()
            : [assignment.Right]);
    }

    private bool IsPlainTarget(ExpressionSyntax target) => target switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.All(a => IsPlainTarget(a.Expression)),
        DeclarationExpressionSyntax => true,
        IdentifierNameSyntax name => _context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol is ILocalSymbol or IParameterSymbol or IDiscardSymbol
            or IFieldSymbol,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        _ => false,
    };

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
        => Recipe(target) is { } recipe ? _printer.Print(whole, LowerOperands(recipe.Operands)) : Code.Empty;

    /// <summary>What must be evaluated, in order, to know which variable an expression means; null where that was refused.</summary>
    private LvalueRecipe? Recipe(ExpressionSyntax target)
    {
        var recipe = new LvalueRecipe();
        return Collect(target, recipe) ? recipe : null;
    }

    private bool Collect(ExpressionSyntax target, LvalueRecipe recipe)
    {
        var symbol = _context.Model.GetSymbolInfo(target, _context.Cancellation).Symbol;
        switch (target)
        {
            case ParenthesizedExpressionSyntax inner:
                return Collect(inner.Expression, recipe);
            case IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax:
                return true;
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } when symbol is { IsStatic: true }:
                return true;
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } member when !ReturnsRef(symbol):
                return Receiver(member.Expression, recipe);
            case ElementAccessExpressionSyntax access when !ReturnsRef(symbol) && !access.ArgumentList.Arguments.Any(a => IsFromEnd(a.Expression)):
                if (_context.TypeOf(access.Expression) is IArrayTypeSymbol)
                    recipe.Operands.Add(access.Expression);
                else if (!Receiver(access.Expression, recipe))
                    return false;
                recipe.Operands.AddRange(access.ArgumentList.Arguments.Select(a => a.Expression));
                return true;
            default:
                Refuse(target, $"an assignment to '{target}'");
                return false;
        }
    }

    /// <summary>The object or the location that a member belongs to.</summary>
    private bool Receiver(ExpressionSyntax receiver, LvalueRecipe recipe)
    {
        var type = _context.TypeOf(receiver);
        if (type is null)
        {
            Refuse(receiver, $"an access to '{receiver}'");
            return false;
        }
        if (type.IsReferenceType || type.TypeKind == TypeKind.Dynamic)
        {
            recipe.Operands.Add(receiver);
            return true;
        }
        if (_context.Model.GetSymbolInfo(receiver, _context.Cancellation).Symbol is IPropertySymbol or IMethodSymbol)
        {
            // A struct that is a value, not a variable: only its own copy can be changed or read.
            recipe.Operands.Add(receiver);
            return true;
        }
        int before = recipe.Operands.Count;
        if (!Collect(receiver, recipe))
            return false;
        if (recipe.Operands.Count > before)
            recipe.Probes.Add(receiver);
        return true;
    }

    private static bool IsFromEnd(ExpressionSyntax index)
        => index is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } or RangeExpressionSyntax;

    private static bool ReturnsRef(ISymbol? symbol)
        => symbol is IPropertySymbol { RefKind: not RefKind.None } or IMethodSymbol { RefKind: not RefKind.None } or IFieldSymbol { RefKind: not RefKind.None };

    /// <summary>C# faults on the way to a struct that lies in another object before it evaluates the right side; so does a discarded read.</summary>
    private void Probe(LvalueRecipe recipe, Dictionary<SyntaxNode, Code> replacements)
    {
        if (recipe.Probes.Count > 0)
            _emitter.Run(Code.Of("_ = ", _printer.Print(recipe.Probes[recipe.Probes.Count - 1], replacements), ";"));
    }
}

/// <summary>How to find a variable again after a suspension.</summary>
internal sealed class LvalueRecipe
{
    /// <summary>Receivers and indices, in the order of their evaluation.</summary>
    public List<ExpressionSyntax> Operands { get; } = [];

    /// <summary>Struct variables on the way that C# locates, and so may fault on, before it evaluates the right side.</summary>
    public List<ExpressionSyntax> Probes { get; } = [];
}

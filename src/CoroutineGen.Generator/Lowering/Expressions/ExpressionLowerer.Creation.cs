using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Object creations. With a yield in the initializer the object is made first, as in C#, and its members are assigned one by one.
/// </summary>
internal sealed partial class ExpressionLowerer
{
    private Code Creation(BaseObjectCreationExpressionSyntax creation)
    {
        var operands = new List<Operand>();
        if (_context.TypeOf(creation) is null or { TypeKind: TypeKind.Error })
            return Refuse(creation, $"a creation that does not bind ('{creation}')");
        if (!Arguments(creation.ArgumentList?.Arguments ?? default, operands))
            return Code.Empty;
        if (creation.Initializer is not { } initializer || !_context.Suspensions.Suspends(initializer))
            return _printer.Print(creation, LowerOperands(operands));
        if (_context.TypeOf(creation) is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            return Refuse(initializer);
        if (initializer.Expressions.Any(e => e is AssignmentExpressionSyntax member && (IsInitOnly(member) || IsRequired(member))))
            return InitialOnly(creation, operands, type);
        var made = _variables.Temporary("made", type, creation);
        var replacements = LowerOperands(operands);
        var arguments = creation.ArgumentList is { } list ? _printer.Print(list, replacements) : Code.Of("()");
        _emitter.Declare(made, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}", arguments));
        Initialize(initializer, Code.Of(made));
        return Code.Of(made);
    }

    /// <summary>Assigns the members of an initializer, or adds its elements, one statement each.</summary>
    private void Initialize(InitializerExpressionSyntax initializer, Code made)
    {
        foreach (var element in initializer.Expressions)
        {
            switch (element)
            {
                case AssignmentExpressionSyntax { Right: InitializerExpressionSyntax nested } assignment:
                    Initialize(nested, Member(assignment.Left, made, assignment.Right));
                    break;
                case AssignmentExpressionSyntax assignment:
                    Member(assignment, made);
                    break;
                case InitializerExpressionSyntax several:
                    Add(several, several.Expressions, made);
                    break;
                default:
                    Add(element, [element], made);
                    break;
            }
        }
    }

    private void Member(AssignmentExpressionSyntax assignment, Code made)
    {
        bool suspends = _context.Suspensions.Suspends(assignment.Right);
        if (suspends && !made.Pieces.All(p => p is VariablePiece))
        {
            // "A = { B = yield(...) }": A is read before the right side is evaluated.
            var type = ContainerOf(assignment.Left);
            if (type is null or { IsReferenceType: false })
            {
                Refuse(assignment.Right, "an initializer of a struct that lies in another object");
                return;
            }
            var container = _variables.Temporary("container", type, assignment);
            _emitter.Declare(container, made);
            made = Code.Of(container);
        }
        var target = Member(assignment.Left, made, assignment.Right);
        _emitter.Run(Code.Of(target, " = ", Lower(assignment.Right), ";"));
    }

    private ITypeSymbol? ContainerOf(ExpressionSyntax member)
        => member.FirstAncestorOrSelf<InitializerExpressionSyntax>()?.Parent is AssignmentExpressionSyntax outer
            ? _context.TypeOf(outer.Left)
            : null;

    /// <summary>The member that an element of an initializer names: ".X", or "[i]" with the index evaluated first.</summary>
    private Code Member(ExpressionSyntax left, Code made, ExpressionSyntax right)
    {
        if (left is ImplicitElementAccessSyntax access)
        {
            var indices = access.ArgumentList.Arguments.Select(a => new Operand(a.Expression)).ToList();
            var replacements = _context.Suspensions.Suspends(right) ? LowerOperands(indices, right) : LowerOperands(indices);
            return Code.Of(made, _printer.Print(access.ArgumentList, replacements));
        }
        return Code.Of(made, ".", _printer.Print(left));
    }

    private void Add(ExpressionSyntax element, IEnumerable<ExpressionSyntax> elements, Code made)
    {
        var list = elements.ToList();
        var replacements = LowerOperands(list.Select(e => new Operand(e)).ToList());
        var parts = new List<object> { made, ".Add(" };
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0)
                parts.Add(", ");
            parts.Add(replacements.TryGetValue(list[i], out var code) ? code : _printer.Print(list[i]));
        }
        parts.Add(_printer.TextsOfElement(element) + ");");
        // An Add that asks for its line is told the element's.
        _emitter.At(_context.TokenOf(element), () => _emitter.Run(Code.Of([.. parts])));
    }

    /// <summary>"r with { X = yield(...) }": the copy is made first, and again, with the values, at the end.</summary>
    private Code With(WithExpressionSyntax with)
    {
        if (!_context.Suspensions.Suspends(with.Initializer))
            return WithOperands(with, [with.Expression]);
        if (_context.TypeOf(with.Expression) is not { } type || type.IsAnonymousType)
            return Refuse(with.Initializer, "a 'with' expression over an anonymous type");
        var copy = _variables.Temporary("copy", type, with.Expression);
        var source = Grouped(with.Expression, Lower(with.Expression));
        _emitter.Declare(copy, type.IsReferenceType ? Code.Of(source, " with { }") : source);
        var values = with.Initializer.Expressions.Select(e => new Operand(((AssignmentExpressionSyntax)e).Right)).ToList();
        var replacements = LowerOperands(values);
        replacements[with.Expression] = Code.Of(copy);
        return _printer.Print(with, replacements);
    }
}

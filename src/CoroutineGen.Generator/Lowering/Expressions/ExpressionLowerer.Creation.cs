using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

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
        if (_context.TypeOf(creation) is not { TypeKind: not TypeKind.Dynamic } type)
            return Refuse(initializer);
        if (initializer.Expressions.Any(e => e is AssignmentExpressionSyntax member && (IsInitOnly(member) || IsRequired(member))))
        {
            return type is INamedTypeSymbol named
                ? InitialOnly(creation, operands, named)
                : Refuse(initializer, "an initializer that sets an init-only or required member of a type parameter");
        }
        var made = _variables.Temporary("made", type, creation);
        var replacements = LowerOperands(operands);
        var arguments = creation.ArgumentList is { } list ? _printer.Print(list, replacements) : Code.Of("()");
        _emitter.Declare(made, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}", arguments));
        Initialize(initializer, new InitializedPlace(null, Code.Of(made), type));
        return Code.Of(made);
    }

    /// <summary>
    /// Assigns the members of an initializer, or adds its elements, one statement each. C# reads what an initializer within it belongs to
    /// for each of its elements again, and before the element's value: "P = { 1, yield(2) }" ---->
    /// "made.P.Add(1); container = made.P; (yield) container.Add(sent);".
    /// </summary>
    private void Initialize(InitializerExpressionSyntax initializer, InitializedPlace made)
    {
        foreach (var element in initializer.Expressions)
        {
            switch (element)
            {
                case AssignmentExpressionSyntax { Right: InitializerExpressionSyntax nested } assignment:
                    if (Member(assignment.Left, made, nested) is { } place)
                        Initialize(nested, place);
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

    private void Member(AssignmentExpressionSyntax assignment, InitializedPlace made)
    {
        if (Member(assignment.Left, made, assignment.Right) is not { } target)
            return;
        // What an index yields comes before the object is read, what the value yields after it.
        if (_context.Suspensions.Suspends(assignment.Right))
            target = target with { Outer = Locate(target.Outer!, assignment) };
        _emitter.Run(Code.Of(target.Text, " = ", Lower(assignment.Right), ";"));
    }

    /// <summary>
    /// The object whose member is set, read before the value that suspends; a struct that lies in it is set in its place, and an element is
    /// located now, which may fault.
    /// </summary>
    private InitializedPlace Locate(InitializedPlace place, SyntaxNode element)
    {
        if (place.Outer is not { } outer)
            return place;
        if (!place.Type.IsReferenceType)
        {
            var located = Locate(outer, element);
            place = place with { Outer = located };
            if (located.Type is IArrayTypeSymbol)
                _emitter.Run(Code.Of("_ = ", place.Text, ";"));
            return place;
        }
        var container = _variables.Temporary("container", place.Type, element);
        _emitter.Declare(container, place.Text);
        return new InitializedPlace(null, Code.Of(container), place.Type);
    }

    /// <summary>
    /// The member that an element of an initializer names: ".X", or "[i]" with the index evaluated first, once for all that is
    /// set in it.
    /// </summary>
    private InitializedPlace? Member(ExpressionSyntax left, InitializedPlace made, ExpressionSyntax right)
    {
        var symbol = _context.Model.GetSymbolInfo(left, _context.Cancellation).Symbol;
        var type = _context.TypeOf(left);
        if (type is null || (right is InitializerExpressionSyntax && !type.IsReferenceType
            && !(type.IsValueType && (symbol is IFieldSymbol || (symbol is null && made.Type is IArrayTypeSymbol)))
            && _context.Suspensions.Suspends(right)))
        {
            Refuse(right, $"an initializer of '{left}', which is neither an object nor a field");
            return null;
        }
        if (left is not ImplicitElementAccessSyntax access)
            return new InitializedPlace(made, Code.Of(".", _printer.Print(left)), type);
        // C# evaluates an index before it reads the object that is set.
        bool isKept = right is InitializerExpressionSyntax || made.Outer is not null || _context.Suspensions.Suspends(right);
        if (isKept && access.ArgumentList.Arguments is { Count: 1 } one && IsOfRange(one[0].Expression, made.Type) is { } isRange)
        {
            if (isRange)
            {
                Refuse(right, $"an initializer of '{left}', which is a slice");
                return null;
            }
            var index = one[0].Expression;
            var count = Code.Of(made.Text, ".", CountName(index));
            var counted = new Dictionary<SyntaxNode, Code> { [index] = FromEnd(index, made.Type is IArrayTypeSymbol, count) };
            return new InitializedPlace(made, _printer.Print(access.ArgumentList, counted), type);
        }
        var indices = new List<Operand>();
        int last = LastSuspending(access.ArgumentList.Arguments);
        for (int i = 0; i < access.ArgumentList.Arguments.Count; i++)
        {
            var index = access.ArgumentList.Arguments[i];
            if (!Reference(index.Expression, index.RefKindKeyword.RawKind != (int)SyntaxKind.None, indices, isKept || i < last))
                return null;
        }
        var replacements = isKept ? LowerOperands(indices, right) : LowerOperands(indices);
        return new InitializedPlace(made, _printer.Print(access.ArgumentList, replacements), type);
    }

    private void Add(ExpressionSyntax element, IEnumerable<ExpressionSyntax> elements, InitializedPlace made, string? texts = null)
    {
        var list = elements.ToList();
        if (list.Exists(_context.Suspensions.Suspends))
            made = Locate(made, list[0]);
        var operands = new List<Operand>();
        int last = LastSuspending(list);
        for (int i = 0; i < list.Count; i++)
        {
            if (!Reference(list[i], isExplicit: false, operands, isTakenAgain: i < last))
                return;
        }
        var replacements = LowerOperands(operands);
        var parts = new List<object> { made.Text, ".Add(" };
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0)
                parts.Add(", ");
            parts.Add(replacements.TryGetValue(list[i], out var code) ? code : _printer.Print(list[i], replacements));
        }
        parts.Add((texts ?? _printer.TextsOfElement(element)) + ");");
        // An Add that asks for its line is told the element's.
        _emitter.At(_context.Tokens.Of(element), () => _emitter.Run(Code.Of([.. parts])));
    }

    /// <summary>
    /// "r with { X = yield(...) }": the copy is made first, and again, with the values, at the end. An anonymous object never changes.
    /// </summary>
    private Code With(WithExpressionSyntax with)
    {
        if (!_context.Suspensions.Suspends(with.Initializer))
            return WithOperands(with, [with.Expression]);
        if (_context.TypeOf(with.Expression) is not { } type)
            return Refuse(with.Initializer);
        var copy = _variables.Temporary("copy", type, with.Expression);
        var source = Grouped(with.Expression, Lower(with.Expression));
        _emitter.Declare(copy, type is { IsReferenceType: true, IsAnonymousType: false } ? Code.Of(source, " with { }") : source);
        var values = with.Initializer.Expressions.Select(e => new Operand(((AssignmentExpressionSyntax)e).Right)).ToList();
        var replacements = LowerOperands(values);
        replacements[with.Expression] = Code.Of(copy);
        return _printer.Print(with, replacements);
    }
}

/// <summary>What an initializer sets members of, or adds to.</summary>
/// <param name="Outer">What it is a member of; null for the object itself, or for one that was read already.</param>
/// <param name="Access">The object, or how it is reached from the outer one.</param>
/// <param name="Type">Its type.</param>
internal sealed record InitializedPlace(InitializedPlace? Outer, Code Access, ITypeSymbol Type)
{
    public Code Text => Outer is null ? Access : Code.Of(Outer.Text, Access);
}

using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Object and collection initializers with a yield in them: one statement for each element.</summary>
internal sealed class Initializers(ExpressionLowerer root) : ExpressionPart(root)
{
    /// <summary>
    /// Assigns the members of an initializer, or adds its elements, one statement each. C# reads what an initializer within it belongs to
    /// for each of its elements again, and before the element's value: "P = { 1, yield(2) }" ---->
    /// "made.P.Add(1); container = made.P; (yield) container.Add(sent);".
    /// </summary>
    public void Initialize(InitializerExpressionSyntax initializer, InitializedPlace made)
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
        if (Context.Suspensions.Suspends(assignment.Right))
            target = target with { Outer = Locate(target.Outer!, assignment) };
        Builder.Emit(Code.Of(target.Text, " = ", Lower(assignment.Right), ";"));
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
            // Where it has to spill, as for an await, C# reads a field's object before, as it does an element.
            if (located.Type is IArrayTypeSymbol || (Context.IsAsync && outer.Outer is not null && located.Type.IsReferenceType))
                Builder.Emit(Code.Of("_ = ", place.Text, ";"));
            return place;
        }
        var container = Variables.Temporary("container", place.Type, element);
        Builder.Declare(container, place.Text);
        return new InitializedPlace(null, Code.Of(container), place.Type);
    }

    /// <summary>
    /// The member that an element of an initializer names: ".X", or "[i]" with the index evaluated first, once for all that is
    /// set in it.
    /// </summary>
    private InitializedPlace? Member(ExpressionSyntax left, InitializedPlace made, ExpressionSyntax right)
    {
        var symbol = Context.Model.GetSymbolInfo(left, Context.Cancellation).Symbol;
        var type = Context.TypeOf(left);
        if (type is null || (right is InitializerExpressionSyntax && !type.IsReferenceType
            && !(type.IsValueType && (symbol is IFieldSymbol || (symbol is null && made.Type is IArrayTypeSymbol)))
            && Context.Suspensions.Suspends(right)))
        {
            Refuse(right, $"an initializer of '{left}', which is neither an object nor a field");
            return null;
        }
        if (left is not ImplicitElementAccessSyntax access)
            return new InitializedPlace(made, Code.Of(".", Printer.Print(left)), type);
        // C# evaluates an index before it reads the object that is set.
        bool isKept = right is InitializerExpressionSyntax || made.Outer is not null || Context.Suspensions.Suspends(right);
        if (isKept && access.ArgumentList.Arguments is { Count: 1 } one && Indices.IsOfRange(one[0].Expression, made.Type) is { } isRange)
        {
            if (isRange)
            {
                Refuse(right, $"an initializer of '{left}', which is a slice");
                return null;
            }
            var index = one[0].Expression;
            var count = Code.Of(made.Text, ".", Indices.CountName(index));
            var counted = new Dictionary<SyntaxNode, Code> { [index] = Indices.FromEnd(index, made.Type is IArrayTypeSymbol, count) };
            return new InitializedPlace(made, Printer.Print(access.ArgumentList, counted), type);
        }
        var indices = new List<Operand>();
        int last = Operands.LastSuspending(access.ArgumentList.Arguments);
        for (int i = 0; i < access.ArgumentList.Arguments.Count; i++)
        {
            var index = access.ArgumentList.Arguments[i];
            if (!Calls.Reference(index.Expression, index.RefKindKeyword.RawKind != (int)SyntaxKind.None, indices, isKept || i < last))
                return null;
        }
        var replacements = isKept ? Operands.LowerAll(indices, right) : Operands.LowerAll(indices);
        return new InitializedPlace(made, Printer.Print(access.ArgumentList, replacements), type);
    }

    // { yield(a), b }
    // ---->
    // yield(a); made1.Add(sent); made1.Add(b);
    public void Add(ExpressionSyntax element, IEnumerable<ExpressionSyntax> elements, InitializedPlace made, string? texts = null)
    {
        var list = elements.ToList();
        if (list.Exists(Context.Suspensions.Suspends))
            made = Locate(made, list[0]);
        var operands = new List<Operand>();
        int last = Operands.LastSuspending(list);
        for (int i = 0; i < list.Count; i++)
        {
            if (!Calls.Reference(list[i], isExplicit: false, operands, isTakenAgain: i < last))
                return;
        }
        var replacements = Operands.LowerAll(operands);
        var parts = new List<object> { made.Text, ".Add(" };
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0)
                parts.Add(", ");
            parts.Add(replacements.TryGetValue(list[i], out var code) ? code : Printer.Print(list[i], replacements));
        }
        parts.Add((texts ?? Printer.TextsOfElement(element)) + ");");
        // An Add that asks for its line is told the element's.
        Builder.At(Context.Tokens.Of(element), () => Builder.Emit(Code.Of([.. parts])));
    }
}

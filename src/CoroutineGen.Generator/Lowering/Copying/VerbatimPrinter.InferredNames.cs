using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Names that C# infers for the members of anonymous objects and the elements of tuples. Where something else is printed than what they
/// are inferred from, they are written out: "new { o.Id }" ----> "new { Id = f.kept1 }".
/// </summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private bool Member(AnonymousObjectMemberDeclaratorSyntax member)
        {
            if (member.NameEquals is not null)
                return false;
            return _context.Model.GetDeclaredSymbol(member, _context.Cancellation) is IPropertySymbol { Name.Length: > 0 } property
                && Inferred(member.Expression, TypeText.Escape(property.Name) + " = ");
        }

        private bool Element(ArgumentSyntax element, TupleExpressionSyntax tuple)
        {
            if (element.NameColon is not null || IsAssigned(tuple)
                || _context.TypeOf(tuple) is not INamedTypeSymbol { TupleElements: { IsDefaultOrEmpty: false } elements })
                return false;
            int index = tuple.Arguments.IndexOf(element);
            var field = elements[index];
            // An element without a name is its own default field.
            bool isNamed = field.CorrespondingTupleField is { } unnamed && unnamed.Name != field.Name;
            return isNamed && Inferred(element.Expression, TypeText.Escape(field.Name) + ": ");
        }

        /// <summary>Prints the name, where it would no longer be inferred, and then the value.</summary>
        private bool Inferred(ExpressionSyntax value, string prefix)
        {
            bool isReplaced = replacements is not null && replacements.ContainsKey(value);
            var variable = value is IdentifierNameSyntax name ? VariableOf(name) : null;
            if (!isReplaced && variable is null)
                return false;
            Separate(value.GetFirstToken());
            if (isReplaced)
                Output.Add(prefix);
            else
                Output.Add(new InferredNamePiece(variable!, prefix));
            _first = true;
            Visit(value);
            return true;
        }

        private static bool IsAssigned(TupleExpressionSyntax tuple)
        {
            SyntaxNode node = tuple;
            while (node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer })
                node = outer;
            return node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
        }
    }
}

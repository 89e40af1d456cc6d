using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Names that C# infers for the members of anonymous objects and the elements of tuples. Where something else is printed than what they
/// are inferred from, they are written out.
/// </summary>
internal sealed class InferredNameRewriter(LoweringContext context, NameLookup names)
{
    /// <summary>
    /// new { o.Id }    ---->    new { Id = f.kept1 }
    /// </summary>
    public bool TryRewrite(AnonymousObjectMemberDeclaratorSyntax member, SyntaxCopier copier)
    {
        if (member.NameEquals is not null)
            return false;
        return context.Model.GetDeclaredSymbol(member, context.Cancellation) is IPropertySymbol { Name.Length: > 0 } property
            && TryRewrite(member.Expression, TypeText.Escape(property.Name) + " = ", copier);
    }

    /// <summary>
    /// (o.Id, x)       ---->    (Id: f.kept1, x: f.x2)
    /// </summary>
    public bool TryRewrite(ArgumentSyntax element, TupleExpressionSyntax tuple, SyntaxCopier copier)
    {
        if (element.NameColon is not null || IsAssigned(tuple)
            || context.TypeOf(tuple) is not INamedTypeSymbol { TupleElements: { IsDefaultOrEmpty: false } elements })
            return false;
        int index = tuple.Arguments.IndexOf(element);
        var field = elements[index];
        // An element without a name is its own default field.
        bool isNamed = field.CorrespondingTupleField is { } unnamed && unnamed.Name != field.Name;
        return isNamed && TryRewrite(element.Expression, TypeText.Escape(field.Name) + ": ", copier);
    }

    /// <summary>Prints the name, where it would no longer be inferred, and then the value.</summary>
    private bool TryRewrite(ExpressionSyntax value, string prefix, SyntaxCopier copier)
    {
        bool isReplaced = copier.ReplacementOf(value) is not null;
        var variable = value is IdentifierNameSyntax name ? names.VariableOf(name) : null;
        if (!isReplaced && variable is null)
            return false;
        copier.Output.Begin(value);
        if (isReplaced)
            copier.Output.Add(prefix);
        else
            copier.Output.Add(new InferredNamePiece(variable!, prefix));
        copier.Visit(value);
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

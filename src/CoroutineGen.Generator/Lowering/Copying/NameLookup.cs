using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>What of ours the names in copied code mean: variables that may be hoisted, and local functions that were moved.</summary>
internal sealed class NameLookup(LoweringContext context, VariableMap variables, LocalFunctionMap functions)
{
    /// <summary>The variable that a name mentions; null where it is none of ours.</summary>
    public Variable? VariableOf(SimpleNameSyntax name) => variables.Find(name);

    /// <summary>The variable that a pattern, an out argument or a deconstruction declares; null where it is none of ours.</summary>
    public Variable? VariableOf(SingleVariableDesignationSyntax declaration)
        => variables.Find(context.Model.GetDeclaredSymbol(declaration, context.Cancellation));

    /// <summary>All of ours that are declared in a pattern or a deconstruction.</summary>
    public IEnumerable<Variable> VariablesDeclaredIn(SyntaxNode node)
        => node.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Select(VariableOf).OfType<Variable>();

    /// <summary>The address that a mention of a variable is a part of, where only the statement around it knows that; else null.</summary>
    public SyntaxNode? AddressOf(IdentifierNameSyntax name) => variables.AddressOf(name);

    /// <summary>The moved local function that a name mentions.</summary>
    public LocalFunction? FunctionOf(SimpleNameSyntax name) => functions.IsEmpty ? null : functions.Find(name, context);

    /// <summary>The local function that is declared, where it was moved.</summary>
    public LocalFunction? FunctionOf(LocalFunctionStatementSyntax declaration)
        => functions.Find(context.Model.GetDeclaredSymbol(declaration, context.Cancellation));
}

using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Whether code calls something with a [CallerLineNumber] parameter, for which the compiler passes the line: it must be mapped exactly.
/// </summary>
internal static class CallerLines
{
    public static bool AreAskedIn(SyntaxNode code, SemanticModel model, CancellationToken cancellation)
        => code.DescendantNodesAndSelf().Any(node => node switch
        {
            InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
                or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
                => Ask(model.GetSymbolInfo(node, cancellation).Symbol),
            _ => false,
        } || UnwrittenCalls.Of(node, model, cancellation).Any(Ask));

    private static bool Ask(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.Any(IsLine),
        IPropertySymbol property => property.Parameters.Any(IsLine),
        _ => false,
    };

    private static bool IsLine(IParameterSymbol parameter)
        => parameter.IsOptional && parameter.GetAttributes().Any(KnownSymbols.IsCallerLine);
}

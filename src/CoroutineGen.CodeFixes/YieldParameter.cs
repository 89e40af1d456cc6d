using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>The yield parameter of a method: what it is called, and how one is added.</summary>
internal static class YieldParameter
{
    /// <summary>The name of the parameter; null where there is none.</summary>
    public static string? NameOf(MethodDeclarationSyntax method)
        => method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Type?.DescendantNodesAndSelf().OfType<GenericNameSyntax>()
            .FirstOrDefault() is { Identifier.ValueText: "Yield" or "Receive" or "AsyncYield" or "AsyncReceive" })?.Identifier.Text;

    public static MethodDeclarationSyntax Add(MethodDeclarationSyntax method, string type)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier("yield"))
            .WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space));
        var list = method.ParameterList.Parameters;
        int place = Place(list);
        var inserted = list.Insert(place, parameter);
        // Insert leaves the comma without a space.
        var commas = inserted.GetSeparators()
            .Select(comma => comma.HasTrailingTrivia ? comma : comma.WithTrailingTrivia(SyntaxFactory.Space));
        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(inserted, commas)));
    }

    /// <summary>Last, but before parameters that have to stand at the end.</summary>
    private static int Place(SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
            if (parameters[i].Default is not null || parameters[i].Modifiers.Any(SyntaxKind.ParamsKeyword))
                return i;
        return parameters.Count;
    }
}

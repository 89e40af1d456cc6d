using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.House;

/// <summary>What a type is, is asked of KnownSymbols: nobody else compares the names of types or namespaces with a text.</summary>
public sealed class KnownSymbolsTests
{
    private static readonly string[] Names = ["Name", "MetadataName", "ToDisplayString", "ToString"];

    [Fact]
    public void Only_KnownSymbols_knows_types_by_name()
    {
        string[] others = [.. GeneratorSources.Trees.Where(t => !Path.GetFileName(t.FilePath).StartsWith("KnownSymbols.", StringComparison.Ordinal)).SelectMany(Compared)];
        Assert.True(others.Length == 0, string.Join('\n', others));
    }

    [Fact]
    public void What_compares_is_found()
    {
        var known = GeneratorSources.Trees.Single(t => Path.GetFileName(t.FilePath) == "KnownSymbols.cs");
        Assert.Contains(Compared(known), found => found.Contains("GetTypeByMetadataName", StringComparison.Ordinal));
        const string Source = """
            using Microsoft.CodeAnalysis;
            static class Wrong
            {
                static bool A(ITypeSymbol type) => type is { Name: "Lock" };
                static bool B(INamedTypeSymbol? type) => type?.Name == "Lock";
                static bool C(ITypeSymbol type) => "System.Lock" == type.ToDisplayString();
                static bool D(INamedTypeSymbol type) => type.Name is "A" or "B";
                static bool E(IMethodSymbol method) => method is { ContainingNamespace.Name: "System" };
                static bool F(ITypeSymbol type) => type.Name switch { "A" => true, _ => false };
                static bool G(ITypeSymbol type) => new[] { "A" }.Contains(type.Name);
                static bool H(ITypeSymbol type) => (type.Name, 1) switch { ("A", 1) => true, _ => false };
                static bool I(ITypeSymbol type) => type.Name.Equals("A");
                static bool Right(IMethodSymbol method, ITypeSymbol type) => method.Name == "From" && type.Name == method.Name;
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(Source, (CSharpParseOptions)known.Options, "Wrong.cs");
        Assert.Equal(
            [4, 5, 6, 7, 8, 9, 10, 11, 12],
            Compared(tree, GeneratorSources.Compilation.AddSyntaxTrees(tree)).Select(found => int.Parse(found.Split(':')[1])).Distinct());
    }

    private static IEnumerable<string> Compared(SyntaxTree tree) => Compared(tree, GeneratorSources.Compilation);

    /// <summary>The places that compare, as "file:line: code".</summary>
    private static IEnumerable<string> Compared(SyntaxTree tree, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText is "GetTypeByMetadataName" or "GetTypesByMetadataName"
                || (Names.Contains(name.Identifier.ValueText) && IsOfType(name, model) && IsCompared(name, model)))
            .Select(name => $"{tree.FilePath}:{name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {name.Parent}");
    }

    /// <summary>Whether the member is asked of a type or a namespace, by what the receiver is declared to be.</summary>
    private static bool IsOfType(SimpleNameSyntax name, SemanticModel model)
    {
        var receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name && access.FirstAncestorOrSelf<SubpatternSyntax>() is { ExpressionColon: { } colon }
                && colon.Span.Contains(name.Span) => model.GetTypeInfo(access.Expression).Type ?? TypeOfMember(access.Expression, model),
            MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression).Type,
            MemberBindingExpressionSyntax => model.GetTypeInfo(name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()!.Expression).Type,
            NameColonSyntax { Parent: SubpatternSyntax { Parent.Parent: RecursivePatternSyntax pattern } } => model.GetTypeInfo(pattern) is var info
                ? pattern.Type is null ? info.ConvertedType : model.GetTypeInfo(pattern.Type).Type
                : null,
            _ => null,
        };
        return receiver is INamedTypeSymbol type
            && type.AllInterfaces.Append(type).Any(i => i.Name is "INamespaceOrTypeSymbol");
    }

    private static ITypeSymbol? TypeOfMember(ExpressionSyntax member, SemanticModel model)
        => model.GetSymbolInfo(member).Symbol is IPropertySymbol property ? property.Type : null;

    /// <summary>Whether the name meets a constant text: in a pattern, a comparison, a switch, a list of names.</summary>
    private static bool IsCompared(SimpleNameSyntax name, SemanticModel model)
    {
        if (name.FirstAncestorOrSelf<SubpatternSyntax>() is { } part && (part.NameColon ?? (SyntaxNode?)part.ExpressionColon)?.Span.Contains(name.Span) == true)
            return HasText(part.Pattern);
        for (SyntaxNode node = name; node.Parent is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax; node = node.Parent)
            switch (node.Parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                    return IsText(comparison.Left, model) || IsText(comparison.Right, model);
                case IsPatternExpressionSyntax test when test.Expression == node:
                    return HasText(test.Pattern);
                case SwitchExpressionSyntax choice when choice.GoverningExpression == node:
                    return choice.Arms.Any(arm => HasText(arm.Pattern));
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains" } }:
                    return true;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } access } call:
                    return IsText(access.Expression, model) || call.ArgumentList.Arguments.Any(a => IsText(a.Expression, model));
            }
        return false;
    }

    private static bool HasText(PatternSyntax pattern)
        => pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().Any(c => !c.Expression.IsKind(SyntaxKind.NullLiteralExpression));

    private static bool IsText(ExpressionSyntax expression, SemanticModel model)
        => model.GetConstantValue(expression) is { HasValue: true, Value: string };
}

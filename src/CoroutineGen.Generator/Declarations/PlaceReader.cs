using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Reads where a method stands.</summary>
internal static class PlaceReader
{
    /// <summary>Null where the method does not stand in a type.</summary>
    public static Place? Read(MethodDeclarationSyntax method)
    {
        var types = new List<TypeScope>();
        var namespaces = new List<NamespaceScope>();
        var imports = EquatableArray<string>.Empty;
        for (SyntaxNode? node = method.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case TypeDeclarationSyntax type:
                    types.Insert(0, Type(type));
                    break;
                case BaseNamespaceDeclarationSyntax scope:
                    namespaces.Insert(0, new(OneLine.Text(scope.Name), Imports(scope.Externs, scope.Usings)));
                    break;
                case CompilationUnitSyntax unit:
                    imports = Imports(unit.Externs, unit.Usings);
                    break;
            }
        }
        return types.Count == 0 ? null : new(imports, namespaces.ToEquatableArray(), types.ToEquatableArray());
    }

    public static Import Import(UsingDirectiveSyntax directive)
        => new(directive.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Count(), TextOf(directive));

    /// <summary>A using as it is written, and complete, as it may not be while it is typed.</summary>
    private static string TextOf(UsingDirectiveSyntax directive)
        => OneLine.Text(directive) + (directive.SemicolonToken.IsMissing ? ";" : "");

    public static string TypeArguments(TypeParameterListSyntax? list)
        => list is null ? "" : "<" + string.Join(", ", list.Parameters.Select(p => p.Identifier.Text)) + ">";

    /// <summary>"class", "record struct" and so on.</summary>
    public static string Keyword(TypeDeclarationSyntax type)
        => type is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } kind } ? $"record {kind.Text}" : type.Keyword.Text;

    /// <summary>As declared, but without attributes: those may stand on one part of a type only.</summary>
    private static string TypeParameters(TypeParameterListSyntax? list)
        => list is null ? "" : "<" + string.Join(", ", list.Parameters.Select(TypeParameter)) + ">";

    private static string TypeParameter(TypeParameterSyntax parameter)
        => parameter.VarianceKeyword.RawKind == 0
            ? parameter.Identifier.Text
            : $"{parameter.VarianceKeyword.Text} {parameter.Identifier.Text}";

    private static TypeScope Type(TypeDeclarationSyntax type) => new(
        string.Join(" ", OneLine.Except(type.Modifiers, SyntaxKind.NewKeyword)),
        Keyword(type),
        type.Identifier.Text,
        TypeParameters(type.TypeParameterList),
        TypeArguments(type.TypeParameterList));

    /// <summary>Global usings are left out: they reach generated files by themselves.</summary>
    private static EquatableArray<string> Imports(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings)
        => externs.Select(OneLine.Text)
            .Concat(usings.Where(u => u.GlobalKeyword.RawKind == 0).Select(TextOf))
            .ToEquatableArray();
}

using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>The types around a coroutine: a part of each is written into another file.</summary>
internal static class HostRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
    {
        var place = method.Identifier.GetLocation();
        string name = method.Identifier.Text;
        foreach (var type in Types(method))
        {
            string typeName = type.Identifier.Text;
            if (IsExtensionBlock(type))
                yield return Diagnostic.Create(DeclarationDiagnostics.NotAMethod, place, "a member of an extension block");
            else if (IsFileLocal(type))
                yield return Diagnostic.Create(DeclarationDiagnostics.FileLocalType, place, name, typeName);
            else if (!IsPartial(type))
                yield return Diagnostic.Create(
                    DeclarationDiagnostics.ContainingTypeNotPartial,
                    place,
                    [type.Identifier.GetLocation()],
                    name,
                    typeName,
                    PlaceReader.Keyword(type));
            if (IsVariant(type))
                yield return Diagnostic.Create(DeclarationDiagnostics.VariantInterface, place, name, typeName);
        }
        if (method.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp9 and var version })
            yield return Diagnostic.Create(DeclarationDiagnostics.LanguageVersion, place, name, version.ToDisplayString());
    }

    /// <summary>The containing types, from the inside out.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Types(MethodDeclarationSyntax method)
        => method.Ancestors().OfType<TypeDeclarationSyntax>();

    public static bool CanBeExtended(TypeDeclarationSyntax type) => IsPartial(type) && !IsFileLocal(type) && !IsVariant(type);

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsFileLocal(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.FileKeyword);

    /// <summary>
    /// An extension block of C# 14 is a type to the parser; its kind is newer than the compiler that we promise to load in.
    /// </summary>
    private static bool IsExtensionBlock(TypeDeclarationSyntax type) => type.Keyword.Text == "extension";

    private static bool IsVariant(TypeDeclarationSyntax type)
        => type is InterfaceDeclarationSyntax { TypeParameterList: { } list } && list.Parameters.Any(p => p.VarianceKeyword.RawKind != 0);
}

using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>The parameters: one to yield through, and all others such that an object can keep them.</summary>
internal static class ParameterRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
    {
        string name = method.Identifier.Text;
        var yields = CoroutineSyntax.YieldParameters(method).ToArray();
        if (yields.Length == 0)
            yield return Diagnostic.Create(DeclarationDiagnostics.NoYieldParameter, method.Identifier.GetLocation(), name);
        foreach (var second in yields.Skip(1))
            yield return Report(DeclarationDiagnostics.SeveralYieldParameters, second, name);
        if (yields.FirstOrDefault() is { } first && Form(first) is { } form)
            yield return Report(DeclarationDiagnostics.YieldParameterForm, first, form);
        foreach (var parameter in method.ParameterList.Parameters.Except(yields))
        {
            if (Reference(parameter) is { } reference)
                yield return Report(DeclarationDiagnostics.RefParameter, parameter, reference);
            else if (parameter.Type is IdentifierNameSyntax { Identifier.ValueText: var type } && MayBeRefStruct(method, type))
                yield return Report(
                    DeclarationDiagnostics.UnstorableParameter, parameter, type, "a type parameter that does not allow ref structs");
        }
    }

    /// <summary>What makes the yield parameter more than a plain one, or null.</summary>
    private static string? Form(ParameterSyntax parameter)
    {
        if (parameter.Modifiers.Count > 0)
            return $"'{string.Join(" ", parameter.Modifiers.Select(m => m.Text))}'";
        return parameter.Default is null ? null : "optional";
    }

    /// <summary>How the parameter is passed by reference, or null.</summary>
    private static string? Reference(ParameterSyntax parameter)
    {
        if (parameter.Type is null)
            return "__arglist";
        bool isReference = parameter.Modifiers.Any(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.OutKeyword);
        return isReference ? string.Join(" ", OneLine.Except(parameter.Modifiers, SyntaxKind.ThisKeyword, SyntaxKind.ScopedKeyword)) : null;
    }

    /// <summary>
    /// Whether a where clause says "allows ref struct" of a type parameter; read as text, because its node is newer than the compiler that
    /// we promise to load in.
    /// </summary>
    private static bool MayBeRefStruct(MethodDeclarationSyntax method, string typeParameter)
        => HostRules.Types(method).SelectMany(type => type.ConstraintClauses).Concat(method.ConstraintClauses)
            .Any(clause => clause.Name.Identifier.ValueText == typeParameter
                && clause.DescendantTokens().Any(token => token.Text == "allows"));

    private static Diagnostic Report(DiagnosticDescriptor descriptor, ParameterSyntax parameter, params object[] more)
        => Diagnostic.Create(descriptor, parameter.GetLocation(), [parameter.Identifier.Text, .. more]);
}

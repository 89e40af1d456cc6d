using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>What the attribute says: it is read from its text, so it must say it plainly.</summary>
internal static class AttributeRules
{
    private static readonly string[] Flags = [CoroutineSyntax.PrimedName, CoroutineSyntax.ForkableName, CoroutineSyntax.SaveableName];

    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
    {
        var attribute = CoroutineSyntax.Attribute(method.AttributeLists);
        if (CoroutineSyntax.Argument(attribute, "ClassName") is { } name
            && ClassNameProblem(name, method) is { } problem)
            yield return Diagnostic.Create(
                DeclarationDiagnostics.ClassNameForm,
                name.GetLocation(),
                problem,
                method.Identifier.ValueText + CoroutineSyntax.ClassSuffix);
        foreach (string flag in Flags)
            if (CoroutineSyntax.Argument(attribute, flag) is { } value
                && value.Kind() is not (SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression))
                yield return Diagnostic.Create(DeclarationDiagnostics.FlagForm, value.GetLocation(), flag);
        if (CoroutineSyntax.Argument(attribute, CoroutineSyntax.PrimedName) is { RawKind: (int)SyntaxKind.TrueLiteralExpression } primed
            && IsOneWay(method))
            yield return Diagnostic.Create(DeclarationDiagnostics.PrimedOneWay, primed.Parent!.GetLocation(), method.Identifier.Text);
        if (CoroutineSyntax.IsForkable(method) && IsAsync(method))
            yield return Diagnostic.Create(
                DeclarationDiagnostics.AsyncFork, CoroutineSyntax.Argument(attribute, CoroutineSyntax.ForkableName)!.Parent!.GetLocation(),
                method.Identifier.Text);
    }

    private static string? ClassNameProblem(ExpressionSyntax name, MethodDeclarationSyntax method)
    {
        if (name.IsKind(SyntaxKind.NullLiteralExpression))
            return null;
        if (CoroutineSyntax.Constant(name) is not { } value)
            return "this expression would have to be evaluated";
        return !SyntaxFacts.IsValidIdentifier(value) ? $"'{value}' is not an identifier"
            : ClassNames.IsMember(value, CoroutineSyntax.IsForkable(method), CoroutineSyntax.IsSaveable(method))
                ? $"'{value}' is a member of each such class"
            : CanNameType(value) ? null : $"'{value}' is a word of C#";
    }

    /// <summary>Whether the class can be called so without an @, now and in the next version of C#.</summary>
    public static bool CanNameType(string name)
        => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None && !ClassNames.Inherited.Contains(name)
            && name is not ("dynamic" or "extension" or "nint" or "notnull" or "nuint");

    private static bool IsAsync(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CoroutineSyntax.YieldType(parameter) is { } type
            && CoroutineSyntax.IsAsync(type);

    private static bool IsOneWay(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CoroutineSyntax.YieldType(parameter) is { TypeArgumentList.Arguments.Count: 1 } type
            && !CoroutineSyntax.IsConsumer(type);
}

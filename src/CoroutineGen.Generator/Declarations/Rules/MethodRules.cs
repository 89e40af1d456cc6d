using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>The method itself: its modifiers, its result, and that it has a body which is no iterator.</summary>
internal static class MethodRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
    {
        string name = method.Identifier.Text;
        var place = method.Identifier.GetLocation();
        if (!HasBody(method))
            yield return Diagnostic.Create(DeclarationDiagnostics.NoBody, place, name);
        if (method.ExplicitInterfaceSpecifier is not null)
            yield return Diagnostic.Create(DeclarationDiagnostics.ExplicitImplementation, place, name);
        if (VirtualModifier(method) is var (modifier, what, repair))
            yield return Diagnostic.Create(DeclarationDiagnostics.VirtualMethod, modifier.GetLocation(), name, what, repair);
        foreach (var parameter in ReservedTypeParameters(method))
            yield return Diagnostic.Create(
                DeclarationDiagnostics.TypeParameterName, parameter.GetLocation(), name, parameter.Identifier.Text);
        if (method.ReturnType is RefTypeSyntax reference)
            yield return Diagnostic.Create(DeclarationDiagnostics.RefReturn, reference.RefKeyword.GetLocation(), name);
        if (FirstIteratorStatement(method) is { } statement)
        {
            var span = TextSpan.FromBounds(statement.YieldKeyword.SpanStart, statement.ReturnOrBreakKeyword.Span.End);
            bool isAsync = AsyncRules.AwaitsItsYields(method);
            yield return Diagnostic.Create(
                isAsync ? DeclarationDiagnostics.AsyncIterator : DeclarationDiagnostics.IteratorMethod,
                Location.Create(method.SyntaxTree, span), name, Repaired(method, statement, isAsync));
        }
    }

    public static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    /// <summary>Type parameters that are called like the generated class, which has them too, or like a member of it.</summary>
    public static IEnumerable<TypeParameterSyntax> ReservedTypeParameters(MethodDeclarationSyntax method)
        => method.TypeParameterList?.Parameters.Where(p => ClassNames.IsMember(
                p.Identifier.ValueText, CoroutineSyntax.IsForkable(method), CoroutineSyntax.IsSaveable(method))
            || p.Identifier.ValueText == CoroutineSyntax.ClassName(method)) ?? [];

    /// <summary>The modifier by which the method may be overridden, what it makes of it, and the repair; null where all is well.</summary>
    private static (SyntaxToken Modifier, string What, string Repair)? VirtualModifier(MethodDeclarationSyntax method)
    {
        // Members of interfaces are virtual without saying so, and calls through an instance reach them all the same.
        if (Modifier(method, SyntaxKind.VirtualKeyword) is { } @virtual && method.Parent is not InterfaceDeclarationSyntax)
            return (@virtual, "virtual", "remove 'virtual', or let a virtual method return the coroutine of another");
        if (Modifier(method, SyntaxKind.OverrideKeyword) is not { } @override)
            return null;
        // Constraints are inherited, and could not be repeated on the generated parts without binding.
        if (method.TypeParameterList is not null)
            return (@override, "a generic override", "call a coroutine of another name from it");
        bool isSealed = method.Modifiers.Any(SyntaxKind.SealedKeyword)
            || HostRules.Types(method).First().Modifiers.Any(SyntaxKind.SealedKeyword);
        return isSealed ? null : (@override, "an override", "declare it 'sealed override'");
    }

    private static string Repaired(MethodDeclarationSyntax method, YieldStatementSyntax statement, bool isAsync)
    {
        string name = CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.Text ?? "yield";
        return statement.Expression is { } value ? $"{(isAsync ? "await " : "")}{name}({OneLine.Text(value)});" : "return;";
    }

    private static YieldStatementSyntax? FirstIteratorStatement(MethodDeclarationSyntax method)
        => method.Body?.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or ExpressionSyntax))
            .OfType<YieldStatementSyntax>().FirstOrDefault();

    public static SyntaxToken? Modifier(MethodDeclarationSyntax method, SyntaxKind kind)
        => method.Modifiers.IndexOf(kind) is >= 0 and var index ? method.Modifiers[index] : null;
}

using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>What can be said against a coroutine's declaration from its text alone: CORO1xxx.</summary>
internal static class DeclarationRules
{
    /// <summary>Whether an overload and a class can be written at all, be it only as a stub.</summary>
    public static bool CanHaveFactory(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).Take(2).Count() == 1
            && method.ExplicitInterfaceSpecifier is null
            && SyntaxFacts.IsValidIdentifier(CoroutineSyntax.ClassName(method))
            && !ReservedTypeParameters(method).Any()
            && HostTypes(method).All(type => IsPartial(type) && !IsFileLocal(type) && !IsVariant(type));

    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
        => HostRules(method).Concat(MethodRules(method)).Concat(ParameterRules(method)).Concat(AttributeRules(method));

    private static IEnumerable<Diagnostic> HostRules(MethodDeclarationSyntax method)
    {
        foreach (var type in HostTypes(method))
        {
            if (IsExtensionBlock(type))
                yield return At(method, DeclarationDiagnostics.NotAMethod, "a member of an extension block");
            else if (IsFileLocal(type))
                yield return At(method, DeclarationDiagnostics.FileLocalType, Name(method), type.Identifier.Text);
            else if (!IsPartial(type))
                yield return Diagnostic.Create(DeclarationDiagnostics.ContainingTypeNotPartial, method.Identifier.GetLocation(),
                    [type.Identifier.GetLocation()], Name(method), type.Identifier.Text, Keyword(type));
            if (IsVariant(type))
                yield return At(method, DeclarationDiagnostics.VariantInterface, Name(method), type.Identifier.Text);
        }
        var options = (CSharpParseOptions)method.SyntaxTree.Options;
        if (options.LanguageVersion < LanguageVersion.CSharp9)
            yield return At(method, DeclarationDiagnostics.LanguageVersion, Name(method), options.LanguageVersion.ToDisplayString());
    }

    private static IEnumerable<Diagnostic> MethodRules(MethodDeclarationSyntax method)
    {
        bool isInterface = method.Parent is InterfaceDeclarationSyntax;
        if (method.Body is null && method.ExpressionBody is null)
            yield return At(method, DeclarationDiagnostics.NoBody, Name(method));
        if (method.ExplicitInterfaceSpecifier is not null)
            yield return At(method, DeclarationDiagnostics.ExplicitImplementation, Name(method));
        if (Modifier(method, SyntaxKind.AsyncKeyword) is { } async)
            yield return Diagnostic.Create(DeclarationDiagnostics.AsyncMethod, async.GetLocation(), Name(method));
        if (Modifier(method, SyntaxKind.VirtualKeyword) is { } @virtual && !isInterface)
            yield return Diagnostic.Create(DeclarationDiagnostics.VirtualMethod, @virtual.GetLocation(), Name(method), "virtual",
                "remove 'virtual', or let a virtual method return the coroutine of another");
        if (Modifier(method, SyntaxKind.OverrideKeyword) is { } @override)
        {
            if (method.TypeParameterList is not null)
                yield return Diagnostic.Create(DeclarationDiagnostics.VirtualMethod, @override.GetLocation(), Name(method), "a generic override",
                    "call a coroutine of another name from it");
            else if (!method.Modifiers.Any(SyntaxKind.SealedKeyword) && !HostTypes(method).First().Modifiers.Any(SyntaxKind.SealedKeyword))
                yield return Diagnostic.Create(DeclarationDiagnostics.VirtualMethod, @override.GetLocation(), Name(method), "an override",
                    "declare it 'sealed override'");
        }
        foreach (var parameter in ReservedTypeParameters(method))
            yield return Diagnostic.Create(DeclarationDiagnostics.TypeParameterName, parameter.GetLocation(), Name(method), parameter.Identifier.Text);
        if (method.ReturnType is RefTypeSyntax reference)
            yield return Diagnostic.Create(DeclarationDiagnostics.RefReturn, reference.RefKeyword.GetLocation(), Name(method));
        if (FirstIteratorStatement(method) is { } statement)
            yield return Diagnostic.Create(DeclarationDiagnostics.IteratorMethod,
                Location.Create(method.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(statement.YieldKeyword.SpanStart, statement.ReturnOrBreakKeyword.Span.End)),
                Name(method), Repaired(method, statement));
    }

    private static IEnumerable<Diagnostic> ParameterRules(MethodDeclarationSyntax method)
    {
        var yields = CoroutineSyntax.YieldParameters(method).ToArray();
        if (yields.Length == 0)
            yield return At(method, DeclarationDiagnostics.NoYieldParameter, Name(method));
        foreach (var parameter in yields.Skip(1))
            yield return Diagnostic.Create(DeclarationDiagnostics.SeveralYieldParameters, parameter.GetLocation(), parameter.Identifier.Text, Name(method));
        if (yields.FirstOrDefault() is { } first && Form(first) is { } form)
            yield return Diagnostic.Create(DeclarationDiagnostics.YieldParameterForm, first.GetLocation(), first.Identifier.Text, form);
        foreach (var parameter in method.ParameterList.Parameters.Except(yields))
        {
            if (parameter.Type is null)
                yield return Diagnostic.Create(DeclarationDiagnostics.RefParameter, parameter.GetLocation(), parameter.Identifier.Text, "__arglist");
            else if (parameter.Modifiers.Any(SyntaxKind.RefKeyword) || parameter.Modifiers.Any(SyntaxKind.InKeyword) || parameter.Modifiers.Any(SyntaxKind.OutKeyword))
                yield return Diagnostic.Create(DeclarationDiagnostics.RefParameter, parameter.GetLocation(), parameter.Identifier.Text,
                    string.Join(" ", OneLine.Except(parameter.Modifiers, SyntaxKind.ThisKeyword, SyntaxKind.ScopedKeyword)));
            else if (parameter.Type is IdentifierNameSyntax type && MayBeRefStruct(method, type.Identifier.ValueText))
                yield return Diagnostic.Create(DeclarationDiagnostics.UnstorableParameter, parameter.GetLocation(),
                    parameter.Identifier.Text, type.Identifier.Text, "a type parameter that does not allow ref structs");
        }
    }

    private static IEnumerable<Diagnostic> AttributeRules(MethodDeclarationSyntax method)
    {
        var attribute = CoroutineSyntax.Attribute(method.AttributeLists);
        if (CoroutineSyntax.Argument(attribute, "ClassName") is { } name && !name.IsKind(SyntaxKind.NullLiteralExpression))
        {
            string example = method.Identifier.ValueText + CoroutineSyntax.ClassSuffix;
            if (CoroutineSyntax.Constant(name) is not { } value)
                yield return Diagnostic.Create(DeclarationDiagnostics.ClassNameForm, name.GetLocation(), "this expression would have to be evaluated", example);
            else if (!SyntaxFacts.IsValidIdentifier(value))
                yield return Diagnostic.Create(DeclarationDiagnostics.ClassNameForm, name.GetLocation(), $"'{value}' is not an identifier", example);
        }
        if (CoroutineSyntax.Argument(attribute, "Primed") is { RawKind: not ((int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression) } unclear)
            yield return Diagnostic.Create(DeclarationDiagnostics.PrimedForm, unclear.GetLocation());
        if (CoroutineSyntax.Argument(attribute, "Primed") is { RawKind: (int)SyntaxKind.TrueLiteralExpression, Parent: { } primed }
            && CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CoroutineSyntax.YieldType(parameter) is { TypeArgumentList.Arguments.Count: 1 } type && !CoroutineSyntax.IsConsumer(type))
            yield return Diagnostic.Create(DeclarationDiagnostics.PrimedOneWay, primed.GetLocation(), Name(method));
    }

    private static IEnumerable<TypeParameterSyntax> ReservedTypeParameters(MethodDeclarationSyntax method)
        => method.TypeParameterList?.Parameters.Where(p => ClassNames.Inherited.Contains(p.Identifier.ValueText)) ?? [];

    /// <summary>Whether a where clause says "allows ref struct" of a type parameter; read as text, because its node is newer than our compiler.</summary>
    private static bool MayBeRefStruct(MethodDeclarationSyntax method, string typeParameter)
        => HostTypes(method).SelectMany(type => type.ConstraintClauses).Concat(method.ConstraintClauses)
            .Any(clause => clause.Name.Identifier.ValueText == typeParameter && clause.DescendantTokens().Any(token => token.Text == "allows"));

    private static string? Form(ParameterSyntax parameter)
    {
        if (parameter.Modifiers.Count > 0)
            return $"'{string.Join(" ", parameter.Modifiers.Select(m => m.Text))}'";
        return parameter.Default is null ? null : "optional";
    }

    private static string Repaired(MethodDeclarationSyntax method, YieldStatementSyntax statement)
    {
        string name = CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.Text ?? "yield";
        return statement.Expression is { } value ? $"{name}({OneLine.Text(value)});" : "return;";
    }

    private static YieldStatementSyntax? FirstIteratorStatement(MethodDeclarationSyntax method)
        => method.Body?.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax))
            .OfType<YieldStatementSyntax>().FirstOrDefault();

    /// <summary>From the inside out.</summary>
    private static IEnumerable<TypeDeclarationSyntax> HostTypes(MethodDeclarationSyntax method) => method.Ancestors().OfType<TypeDeclarationSyntax>();

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>C# 14's extension blocks are types to the parser; their kind is newer than the compiler that we promise to load in.</summary>
    private static bool IsExtensionBlock(TypeDeclarationSyntax type) => type.Keyword.Text == "extension";

    private static bool IsFileLocal(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.FileKeyword);

    private static bool IsVariant(TypeDeclarationSyntax type)
        => type is InterfaceDeclarationSyntax { TypeParameterList: { } list } && list.Parameters.Any(p => p.VarianceKeyword.RawKind != 0);

    private static string Keyword(TypeDeclarationSyntax type)
        => type is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } kind } ? $"record {kind.Text}" : type.Keyword.Text;

    private static SyntaxToken? Modifier(MethodDeclarationSyntax method, SyntaxKind kind)
        => method.Modifiers.IndexOf(kind) is >= 0 and var index ? method.Modifiers[index] : null;

    private static string Name(MethodDeclarationSyntax method) => method.Identifier.Text;

    private static Diagnostic At(MethodDeclarationSyntax method, DiagnosticDescriptor descriptor, params object[] arguments)
        => Diagnostic.Create(descriptor, method.Identifier.GetLocation(), arguments);
}

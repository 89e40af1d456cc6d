using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>Reads the model of a coroutine from the syntax of its method.</summary>
internal static class CoroutineReader
{
    /// <summary>Attributes of the method that speak to its callers; the factory repeats them.</summary>
    private static readonly HashSet<string> ForCallers =
    [
        "Obsolete", "Experimental", "EditorBrowsable", "RequiresUnreferencedCode", "RequiresDynamicCode",
        "SupportedOSPlatform", "UnsupportedOSPlatform", "OverloadResolutionPriority",
    ];

    /// <summary>Null where nothing could be generated: the analyzer says why.</summary>
    public static CoroutineModel? Read(MethodDeclarationSyntax method)
    {
        if (!DeclarationRules.CanHaveFactory(method) || PlaceReader.Read(method) is not { } place)
            return null;
        var attribute = CoroutineSyntax.Attribute(method.AttributeLists);
        var yieldParameter = CoroutineSyntax.YieldParameters(method).Single();
        var yieldType = CoroutineSyntax.YieldType(yieldParameter)!;
        var types = yieldType.TypeArgumentList.Arguments.Select(OneLine.Text).ToArray();
        bool isConsumer = CoroutineSyntax.IsConsumer(yieldType);
        bool isAsync = CoroutineSyntax.IsAsync(yieldType);
        return new(
            method.Identifier.Text,
            CoroutineSyntax.ClassName(method),
            place,
            Accessibility(method),
            method.Modifiers.Any(SyntaxKind.StaticKeyword),
            method.Modifiers.Any(SyntaxKind.ReadOnlyKeyword),
            method.Modifiers.Any(SyntaxKind.UnsafeKeyword),
            method.TypeParameterList is { } parameters ? OneLine.Text(parameters) : "",
            PlaceReader.TypeArguments(method.TypeParameterList),
            method.ConstraintClauses.Select(OneLine.Text).ToEquatableArray(),
            method.ParameterList.Parameters.Where(p => p != yieldParameter).Select(Parameter).ToEquatableArray(),
            isConsumer ? null : types[0],
            isConsumer ? types[0] : types.Length == 2 ? types[1] : null,
            ReturnType(method.ReturnType, isAsync),
            CoroutineSyntax.Argument(attribute, "Primed") is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression },
            method.AttributeLists.SelectMany(list => list.Attributes)
                .Where(IsForCallers).Select(a => $"[{OneLine.Text(a)}]").ToEquatableArray(),
            DocComment.Lines(method, yieldParameter.Identifier.ValueText).ToEquatableArray(),
            Words(method),
            NullableDirectives.At(method))
        {
            IsForkable = !isAsync && CoroutineSyntax.IsForkable(method),
            IsSaveable = CoroutineSyntax.IsSaveable(method),
            IsAsync = isAsync,
            TokenParameter = isAsync ? TokenParameters.Of(method)?.Identifier.Text : null,
        };
    }

    private static string Accessibility(MethodDeclarationSyntax method)
        => string.Join(" ", method.Modifiers.Where(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword
            or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword).Select(m => m.Text));

    private static string? ReturnType(TypeSyntax type, bool isAsync)
        => isAsync ? CoroutineSyntax.AwaitedType(type) is { } result ? OneLine.Text(result) : null
            : type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } ? null
            : OneLine.Text(type is RefTypeSyntax reference ? reference.Type : type);

    private static ParameterModel Parameter(ParameterSyntax parameter) => new(
        string.Concat(parameter.AttributeLists.Select(list => OneLine.Text(list) + " ")),
        string.Concat(parameter.Modifiers.Select(m => m.Text + " ")),
        parameter.Type is { } type ? OneLine.Text(type) : "",
        parameter.Identifier.Text,
        parameter.Default is { } value ? " " + OneLine.Text(value) : "")
    {
        PlainModifiers = string.Concat(OneLine.Except(parameter.Modifiers, SyntaxKind.ThisKeyword).Select(m => m + " ")),
    };

    private static bool IsForCallers(AttributeSyntax attribute)
    {
        string name = attribute.Name.DescendantTokens().LastOrDefault().Text;
        return ForCallers.Contains(name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name);
    }

    private static EquatableArray<string> Words(MethodDeclarationSyntax method)
        => method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)
            .Distinct().OrderBy(w => w, StringComparer.Ordinal).ToEquatableArray();
}

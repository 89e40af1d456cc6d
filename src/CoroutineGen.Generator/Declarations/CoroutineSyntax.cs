using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Recognises a coroutine by its text alone: a method with the attribute, a parameter whose type is Yield or Receive, AsyncYield or
/// AsyncReceive.
/// </summary>
internal static class CoroutineSyntax
{
    public const string AttributeName = "Coroutine";
    public const string ClassSuffix = "Coroutine";
    public const string YieldName = "Yield";
    public const string ReceiveName = "Receive";
    public const string PrimedName = "Primed";
    public const string ForkableName = "Forkable";
    public const string SaveableName = "Saveable";
    public const string SavedNameName = "SavedName";
    public const string AsyncPrefix = "Async";

    /// <summary>The [Coroutine] attribute of a method, local function or lambda, or null.</summary>
    public static AttributeSyntax? Attribute(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            if (list.Target is { Identifier.RawKind: not (int)SyntaxKind.MethodKeyword })
                continue;
            foreach (var attribute in list.Attributes)
                if (IsCoroutine(attribute.Name) || (Alias(attribute.Name) is { } target && IsCoroutine(target)))
                    return attribute;
        }
        return null;
    }

    /// <summary>
    /// The methods of a file that carry the attribute, in the order of the text. Bodies are not searched: types do not stand there.
    /// </summary>
    public static IEnumerable<MethodDeclarationSyntax> MethodsIn(CompilationUnitSyntax root)
        => root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Count > 0 && Attribute(method.AttributeLists) is not null);

    /// <summary>The type arguments of Yield or Receive if that is what the parameter's type is, or null.</summary>
    public static GenericNameSyntax? YieldType(ParameterSyntax parameter)
    {
        var type = parameter.Type is NullableTypeSyntax nullable ? nullable.ElementType : parameter.Type;
        if (type is not NameSyntax name)
            return null;
        return Shape(LastName(name)) ?? (Alias(name) is { } target ? Shape(LastName(target)) : null);
    }

    public static bool IsConsumer(GenericNameSyntax yieldType)
        => yieldType.Identifier.ValueText is ReceiveName or AsyncPrefix + ReceiveName;

    /// <summary>Whether what is yielded through is awaited.</summary>
    public static bool IsAsync(GenericNameSyntax yieldType)
        => yieldType.Identifier.ValueText.StartsWith(AsyncPrefix, StringComparison.Ordinal);

    /// <summary>What a task-like type says of the result: its type argument. C# allows it one at most (rule 120).</summary>
    // Task             ---->  null
    // Task<string>     ---->  string
    // ValueTask<int>   ---->  int
    public static TypeSyntax? AwaitedType(TypeSyntax task)
        => task is NameSyntax name && LastName(name) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
            ? arguments[0]
            : null;

    public static IEnumerable<ParameterSyntax> YieldParameters(MethodDeclarationSyntax method)
        => method.ParameterList.Parameters.Where(p => YieldType(p) is not null);

    /// <summary>The name of the generated class: what the attribute says, otherwise the method's name and "Coroutine".</summary>
    public static string ClassName(MethodDeclarationSyntax method)
        => Argument(Attribute(method.AttributeLists), "ClassName") is { } given && Constant(given) is { } name
            ? name
            : method.Identifier.ValueText + ClassSuffix;

    /// <summary>Whether the coroutine can be forked.</summary>
    public static bool IsForkable(MethodDeclarationSyntax method) => Says(method, ForkableName);

    /// <summary>Whether the coroutine can be saved.</summary>
    public static bool IsSaveable(MethodDeclarationSyntax method) => Says(method, SaveableName);

    /// <summary>Where an attribute says the name under which its coroutine is saved; all of it where it says none.</summary>
    public static SyntaxNode PlaceOfSavedName(SyntaxNode attribute)
        => Argument(attribute as AttributeSyntax, SavedNameName) ?? attribute;

    private static bool Says(MethodDeclarationSyntax method, string flag)
        => Argument(Attribute(method.AttributeLists), flag) is LiteralExpressionSyntax
        {
            RawKind: (int)SyntaxKind.TrueLiteralExpression
        };

    public static ExpressionSyntax? Argument(AttributeSyntax? attribute, string name)
    {
        if (attribute?.ArgumentList is { } list)
            foreach (var argument in list.Arguments)
                if (argument.NameEquals?.Name.Identifier.ValueText == name)
                    return argument.Expression;
        return null;
    }

    /// <summary>The value of a string literal or of nameof, the only constants that can be read without binding; otherwise null.</summary>
    public static string? Constant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } call
            => call.ArgumentList.DescendantTokens().LastOrDefault(t => t.IsKind(SyntaxKind.IdentifierToken)).ValueText,
        _ => null,
    };

    /// <summary>Whether a word may be the attribute's name.</summary>
    public static bool IsAttributeName(string word) => word is AttributeName or AttributeName + "Attribute";

    /// <summary>Whether a word may be the name of a type that is yielded through.</summary>
    public static bool IsYieldName(string word)
        => word is YieldName or ReceiveName or AsyncPrefix + YieldName or AsyncPrefix + ReceiveName;

    private static bool IsCoroutine(NameSyntax name) => IsAttributeName(LastName(name).Identifier.ValueText);

    private static GenericNameSyntax? Shape(SimpleNameSyntax name) => name is GenericNameSyntax generic
        && (generic.Identifier.ValueText, generic.TypeArgumentList.Arguments.Count) is (YieldName or AsyncPrefix + YieldName, 1 or 2)
            or (ReceiveName or AsyncPrefix + ReceiveName, 1)
        && !generic.TypeArgumentList.Arguments.Any(argument => argument.Span.IsEmpty)
            ? generic
            : null;

    private static SimpleNameSyntax LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        _ => (SimpleNameSyntax)name,
    };

    /// <summary>What a using alias around the name says that it stands for.</summary>
    private static NameSyntax? Alias(NameSyntax name)
    {
        if (name is not IdentifierNameSyntax { Identifier.ValueText: var text })
            return null;
        for (SyntaxNode? node = name.Parent; node is not null; node = node.Parent)
        {
            var usings = node switch
            {
                BaseNamespaceDeclarationSyntax scope => scope.Usings,
                CompilationUnitSyntax unit => unit.Usings,
                _ => default,
            };
            foreach (var directive in usings)
                if (directive.Alias is { Name.Identifier.ValueText: var alias } && directive.Name is { } target
                    && (alias == text || alias == text + "Attribute"))
                    return target;
        }
        return null;
    }
}

using Microsoft.CodeAnalysis;

namespace CoroutineGen.CodeFixes;

/// <summary>The class that is generated for a method, as its attribute says.</summary>
internal static class CoroutineClass
{
    /// <summary>The attribute that makes a method a coroutine; null where it is none.</summary>
    public static AttributeData? AttributeOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(
        attribute => attribute.AttributeClass is { Name: "CoroutineAttribute", ContainingNamespace.Name: "CoroutineGen" });

    /// <summary>The name of its class; null where the method is no coroutine.</summary>
    public static string? NameOf(IMethodSymbol method) => AttributeOf(method) is { } attribute
        ? attribute.NamedArguments.FirstOrDefault(a => a.Key == "ClassName").Value.Value as string ?? method.Name + "Coroutine"
        : null;
}

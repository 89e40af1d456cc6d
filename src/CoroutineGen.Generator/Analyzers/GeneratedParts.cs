using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>Looks at what was generated for a coroutine.</summary>
internal static class GeneratedParts
{
    /// <summary>
    /// Whether only a stub is there: the class exists, but no overload of the method takes it, so there is no step method. Where the class
    /// does not exist either the generator did not run at all, and that is not for us to say.
    /// </summary>
    public static bool IsStub(IMethodSymbol coroutine, string className)
    {
        var host = coroutine.ContainingType;
        return host.GetTypeMembers(className, coroutine.Arity).Length > 0
            && !host.GetMembers(coroutine.Name).OfType<IMethodSymbol>().Any(m => m.Parameters.FirstOrDefault()?.Type.Name == className);
    }
}

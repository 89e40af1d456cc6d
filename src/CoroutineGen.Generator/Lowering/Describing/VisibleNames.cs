using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Lowering.Describing;

/// <summary>
/// Names that are visible in the containing type, wherever they are declared. A generated member of such a name would hide what the rest of
/// the type means by it.
/// </summary>
internal static class VisibleNames
{
    /// <summary>The names that the frame's struct cannot have, because it would hide them; empty for nearly all coroutines.</summary>
    public static IReadOnlyList<string> HiddenByLocals(LoweringContext context)
    {
        var found = new List<string>();
        ClassNames.Locals(CoroutineSyntax.ClassName(context.Method), name =>
        {
            if (IsVisible(name, context))
                found.Add(name);
            return found.Contains(name) || context.Names.IsTaken(name);
        });
        return found;
    }

    /// <summary>Whether a name is visible. The generated struct itself does not count, which the analyzer sees.</summary>
    private static bool IsVisible(string name, LoweringContext context)
    {
        var generated = GeneratedClass.TreeOf(CoroutineSyntax.ClassName(context.Method), context.Symbol);
        return context.Model.LookupSymbols(context.Body.SpanStart, name: name)
            .Any(symbol => generated is null || symbol.DeclaringSyntaxReferences.All(r => r.SyntaxTree != generated));
    }
}

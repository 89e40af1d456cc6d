using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers.Saving;

/// <summary>
/// The types that have to be known to whoever saves a coroutine: those of its variables, and of the variables of all coroutines that its
/// code names. What is only known when it runs is not looked for.
/// </summary>
internal sealed class NeededTypes(Compilation project, SavedShapes shapes)
{
    /// <summary>What CoroutineGen.Json writes by itself, each also where it may be null.</summary>
    internal static readonly HashSet<string> Primitives = new(StringComparer.Ordinal)
    {
        "bool", "byte", "char", "decimal", "double", "float", "int", "long", "sbyte", "short", "string", "uint", "ulong", "ushort",
        "System.DateTime", "System.DateTimeOffset", "System.Guid", "System.TimeSpan",
    };

    /// <summary>Each type once, with the first variable of it that is found.</summary>
    /// <param name="coroutine">The class of the coroutine.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<(string Type, string Variable, string Coroutine)> Of(ITypeSymbol coroutine, CancellationToken cancellation)
    {
        var waiting = new Queue<ITypeSymbol>([coroutine]);
        var seen = new HashSet<ITypeSymbol>([coroutine], SymbolEqualityComparer.Default);
        var types = new HashSet<string>(Primitives, StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            if (Factories.Source(waiting.Dequeue()) is not { } method || shapes.Of(method, cancellation) is not { } shape)
                continue;
            foreach (var value in Values(shape))
                if (types.Add(value.Type) && !(value.Type.EndsWith("?", StringComparison.Ordinal) && Primitives.Contains(Bare(value.Type))))
                    yield return (value.Type, value.Name, method.Name);
            foreach (string name in Coroutines(shape))
                if (Find(name) is { } other && seen.Add(other))
                    waiting.Enqueue(other);
        }
    }

    private static IEnumerable<SavedVariable> Values(SaveShape shape)
        => shape.Points.SelectMany(p => p.Variables).Concat(shape.Current).Concat(shape.Result).Where(v => v.Way == SaveWay.Value);

    private static IEnumerable<string> Coroutines(SaveShape shape)
        => shape.Points.SelectMany(p => p.Variables.Where(v => v.HasKind).Select(v => v.Type).Concat(p.HasKind ? [p.InnerType!] : []));

    // int?    ---->  int
    private static string Bare(string type) => type.Substring(0, type.Length - 1);

    /// <summary>A class by the name that a contract gives it.</summary>
    // Shop.Saga.OrderCoroutine
    private INamedTypeSymbol? Find(string name)
    {
        INamespaceOrTypeSymbol? at = project.GlobalNamespace;
        foreach (string part in name.Split('.'))
            at = at?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(m => m is not INamedTypeSymbol { Arity: > 0 });
        return at as INamedTypeSymbol;
    }
}

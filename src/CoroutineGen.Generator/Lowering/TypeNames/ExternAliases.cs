using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.TypeNames;

/// <summary>
/// Assemblies that the project references by an extern alias only: their types are not in global::. Found once for each compilation and
/// kept with the assembly symbol, so that a type can be written without the compilation at hand.
/// </summary>
internal static class ExternAliases
{
    private const string Global = "global";

    private static readonly ConditionalWeakTable<Compilation, string[]> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string> Aliases = new();

    /// <summary>The alias that a qualified name of an assembly's types begins with: "global" for nearly all.</summary>
    public static string Of(IAssemblySymbol? assembly)
        => assembly is not null && Aliases.TryGetValue(assembly, out string alias) ? alias : Global;

    /// <summary>The extern aliases that a file does not declare, and that some type of the references may need.</summary>
    public static ImmutableArray<string> MissingIn(CompilationUnitSyntax file, Compilation compilation)
        => Known.GetValue(compilation, Find)
            .Where(alias => !file.Externs.Any(e => e.Identifier.ValueText == alias)).ToImmutableArray();

    /// <summary>Whether an assembly's types can be named without an alias.</summary>
    public static bool IsGlobal(IAssemblySymbol assembly, Compilation compilation)
        => compilation.GetMetadataReference(assembly) is not { } reference || IsGlobal(reference);

    private static bool IsGlobal(MetadataReference reference)
        => reference.Properties.Aliases is var aliases && (aliases.IsDefaultOrEmpty || aliases.Contains(Global));

    private static string[] Find(Compilation compilation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in compilation.References)
        {
            if (IsGlobal(reference) || compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
                continue;
            string alias = TypeText.Escape(reference.Properties.Aliases[0]);
            found.Add(alias);
            Aliases.GetValue(assembly, _ => alias);
        }
        return [.. found];
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.TypeNames;

/// <summary>
/// Assemblies that the project reaches by an extern alias only: names in them do not begin with global::. Found once for each compilation
/// and kept with the assembly, so that whoever writes a type need not carry the compilation along.
/// </summary>
internal static class ExternAliases
{
    private const string Global = "global";

    private static readonly ConditionalWeakTable<Compilation, string[]> Known = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string> Aliases = new();

    /// <summary>What a name in an assembly begins with: "global" for nearly all.</summary>
    public static string Of(IAssemblySymbol? assembly)
        => assembly is not null && Aliases.TryGetValue(assembly, out string alias) ? alias : Global;

    /// <summary>The aliases that a file would have to declare to name all of a project's types, and does not.</summary>
    public static ImmutableArray<string> MissingIn(CompilationUnitSyntax file, Compilation compilation)
        => Known.GetValue(compilation, Find)
            .Where(alias => !file.Externs.Any(e => e.Identifier.ValueText == alias)).ToImmutableArray();

    private static string[] Find(Compilation compilation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reference in compilation.References)
        {
            var aliases = reference.Properties.Aliases;
            if (aliases.IsDefaultOrEmpty || aliases.Contains(Global)
                || compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
                continue;
            string alias = TypeText.Escape(aliases[0]);
            found.Add(alias);
            Aliases.GetValue(assembly, _ => alias);
        }
        return [.. found];
    }
}

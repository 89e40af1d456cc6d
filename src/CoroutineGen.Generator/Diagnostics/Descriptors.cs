using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>All descriptors, collected from the families, so that none can be forgotten.</summary>
internal static class Descriptors
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All = typeof(Descriptors).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Descriptors).Namespace && type != typeof(Descriptors))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
        .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>What the coroutine analyzer says: declarations, and what lowering refuses.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfAnalyzer
        = All.Where(d => d.Id.StartsWith("CORO1", StringComparison.Ordinal) || d.Id.StartsWith("CORO2", StringComparison.Ordinal)
            || d.Id.StartsWith("CORO4", StringComparison.Ordinal))
            .ToImmutableArray();
}

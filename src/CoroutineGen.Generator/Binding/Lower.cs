using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>The entry point of the lowering, as the pipeline calls it.</summary>
internal delegate LoweringResult Lower(
    MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, CancellationToken cancellation);

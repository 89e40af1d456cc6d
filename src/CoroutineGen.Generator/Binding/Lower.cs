using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>The lowering's door, as the pipeline sees it.</summary>
internal delegate LoweringResult Lower(
    MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, CancellationToken cancellation);

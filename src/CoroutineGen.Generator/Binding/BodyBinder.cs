using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>The lowering's door, as the pipeline sees it.</summary>
internal delegate LoweringResult Lower(
    MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, CancellationToken cancellation);

/// <summary>Binds one body and lowers it. Whatever goes wrong stays with this one coroutine.</summary>
internal sealed class BodyBinder(Lower lower, SettledBodies settled)
{
    public BodyOutcome Bind(BodyKey key, CancellationToken cancellation)
    {
        if (key.Take() is not { } cargo)
            return BodyOutcome.Failed("The body was asked for twice.");
        try
        {
            var model = cargo.Fork.ModelOf(cargo.Method.SyntaxTree);
            if (!CoroutineSymbols.IsCoroutine(cargo.Method, model, cancellation))
                return BodyOutcome.NotACoroutine;
            var broken = CoroutineRules.Check(cargo.Method, model, cancellation);
            if (broken.Any(d => d.Id is DiagnosticIds.ClassNameTaken or DiagnosticIds.FactoryTaken))
                return BodyOutcome.NotACoroutine;
            if (broken.Length > 0)
                return BodyOutcome.Refused;
            var result = lower(cargo.Method, model, cargo.Fork.ErrorsIn(cargo.Method, model, cancellation), cancellation);
            // What was not known here the analyzer knows, and may still refuse.
            if (result is { Body: not null, Diagnostics.IsEmpty: true, IsPartlyKnown: false })
                settled.Accept(key.Fingerprint);
            return new(result.Body, IsCoroutine: true, InternalError: null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return BodyOutcome.Failed($"{error.GetType().Name}: {error.Message}");
        }
    }
}

/// <summary>What binding made of a body.</summary>
/// <param name="Body">The lowered body; null for a stub.</param>
/// <param name="IsCoroutine">False where nothing may be generated: the attribute is another one, or the names are taken.</param>
/// <param name="InternalError">What went wrong inside of the generator, or null.</param>
internal sealed record BodyOutcome(LoweredBody? Body, bool IsCoroutine, string? InternalError)
{
    public static readonly BodyOutcome Refused = new(null, IsCoroutine: true, null);
    public static readonly BodyOutcome NotACoroutine = new(null, IsCoroutine: false, null);

    public static BodyOutcome Failed(string error) => new(null, IsCoroutine: true, error);
}

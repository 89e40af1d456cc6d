using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Rules;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            var missing = ExternAliases.MissingIn(
                cargo.Method.SyntaxTree.GetCompilationUnitRoot(cancellation), cargo.Fork.ModelOf(cargo.Method.SyntaxTree).Compilation)
                .ToEquatableArray();
            var outcome = Bind(key, cargo, cancellation);
            return outcome with { HiddenImports = HiddenImports(cargo, cancellation), Aliases = missing };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return BodyOutcome.Failed(Described(error));
        }
    }

    private static string Described(Exception error) => error switch
    {
        InsufficientExecutionStackException
            => "it is nested more deeply than there is room to follow: give a part of it a variable or a method of its own",
        _ => $"{error.GetType().Name}: {error.Message}",
    };

    private BodyOutcome Bind(BodyKey key, BodyKey.Cargo cargo, CancellationToken cancellation)
    {
        var model = cargo.Fork.ModelOf(cargo.Method.SyntaxTree);
        if (!CoroutineSymbols.IsCoroutine(cargo.Method, model, cancellation))
            return BodyOutcome.NotACoroutine;
        // The factory repeats the signature, and could not be written.
        if (FileLocalTypes.AreInSignature(cargo.Method, model, cancellation))
            return BodyOutcome.NotACoroutine;
        var broken = CoroutineRules.Check(cargo.Method, model, cancellation);
        if (broken.Any(d => d.Id is DiagnosticIds.ClassNameTaken or DiagnosticIds.FactoryTaken))
            return BodyOutcome.NotACoroutine;
        if (broken.Length > 0)
            return BodyOutcome.Refused;
        var errors = cargo.Fork.ErrorsIn(cargo.Method, model, cancellation);
        if (errors.Any(e => YieldTypeErrors.Contain(e, cargo.Method)))
            return BodyOutcome.NotACoroutine;
        var result = lower(cargo.Method, model, errors, cancellation);
        // What was not known here the analyzer knows, and may still refuse.
        if (result is { Body: not null, Diagnostics.IsEmpty: true, IsPartlyKnown: false })
            settled.Accept(key.Fingerprint);
        return new(result.Body, IsCoroutine: true, InternalError: null);
    }

    /// <summary>A using of a type that is local to the user's file is an error in any other.</summary>
    private static EquatableArray<Import> HiddenImports(BodyKey.Cargo cargo, CancellationToken cancellation)
        => FileLocalTypes.Imported(cargo.Method, cargo.Fork.ModelOf(cargo.Method.SyntaxTree), cancellation)
            .Select(PlaceReader.Import).ToEquatableArray();
}

/// <summary>What binding made of a body.</summary>
/// <param name="Body">The lowered body; null for a stub.</param>
/// <param name="IsCoroutine">False where nothing may be generated: the attribute is another one, or the names are taken.</param>
/// <param name="InternalError">What went wrong inside of the generator, or null.</param>
internal sealed record BodyOutcome(LoweredBody? Body, bool IsCoroutine, string? InternalError)
{
    /// <summary>The usings that may not be repeated in another file.</summary>
    public EquatableArray<Import> HiddenImports { get; init; }

    /// <summary>The extern aliases that the file may need beyond the user's own.</summary>
    public EquatableArray<string> Aliases { get; init; }

    public static readonly BodyOutcome Refused = new(null, IsCoroutine: true, null);
    public static readonly BodyOutcome NotACoroutine = new(null, IsCoroutine: false, null);

    public static BodyOutcome Failed(string error) => new(null, IsCoroutine: true, error);
}

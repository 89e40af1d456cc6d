using System.Collections.Immutable;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Rules;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Binds one body and lowers it. An exception of ours costs this coroutine only: it becomes a stub, with an internal error.
/// </summary>
internal sealed class BodyBinder(Lower lower, SettledBodies settled)
{
    /// <summary>Binds and lowers the body of a key.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled; no other exception leaves it.</exception>
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
            var hidden = HiddenImports.Of(cargo.Method, cargo.Fork.ModelOf(cargo.Method.SyntaxTree), outcome, cancellation);
            return outcome with { HiddenImports = hidden, Aliases = missing };
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
        // The factory repeats the signature, and cannot name such a type.
        if (FileLocalTypes.AreInSignature(cargo.Method, model, cancellation))
            return BodyOutcome.NotACoroutine;
        var broken = CoroutineRules.Check(cargo.Method, model, cancellation);
        if (broken.Any(d => d.Id is DiagnosticIds.ClassNameTaken or DiagnosticIds.FactoryTaken))
            return BodyOutcome.NotACoroutine;
        if (broken.Length > 0 || MendedTree.Is(cargo.Method.SyntaxTree))
            return BodyOutcome.Refused;
        var errors = cargo.Fork.ErrorsIn(cargo.Method, model, cancellation);
        if (errors.Any(e => YieldTypeErrors.Contain(e, cargo.Method)))
            return BodyOutcome.NotACoroutine;
        var result = lower(cargo.Method, model, errors, cancellation);
        // Types that were unknown here, of other generators, the analyzer knows: it may still refuse the body.
        bool isAccepted = result is { Body: not null, Diagnostics.IsEmpty: true, IsPartlyKnown: false };
        if (isAccepted)
            settled.Accept(key.Fingerprint, result.Body!.Save);
        return new(result.Body, IsCoroutine: true, InternalError: null)
        {
            IsAccepted = isAccepted,
            WrongDefaults = result.Body is null ? WrongDefaults(cargo.Method, errors) : EquatableArray<string>.Empty,
        };
    }

    private static EquatableArray<string> WrongDefaults(MethodDeclarationSyntax method, ImmutableArray<Diagnostic> errors)
        => method.ParameterList.Parameters
            .Where(parameter => parameter.Default is { } value && errors.Any(error => value.Span.Contains(error.Location.SourceSpan)))
            .Select(parameter => parameter.Identifier.Text).ToEquatableArray();
}

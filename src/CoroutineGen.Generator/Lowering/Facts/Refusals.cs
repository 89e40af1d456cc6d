using System.Collections.Immutable;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>Why a body cannot be lowered. The passes go on where they can, so that all reasons are reported at once.</summary>
/// <param name="isPartlyKnown">Whether names do not bind in it that another generator may make.</param>
internal sealed class Refusals(bool isPartlyKnown)
{
    /// <summary>What to do about a value of an unknown type that would have to be kept.</summary>
    public const string KeepTyped = "keep it in a variable whose type is written out";

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The reasons, and the warnings.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>Whether there is a reason.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds a reason, at its exact place.</summary>
    public void Add(DiagnosticDescriptor reason, SyntaxNode place, params object[] arguments)
    {
        if (isPartlyKnown && reason == LoweringDiagnostics.NotLowered)
        {
            NotKnown(
                place, (string)arguments[0],
                "keep what it needs in variables whose types are written out, and yield in statements of their own");
            return;
        }
        Any = true;
        _diagnostics.Add(Diagnostic.Create(reason, place.GetLocation(), arguments));
    }

    /// <summary>Adds a reason that may be met again at the same place.</summary>
    public void AddOnce(DiagnosticDescriptor reason, SyntaxNode place, params object[] arguments)
    {
        if (!_diagnostics.Any(d => d.Id == reason.Id && d.Location.SourceSpan == place.Span))
            Add(reason, place, arguments);
    }

    /// <summary>Adds that a type must be known and is not, because another generator makes it.</summary>
    public void NotKnown(SyntaxNode place, string what, string repair) => Add(LoweringDiagnostics.TypeNotKnown, place, what, repair);

    /// <summary>Adds what is no reason to refuse the body.</summary>
    public void Warn(DiagnosticDescriptor warning, SyntaxToken place, params object[] arguments)
        => _diagnostics.Add(Diagnostic.Create(warning, place.GetLocation(), arguments));
}

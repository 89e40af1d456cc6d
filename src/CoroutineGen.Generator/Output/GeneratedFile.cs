using System.Text;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Emission;
using CoroutineGen.Generator.Emission.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Output;

/// <summary>The text of a generated file, and the internal error that made it a stub, if any.</summary>
internal sealed record GeneratedFile(string HintName, string Text, InternalFault? Fault)
{
    /// <summary>Writes a file; where that fails, its stub, whose internal error is reported.</summary>
    /// <exception cref="OperationCanceledException">
    /// The run was cancelled; another exception comes only where even the stub fails.
    /// </exception>
    public static GeneratedFile Of(GeneratedUnit generated)
    {
        var unit = generated.Unit;
        string? error = generated.InternalError;
        string text;
        try
        {
            text = CoroutineFile.Write(unit);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            error = $"{failure.GetType().Name}: {failure.Message}";
            text = CoroutineFile.Write(unit with { Body = null });
        }
        return new(generated.HintName, text, error is null ? null : InternalFault.Of(unit, error));
    }

    /// <summary>Adds the file to the generator's output, and reports its internal error, if any.</summary>
    public void AddTo(SourceProductionContext output)
    {
        output.AddSource(HintName, SourceText.From(Text, Encoding.UTF8));
        if (Fault is not null)
            output.ReportDiagnostic(Fault.ToDiagnostic());
    }
}

/// <summary>An internal error of the generator, without references to a compilation.</summary>
internal sealed record InternalFault(string Method, string Error, string Path, int Line)
{
    public static InternalFault Of(CoroutineUnit unit, string error)
        => new(
            $"{unit.Model.Place.QualifiedName}.{unit.Model.Name}",
            error,
            unit.Lines?.Path ?? "",
            unit.Lines is { Lines.Count: > 0 } map ? map.Lines[0] : 1);

    public Diagnostic ToDiagnostic()
    {
        var position = new LinePosition(Math.Max(0, Line - 1), 0);
        var place = Path.Length == 0 ? Location.None : Location.Create(Path, default, new(position, position));
        return Diagnostic.Create(InternalDiagnostics.InternalError, place, Method, Error);
    }
}

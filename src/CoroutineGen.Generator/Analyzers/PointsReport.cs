using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Saving;
using CoroutineGen.Generator.Symbols;
using CoroutineGen.Generator.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>Says of one method what was found: of a point at its yield, of all else at the method's name.</summary>
internal sealed class PointsReport(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method, PointsFiles files)
{
    public void Write(SaveShape shape, Lazy<KnownCoroutines> known)
    {
        WriteNamesake(shape, known);
        if (!files.Exist)
        {
            Report(
                VersionDiagnostics.NotListed, null, PointsAnalyzer.AddProperty,
                string.Join("\n", PointLine.Of(shape).Select(l => l.ToString()).OrderBy(l => l, StringComparer.Ordinal)),
                $"Nobody says which edits of '{shape.Name}' cut off what has been saved, as long as its points stand in no "
                    + PointsFiles.UnshippedName);
            return;
        }
        WriteLines(shape);
        foreach (var verdict in Judgement.Of(shape, files, known.Value))
            Report(verdict.Rule, verdict.Point, PointsAnalyzer.AttributeProperty, verdict.Attribute, verdict.Arguments);
        if (context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol)
            foreach (var (attribute, reason) in IdleSayings.Of(SavedSayings.Of(symbol), shape, files))
                if (attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == method.SyntaxTree)
                    context.ReportDiagnostic(Diagnostic.Create(
                        VersionDiagnostics.SaysNothing, Location.Create(place.SyntaxTree, place.Span), reason));
    }

    /// <summary>
    /// Says of a name that a coroutine gives itself that another one has it: nothing of what was saved could tell the two apart.
    /// </summary>
    private void WriteNamesake(SaveShape shape, Lazy<KnownCoroutines> known)
    {
        if (CoroutineSyntax.Argument(CoroutineSyntax.Attribute(method.AttributeLists), CoroutineSyntax.SavedNameName) is { } place
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && symbol.Parameters.FirstOrDefault(p => KnownSymbols.IsYieldOrReceive(p.Type)) is { } yield
            && known.Value.NamesakeOf(shape.Name, SavedTypeNames.Of(symbol, yield)) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(
                SaveDiagnostics.NameNotUsable, place.GetLocation(), shape.Name, $"another than that of '{other}', which is saved so too"));
    }

    /// <summary>Says of a coroutine that cannot be saved that it could be once.</summary>
    public void WriteRemoved(KnownCoroutines known)
    {
        if (context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || symbol.Parameters.FirstOrDefault(p => KnownSymbols.IsYieldOrReceive(p.Type)) is not { } yield)
            return;
        string name = SavedSayings.NameOf(symbol, yield);
        if (known.Gone.Contains(name))
            Report(VersionDiagnostics.CoroutineGone, null, "", null, name, "it is not saveable any more; set Saveable = true");
    }

    /// <summary>Rule 251: what is saved now stands in one of the files, and what does not is not in that of the next version.</summary>
    private void WriteLines(SaveShape shape)
    {
        var lines = PointLine.Of(shape).ToList();
        var stale = files.UnshippedOf(shape.Name).Where(l => !lines.Contains(l)).ToList();
        foreach (var line in lines.Where(l => !files.Contain(l)))
        {
            var replaced = stale.Where(l => l.Point == line.Point).ToList();
            context.ReportDiagnostic(Diagnostic.Create(
                VersionDiagnostics.NotListed, PlaceOf(line.Point),
                ImmutableDictionary<string, string?>.Empty.Add(PointsAnalyzer.AddProperty, line.ToString())
                    .Add(PointsAnalyzer.RemoveProperty, string.Join("\n", replaced)),
                $"'{line.Point}' of '{shape.Name}' is in no points file as it is saved now: add its line to {PointsFiles.UnshippedName}"));
        }
        foreach (var line in stale.Where(l => !lines.Any(now => now.Point == l.Point && !files.Contain(now))))
            Report(
                VersionDiagnostics.NotListed, null, PointsAnalyzer.RemoveProperty, line.ToString(),
                $"{PointsFiles.UnshippedName} has a line of '{line.Point}' of '{shape.Name}', which is not saved so: remove it");
    }

    private void Report(DiagnosticDescriptor rule, string? point, string property, string? value, params object[] arguments)
        => context.ReportDiagnostic(Diagnostic.Create(
            rule, PlaceOf(point),
            value is null ? null : ImmutableDictionary<string, string?>.Empty.Add(property, value), arguments));

    /// <summary>The yield of a point; the method's name for the start, and where no point is meant.</summary>
    private Location PlaceOf(string? point)
    {
        if (point is null or SaveShape.Start || CoroutineSyntax.YieldParameters(method).FirstOrDefault() is not { } parameter)
            return method.Identifier.GetLocation();
        string yield = parameter.Identifier.ValueText;
        return method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call => IsYield(call, yield) && PointNames.Of(call).Name == point)?.GetLocation()
            ?? method.Identifier.GetLocation();
    }

    private static bool IsYield(InvocationExpressionSyntax call, string yield) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == yield,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.ValueText == yield,
        _ => false,
    };
}

using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Puts into the shape of what is saved what attributes say of earlier versions. A name that the body has today is always its own: what an
/// attribute says of it otherwise is an error of the points analyzer's, and has no effect.
/// </summary>
// [SavedPoint("Charge", Was = "Pay")]             ---->  at "Charge": Was = Pay
// [SavedPoint("Ask", ResumeAt = "Charge")]        ---->  at "Charge": Was = Ask
// [SavedVariable("sum", Was = "total")]           ---->  of "sum", where it lives: Was = total
internal sealed class SavedHistory
{
    private readonly SavedSayings _said;
    private readonly LoweringContext _context;

    private SavedHistory(LoweringContext context)
    {
        _said = SavedSayings.Of(context.Symbol);
        _context = context;
    }

    public static SavedHistory Of(LoweringContext context) => new(context);

    /// <summary>The shape with what was called otherwise.</summary>
    public SaveShape Of(SaveShape shape)
    {
        CheckName();
        var present = new HashSet<string>(shape.Points.Select(p => p.Name), StringComparer.Ordinal);
        return shape with
        {
            OldNames = _said.OldNames.Where(n => n != shape.Name).Distinct().ToEquatableArray(),
            Retired = _said.Points.Where(p => p.IsRetired).SelectMany(p => _said.EarlierPoints(p.Name, present).Prepend(p.Name))
                .Where(n => !present.Contains(n)).Distinct().ToEquatableArray(),
            AmbiguousPoints = _said.Points.Select(p => p.Was ?? (p.IsRetired || p.ResumeAt is not null ? p.Name : null)).OfType<string>()
                .Where(present.Contains).Distinct().ToEquatableArray(),
            Migrate = Migrate(),
            Points = shape.Points.Select(p => At(p, present)).ToEquatableArray(),
        };
    }

    private SavedPoint At(SavedPoint point, HashSet<string> present) => point with
    {
        Was = _said.EarlierPoints(point.Name, present).ToEquatableArray(),
        Variables = point.Variables.Select(v => v.Way == SaveWay.Supplied ? v : Of(v, point.Name)).ToEquatableArray(),
    };

    private SavedVariable Of(SavedVariable variable, string point)
    {
        string? text = null;
        if (_said.DefaultOf(variable.Name, point) is { } said)
        {
            bool isWayOut = variable.Way != SaveWay.Exit || said.Default!.Value.Value is SaveShape.NoExit
                || variable.Exits.Contains(said.Default.Value.Value as string ?? "");
            text = isWayOut ? SavedConstants.TextOf(said.Default!.Value, variable with { FieldType = TypeOf(variable) }) : null;
            if (text is null)
                _context.Refusals.AddOnce(
                    SaveDiagnostics.NotUsable, PlaceOf(said.Attribute),
                    $"The value that '{said.Name}' is to have where it was not saved is no '{variable.Type}' that it can be: "
                        + "give a constant of that type, or let the Migrate method set it");
        }
        return variable with
        {
            Was = _said.EarlierNames(variable.Name, point).ToEquatableArray(),
            Default = text,
            IsMigrated = _said.IsMigrated(variable.Name, point),
        };
    }

    /// <summary>Refuses a name of its own that a points file could not say.</summary>
    private void CheckName()
    {
        if (_said is { SavedName: { } name, Attribute: { } attribute } && !SavedNameForm.IsGood(name))
            _context.Refusals.AddOnce(SaveDiagnostics.NameNotUsable, CoroutineSyntax.PlaceOfSavedName(PlaceOf(attribute)), name,
                SavedNameForm.Form);
    }

    /// <summary>The C# text of the type as which a variable is saved: ways out are kept as numbers, and saved by name.</summary>
    private static string TypeOf(SavedVariable variable) => variable.Way == SaveWay.Exit ? "string" : variable.FieldType;

    // nameof(Fix)    ---->  Shop.Saga.Fix
    private string? Migrate()
    {
        if (_said.Migrate is not { } name)
            return null;
        var host = _context.Symbol.ContainingType;
        if (host.GetMembers(name).OfType<IMethodSymbol>().Any(m
            => m is { IsStatic: true, ReturnsVoid: true, IsAsync: false, Arity: 0, Parameters.Length: 1 }
                && m.Parameters[0].RefKind == RefKind.None && KnownSymbols.IsSavedCoroutine(m.Parameters[0].Type)))
            return $"{host.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{(NeedsAt(name) ? "@" : "")}{name}";
        _context.Refusals.AddOnce(
            SaveDiagnostics.NotUsable, PlaceOf(_said.Attribute!),
            $"Migrate names no static method '{name}' of '{host.Name}' that takes a SavedCoroutine and returns nothing");
        return null;
    }

    private static bool NeedsAt(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;

    private SyntaxNode PlaceOf(AttributeData attribute)
        => attribute.ApplicationSyntaxReference?.GetSyntax(_context.Cancellation) ?? _context.Method;
}

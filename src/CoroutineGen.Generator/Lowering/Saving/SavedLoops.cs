using System.Globalization;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// The loops around a point. What a foreach goes through is saved with the number of elements that it has taken; once, where a variable
/// holds the same that nothing assigns. A coroutine is saved along, wherever it stands (rules 241 and 242).
/// </summary>
// foreach (var line in lines) yield(line);    ---->  "line.items": lines, "line.taken": 3
internal sealed class SavedLoops
{
    private readonly List<SavedLoop> _all = [];
    private readonly List<SavedVariable> _saved = [];
    private readonly List<string> _names = [];
    private readonly VariableMap _variables;
    private readonly LoweringContext _context;

    public SavedLoops(SyntaxNode place, VariableMap variables, LoweringContext context)
    {
        _variables = variables;
        _context = context;
        foreach (var loop in place.Ancestors().OfType<CommonForEachStatementSyntax>().Reverse())
            if (context.Method.Span.Contains(loop.Span) && loop.Statement.Span.Contains(place.Span))
                Add(loop);
    }

    public EquatableArray<SavedLoop> All => _all.ToEquatableArray();

    /// <summary>What is saved for them.</summary>
    public IEnumerable<SavedVariable> Variables => _saved;

    /// <summary>The variables of ours that say where they stand.</summary>
    public HashSet<Variable> Own { get; } = [];

    /// <summary>Variables of the user's that hold what they go through, and are saved for that.</summary>
    public List<Variable> Sources { get; } = [];

    private void Add(CommonForEachStatementSyntax loop)
    {
        _variables.Loops.TryGetValue(loop, out var place);
        if (place is { Items: { } items, Taken: { } taken })
            AddIndexed(place, items, taken);
        else if (place is { Enumerator: { TypeSymbol: { } type } enumerator } && SaveTypes.IsCoroutine(type))
        {
            Own.Add(enumerator);
            _saved.Add(new SavedVariable(
                NameFor(loop) + ".items", SavedTypeNames.Of(type), enumerator.StoredName, enumerator.Type, SaveWay.Coroutine)
            {
                HasKind = SaveTypes.HasKind(type),
            });
        }
        else
        {
            if (place?.Enumerator is { } unknown)
                Own.Add(unknown);
            Refuse(loop);
        }
    }

    private void AddIndexed(LoopPlace place, Variable items, Variable taken)
    {
        string name = NameFor(place.Loop);
        Own.UnionWith([items, taken]);
        if (place.Enumerator is not null)
            Own.Add(place.Enumerator);
        var source = SourceOf(place.Loop);
        if (source is null)
        {
            if (SaveTypes.WhyNot(items.TypeSymbol!) is { } reason)
                _context.Refusals.AddOnce(
                    SaveDiagnostics.NotSaved, place.Loop.Expression, $"'{place.Loop.Expression}'",
                    items.TypeSymbol!.ToMinimalDisplayString(_context.Model, place.Loop.SpanStart), reason);
            _saved.Add(new SavedVariable(
                name + ".items", SavedTypeNames.Of(items.TypeSymbol!), items.StoredName, items.Type, SaveWay.Value));
        }
        else
        {
            Sources.Add(source);
        }
        _saved.Add(new SavedVariable(name + ".taken", "int", taken.StoredName, "int", SaveWay.Taken));
        _all.Add(new SavedLoop(
            name, items.StoredName, source is null ? null : SavedVariables.PathOf(source), taken.StoredName, place.Enumerator?.StoredName,
            place.Enumerator is null ? LoopKind.Index : KnownSymbols.IsList(items.TypeSymbol) ? LoopKind.List : LoopKind.ImmutableArray));
    }

    /// <summary>
    /// The variable that a loop goes through, if it is hoisted and nothing assigns it; then it holds the same all the time.
    /// </summary>
    private Variable? SourceOf(CommonForEachStatementSyntax loop)
    {
        var expression = loop.Expression;
        while (expression is ParenthesizedExpressionSyntax inner)
            expression = inner.Expression;
        return expression is IdentifierNameSyntax name
            && _variables.Find(name) is { Symbol: not null, Storage: Storage.Frame or Storage.Environment } variable
            && !_variables.IsAssigned(variable)
            ? variable
            : null;
    }

    private void Refuse(CommonForEachStatementSyntax loop)
    {
        var type = _context.TypeOf(loop.Expression);
        string repair = SaveTypes.IsCoroutineClass(type)
            ? "set Saveable = true on its method"
            : IsAwaited(loop)
                ? "go through a saveable coroutine by its own type, without WithCancellation and ConfigureAwait, "
                    + "or read it into a List before the loop"
            : KnownSymbols.IsSequence(type)
                ? "go through an array or a List, as that of ToList(), or through a saveable coroutine by its own type"
                : "go through an array, a string, a List or an ImmutableArray, as that of ToList()";
        _context.Refusals.AddOnce(
            SaveDiagnostics.PlaceNotFound, loop.Expression,
            type?.ToMinimalDisplayString(_context.Model, loop.SpanStart) ?? loop.Expression.ToString(), repair);
    }

    private static bool IsAwaited(CommonForEachStatementSyntax loop) => loop.AwaitKeyword.RawKind != 0;

    /// <summary>
    /// The name of a loop at this point. Only those that have no variables may be called alike: then the outer one is the first.
    /// </summary>
    // foreach (var (_, _) in a) foreach (var (_, _) in b)    ---->  "()", "(loop 2)"
    private string NameFor(CommonForEachStatementSyntax loop)
    {
        string name = NameOf(loop);
        _names.Add(name);
        int count = _names.Count(n => n == name);
        return count == 1 ? name : $"(loop {count.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>What a loop is called: by its variables, of which no other loop around has one.</summary>
    // foreach (var line in lines)           ---->  line
    // foreach (var (key, value) in pairs)   ---->  (key, value)
    private static string NameOf(CommonForEachStatementSyntax loop) => loop switch
    {
        ForEachStatementSyntax single => single.Identifier.ValueText,
        ForEachVariableStatementSyntax several => "(" + string.Join(
            ", ", several.Variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(d => d.Identifier.ValueText)) + ")",
        _ => "",
    };
}

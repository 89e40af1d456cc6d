using System.Globalization;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// What waits behind the finally blocks that a point stands in: a way out, which is saved by its name, since its number changes with any
/// edit; the value that is to be returned; and an exception, which cannot be saved (rule 245).
/// </summary>
// try { return 5; } finally { yield(1); }    ---->  "(exit)": "return", "(return)": 5
internal sealed class SavedExits
{
    private readonly List<SavedVariable> _variables = [];
    private readonly List<string> _errors = [];

    public SavedExits(SyntaxNode place, WaysOut ways)
    {
        var around = ways.Moved.Where(m => m.Clause.Span.Contains(place.Span)).OrderBy(m => m.Clause.Span.Length).Reverse().ToList();
        for (int i = 0; i < around.Count; i++)
        {
            var moved = around[i].Moved;
            Own.UnionWith([moved.Leave, moved.Error]);
            _errors.Add(moved.Error.StoredName);
            string name = i == 0 ? "(exit)" : $"(exit {(i + 1).ToString(CultureInfo.InvariantCulture)})";
            _variables.Add(new SavedVariable(name, "string", moved.Leave.StoredName, "int", SaveWay.Exit)
            {
                Exits = moved.Exits.Select(NameOf).ToEquatableArray(),
            });
        }
        if (around.Count == 0 || ways.Exits.Result is not { Storage: Storage.Frame } result)
            return;
        Own.Add(result);
        _variables.AddRange(SavedVariables.OfValue("(return)", result.StoredName, result.TypeSymbol));
    }

    /// <summary>What is saved for them.</summary>
    public IEnumerable<SavedVariable> Variables => _variables;

    /// <summary>The fields of exceptions that may be pending.</summary>
    public EquatableArray<string> Errors => _errors.ToEquatableArray();

    /// <summary>The variables of ours that say what waits.</summary>
    public HashSet<Variable> Own { get; } = [];

    // return, close, a jump to a label of the user's or out of a loop
    private static string NameOf(Exit exit) => exit.Kind switch
    {
        ExitKind.Return => "return",
        ExitKind.Close => "close",
        _ => exit.Target!.Jump ?? (exit.Target.Hint == "End" ? "break" : "continue"),
    };
}

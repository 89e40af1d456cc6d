using System.Text;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>Writes the body of one coroutine. Its parts: statements, jumps, handlers, targets of assignments, and expressions.</summary>
/// <param name="dice">Where choices come from.</param>
/// <param name="all">All coroutines of the program.</param>
/// <param name="own">This one. It makes only later ones, so that no program makes coroutines for ever.</param>
/// <param name="closes">Whether Exit may come in.</param>
/// <param name="features">The rarer constructs that it uses.</param>
/// <param name="folds">Whether it delegates to nothing but itself, with nothing around that: its frames are folded then.</param>
/// <param name="hasShapes">Whether it has what C# knows by its shape.</param>
/// <param name="hasMeanings">Whether it has what only the compiler knows the meaning of.</param>
/// <param name="kinds">What it has of the kinds that were lowered wrongly once.</param>
/// <param name="surrounding">What is unusual around it.</param>
/// <param name="saves">Whether it keeps no delegates, which cannot be saved.</param>
internal sealed partial class BodyWriter(
    Dice dice, Placement[] all, Placement own, bool closes, Features features, bool folds, bool hasShapes, bool hasMeanings, Kind[] kinds,
    Surrounding surrounding, bool saves)
{
    private const string Copy = "world";

    private readonly StringBuilder _text = new();
    private Scope _scope = new(null);
    private int _indent = 1;
    private int _names;
    private int _places = 100 * (own.Index + 1);
    private int _statements = 3 + dice.Next(16);
    private int _yields = 12;

    /// <summary>Yields may not stand in lambdas, local functions and filters.</summary>
    private int _verbatim;

    public string Write()
    {
        _scope.Declare("a", VariableKind.Int);
        _scope.Declare("b", VariableKind.Int);
        _scope.Occupy("h");
        _scope.Occupy("yield");
        Open();
        if (own.NeedsCopyForLambdas)
            Line($"Host {Copy} = h;");
        if (own.IsGeneric)
        {
            _scope.Declare("cell", VariableKind.Cell);
            Declare("T", VariableKind.Cell, "cell");
        }
        if (Has(Features.Closures) && !saves)
        {
            string functions = Name();
            Line($"var {functions} = new List<Func<int>>();");
            _scope.Declare(functions, VariableKind.Functions, assignable: false);
        }
        while (_statements > 0)
        {
            if (folds && dice.Chance(30))
                SelfDelegation();
            if (hasShapes && dice.Chance(40))
                Shaped();
            if (hasMeanings && dice.Chance(40))
                Meaning();
            Statement(3);
        }
        if (folds)
            SelfDelegation();
        MeetSurrounding();
        Line(Return());
        Close();
        return _text.ToString();
    }

    /// <summary>A one-way coroutine has no result; its yields are statements.</summary>
    private bool IsOneWay => own.Kind == CoroutineKind.OneWay;

    private bool UsesCopy => _verbatim > 0 && own.NeedsCopyForLambdas;

    /// <summary>What stands before a member of the world.</summary>
    private string Host => UsesCopy ? Copy + "." : own.Prefix;

    /// <summary>The world itself.</summary>
    private string Self => UsesCopy ? Copy : own.World;

    private string Return() => IsOneWay ? "return;" : $"return {Int(2)};";

    private void Line(string line) => _text.Append(' ', 4 * _indent).AppendLine(line);

    private void Open()
    {
        Line("{");
        _indent++;
        _scope = new Scope(_scope);
    }

    private void Close(string after = "")
    {
        _scope = _scope.Parent!;
        _indent--;
        Line("}" + after);
    }

    /// <summary>A block of its own with a few statements.</summary>
    private void Block(int depth, int most = 3)
    {
        Open();
        Statements(depth, most);
        Close();
    }

    private void Statements(int depth, int most)
    {
        for (int n = 1 + dice.Next(most); n > 0; n--)
            Statement(depth);
    }

    /// <summary>A new name; now and then one that a sibling block has used, as programs do.</summary>
    private string Name()
    {
        if (_names > 2 && dice.Chance(30))
        {
            string again = "v" + dice.Next(_names);
            if (_scope.IsFree(again))
            {
                _scope.Occupy(again);
                return again;
            }
        }
        string name = "v" + _names++;
        _scope.Occupy(name);
        return name;
    }

    private bool Has(Features feature) => (features & feature) != 0;

    private int Place() => _places++;

    private Variable? Any(VariableKind kind, bool assignable = false)
    {
        var fitting = _scope.Visible.Where(v => v.Kind == kind && (!assignable || v.Assignable)).ToArray();
        return fitting.Length == 0 ? null : fitting[dice.Next(fitting.Length)];
    }
}

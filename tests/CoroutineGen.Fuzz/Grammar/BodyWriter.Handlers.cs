namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    private void Try(int depth)
    {
        int form = dice.Weighted(45, 25, 30);
        int start = _text.Length;
        Line("try");
        Block(depth);
        bool mayLog = !HasCleanup(_text.ToString(start, _text.Length - start));
        if (form != 1)
            Catches(depth, mayLog);
        if (form != 0)
            Finally(depth);
    }

    /// <summary>
    /// Filters run before the cleanup of inner blocks, and no order is promised between the two (rule 41): a filter is seen only where there
    /// is nothing to clean up.
    /// </summary>
    private static bool HasCleanup(string block)
        => block.Contains("finally", StringComparison.Ordinal) || block.Contains("using", StringComparison.Ordinal)
            || block.Contains("lock", StringComparison.Ordinal) || block.Contains("foreach", StringComparison.Ordinal)
            || block.Contains("yield.From(new Sequence", StringComparison.Ordinal);

    private void Catches(int depth, bool mayLog)
    {
        bool any = false;
        // From the special to the general, as C# demands.
        string[] heads = ["DarkRed", "Red", "Blue", "CoroutineExitException", "CoroutineStateException", "Exception"];
        for (int i = 0; i < heads.Length; i++)
        {
            if (!dice.Chance(heads[i] switch { "Red" or "Blue" => 35, "Exception" => any ? 30 : 100, "CoroutineExitException" => closes ? 15 : 0, _ => 15 }))
                continue;
            any = true;
            Catch(heads[i], depth, mayLog);
        }
    }

    private void Catch(string type, int depth, bool mayLog)
    {
        if (type == "Exception" && !closes && dice.Chance(40))
        {
            Line("catch");
            Handler(depth, null, type);
            return;
        }
        string name = Name();
        string filter = "";
        if (type == "Exception" && closes)
            filter = $" when ({name} is not CoroutineExitException{(mayLog && dice.Chance(30) ? $" && {Host}Is({Place()}, true)" : "")})";
        else if (type is "Red" or "Blue" && dice.Chance(30))
            filter = mayLog && dice.Chance(50)
                ? $" when ({Host}Is({Place()}, {name}.Payload > {dice.Next(20)}))"
                : $" when ({name}.Payload > {dice.Next(20)})";
        Line($"catch ({type} {name}){filter}");
        Handler(depth, name, type);
    }

    private void Handler(int depth, string? name, string type)
    {
        Open();
        if (name is not null && dice.Chance(60))
            Line($"{Host}S({Place()}, Errors.Describe({name}));");
        if (name is not null && type is "Red" or "DarkRed" or "Blue")
        {
            string payload = Name();
            Line($"int {payload} = {name}.Payload;");
            _scope.Declare(payload, VariableKind.Int);
        }
        Statements(depth, 3);
        if (dice.Chance(20))
            Line(name is not null && dice.Chance(30) ? $"throw {name};" : "throw;");
        Close();
    }

    private void Finally(int depth)
    {
        // Nothing jumps out of a finally.
        var (breaks, continues, inFinally, caseJumps) = (_breaks, _continues, _inFinally, _caseJumps);
        string[] labels = [.. _labels];
        (_breaks, _continues, _inFinally, _caseJumps) = (0, 0, true, []);
        _labels.Clear();
        Line("finally");
        Block(depth);
        foreach (string label in labels.Reverse())
            _labels.Push(label);
        (_breaks, _continues, _inFinally, _caseJumps) = (breaks, continues, inFinally, caseJumps);
    }
}

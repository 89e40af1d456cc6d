using CoroutineGen.Fuzz.Grammar;

namespace CoroutineGen.Fuzz.Python;

/// <summary>Makes a program of the shared language from a seed.</summary>
/// <param name="dice">Where choices come from.</param>
/// <param name="index">The number of the coroutine.</param>
/// <param name="count">How many there are.</param>
/// <param name="isAsync">Whether they await: then loops that await, and other awaits, stand where others delegate.</param>
internal sealed class ProtocolGrammar(Dice dice, int index, int count, bool isAsync)
{
    public const int Variables = 4;

    private int _statements = 4 + dice.Next(14);
    private int _places = 100 * (index + 1);
    private int _loops;
    private bool _inHandler;

    public static ProtocolProgram Write(int seed) => Write(seed, isAsync: false);

    public static ProtocolProgram WriteAsync(int seed) => Write(seed, isAsync: true);

    private static ProtocolProgram Write(int seed, bool isAsync)
    {
        var dice = new Dice(seed);
        int count = 1 + dice.Weighted(20, 40, 40);
        return new(seed, [.. Enumerable.Range(0, count).Select(i => new ProtocolGrammar(dice, i, count, isAsync).Coroutine())], isAsync);
    }

    private Node Coroutine()
    {
        var statements = new List<Node>();
        while (_statements > 0)
            statements.Add(Statement(4));
        statements.Add(new(NodeKind.Return, 0, Expression(1)));
        return new(NodeKind.Block, 0, [.. statements]);
    }

    private Node Block(int depth)
        => new(NodeKind.Block, 0, [.. Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Statement(depth))]);

    private Node Statement(int depth)
    {
        if (_statements-- <= 0 || depth-- <= 0)
            return new(NodeKind.Log, _places++, Expression(1));
        return dice.Weighted(10, 10, 14, 16, 8, 10, 4, 6, 22, 5, 5) switch
        {
            0 => new(NodeKind.Log, _places++, Expression(2)),
            1 => new(NodeKind.Assign, dice.Next(Variables), Expression(2)),
            2 => new(NodeKind.AddAssign, dice.Next(Variables), Expression(2)),
            3 => new(NodeKind.Evaluate, _places++, Suspension(1)),
            4 => new(NodeKind.If, 0, Condition(2), Block(depth), Block(depth)),
            5 => Loop(new(NodeKind.For, 1 + dice.Next(3)), depth),
            6 => Loop(new(NodeKind.While, 1 + dice.Next(3), Condition(1)), depth),
            7 => Jump(),
            8 => Try(depth),
            9 when isAsync => dice.Chance(50) || index + 1 >= count ? new(NodeKind.Go, _places++) : ForAwait(depth),
            9 => new(NodeKind.FromList, _places++, [.. Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Expression(1))]),
            _ => new(NodeKind.Poke, (dice.Next(3) * 4) + dice.Next(4), Expression(1)),
        };
    }

    private Node Loop(Node head, int depth)
    {
        _loops++;
        var loop = head with { Parts = [.. head.Parts, Block(depth)] };
        _loops--;
        return loop;
    }

    /// <summary>A jump under a condition, so that what follows is reached now and then.</summary>
    private Node Jump()
    {
        var jump = dice.Next(6) switch
        {
            0 when _loops > 0 => new Node(NodeKind.Break, 0),
            1 when _loops > 0 => new Node(NodeKind.Continue, 0),
            2 when _loops >= 0 => new Node(NodeKind.Return, 0, Expression(1)),
            3 when _inHandler => new Node(NodeKind.Rethrow, 0),
            _ => new Node(NodeKind.Raise, dice.Weighted(30, 20, 30, 8, 8), Expression(1)),
        };
        return new(NodeKind.If, 0, Condition(1), new(NodeKind.Block, 0, jump), new(NodeKind.Block, 0));
    }

    private Node Try(int depth)
    {
        var parts = new List<Node> { Block(depth) };
        bool hasFinally = dice.Chance(45);
        bool inHandler = _inHandler;
        _inHandler = true;
        for (int kind = 0; kind < HandlerKinds; kind++)
            if (dice.Chance(kind is 1 or 2 or 6 ? 35 : 14))
                parts.Add(new(NodeKind.Handler, kind, Block(depth)));
        if (parts.Count == 1 && !hasFinally)
            parts.Add(new(NodeKind.Handler, 1, Block(depth)));
        _inHandler = false;
        if (hasFinally)
        {
            // Nothing jumps out of a finally: C# does not let it.
            int loops = _loops;
            _loops = int.MinValue / 2;
            parts.Add(new(NodeKind.Finally, 0, Block(depth)));
            _loops = loops;
        }
        _inHandler = inHandler;
        return new(NodeKind.Try, 0, [.. parts]);
    }

    /// <summary>From the special to the general: DarkRed, Red, Blue, Exit, Done, State, any.</summary>
    public const int HandlerKinds = 7;

    /// <summary>A loop over a new coroutine, which is closed where the loop is left.</summary>
    private Node ForAwait(int depth)
    {
        int inner = index + 1 + dice.Next(count - index - 1);
        var argument = Expression(1);
        _loops++;
        var body = Block(depth);
        _loops--;
        return new(NodeKind.ForAwait, inner, argument, body, new(NodeKind.Variable, dice.Next(Variables)));
    }

    private Node Suspension(int depth) => dice.Weighted(65, 20, 15) switch
    {
        1 or 2 when isAsync => new(NodeKind.Later, 0, Expression(depth)),
        1 when index + 1 < count => new(NodeKind.FromNew, index + 1 + dice.Next(count - index - 1), Expression(depth)),
        2 => new(NodeKind.FromShared, dice.Next(3)),
        _ => new(NodeKind.Yield, 0, Expression(depth)),
    };

    private Node Expression(int depth)
    {
        if (depth-- <= 0)
            return dice.Chance(50) ? new(NodeKind.Constant, dice.Next(10)) : new(NodeKind.Variable, dice.Next(Variables));
        return dice.Weighted(25, 45, 10, 12, 8) switch
        {
            0 => Expression(0),
            1 => Suspension(depth),
            2 => new(NodeKind.Sum, _places++, Expression(depth), Expression(depth)),
            3 => new(NodeKind.Add, 0, Expression(depth), Expression(depth)),
            _ => new(NodeKind.Choice, 0, Condition(depth), Expression(depth), Expression(depth)),
        };
    }

    private Node Condition(int depth) => dice.Weighted(60, depth > 0 ? 15 : 0, depth > 0 ? 15 : 0, depth > 0 ? 10 : 0) switch
    {
        0 => new(NodeKind.Less, 0, Expression(depth), Expression(depth)),
        1 => new(NodeKind.And, 0, Condition(depth - 1), Condition(depth - 1)),
        2 => new(NodeKind.Or, 0, Condition(depth - 1), Condition(depth - 1)),
        _ => new(NodeKind.Not, 0, Condition(depth - 1)),
    };
}

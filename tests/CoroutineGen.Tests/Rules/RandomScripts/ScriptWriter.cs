namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>Writes a random script from a seed. Bodies have no loops, so that every script ends.</summary>
public sealed class ScriptWriter
{
    private readonly Random _random;
    private readonly int _coroutines;

    /// <summary>Long chains, much shared, resumed in many places, rather than many kinds of statement.</summary>
    private readonly bool _dense;
    private readonly List<Instruction> _code = [];
    private int _label;

    private ScriptWriter(int seed)
    {
        _random = new Random(seed);
        _dense = seed % 4 == 0;
        _coroutines = _dense ? _random.Next(4, 10) : _random.Next(2, 6);
    }

    public static Script Write(int seed) => new ScriptWriter(seed).Write();

    private Script Write()
    {
        var bodies = Enumerable.Range(0, _coroutines).Select(_ => Body()).ToList();
        var acts = Enumerable.Range(0, _random.Next(3, _dense ? 40 : 12)).Select(_ => RandomAct()).ToList();
        return new Script(bodies, acts);
    }

    private Act RandomAct()
    {
        var deed = _random.Next(12) switch { < 6 => Deed.Next, < 8 => Deed.Send, < 10 => Deed.Throw, < 11 => Deed.Close, _ => Deed.Observe };
        return new Act(deed, _dense || _random.Next(3) == 0 ? _random.Next(_coroutines) : 0, RandomKind(), ++_label);
    }

    private Kind RandomKind() => _random.Next(6) switch { < 3 => Kind.Plain, < 5 => Kind.Exit, _ => Kind.Done };

    private ScriptBody Body()
    {
        _code.Clear();
        Block(null, 0);
        _code.Add(new Instruction(Op.Return, null) { Value = ++_label });
        var receives = _random.Next(6) switch { < 2 => Receives.Nothing, < 5 => Receives.Int, _ => Receives.Long };
        return new ScriptBody(receives, [.. _code]);
    }

    private void Block(Region? region, int depth)
    {
        for (int i = _random.Next(1, 4); i > 0; i--)
            Statement(region, depth);
    }

    private void Statement(Region? region, int depth)
    {
        switch (_dense && _random.Next(2) == 0 ? _random.Next(12) : _random.Next(20))
        {
            case < 6:
                _code.Add(new Instruction(Op.Yield, region) { Value = ++_label });
                break;
            case < 12:
                var inner = _random.Next(14) switch
                {
                    < 9 => InnerKind.Coroutine,
                    < 11 => InnerKind.Foreign,
                    11 => InnerKind.Sequence,
                    12 => InnerKind.FailingSequence,
                    _ => _random.Next(3) == 0 ? InnerKind.Null : InnerKind.Coroutine,
                };
                _code.Add(new Instruction(Op.From, region) { Inner = inner, Target = _random.Next(_coroutines), Value = ++_label });
                break;
            case 12:
                _code.Add(new Instruction(Op.Return, region) { Value = ++_label });
                break;
            case 13:
                _code.Add(new Instruction(Op.Raise, region) { Kind = RandomKind(), Value = ++_label });
                break;
            case < 17:
                var act = RandomAct();
                _code.Add(new Instruction(Op.Act, region)
                {
                    Deed = act.Deed,
                    Target = _random.Next(_coroutines),
                    Kind = act.Kind,
                    Value = act.Value,
                });
                break;
            default:
                if (depth < 2)
                    Try(region, depth + 1);
                else
                    _code.Add(new Instruction(Op.Yield, region) { Value = ++_label });
                break;
        }
    }

    private void Try(Region? outer, int depth)
    {
        var kind = _random.Next(6) switch { < 2 => RegionKind.Catch, < 3 => RegionKind.CatchExit, _ => RegionKind.Finally };
        // Where the handler stands is known only after the block, which is patched then.
        int start = _code.Count;
        var placeholder = new Region(kind, -1, outer);
        Block(placeholder, depth);
        int handler = _code.Count + (kind == RegionKind.Finally ? 0 : 1);
        Patch(start, placeholder, new Region(kind, handler, outer));

        if (kind == RegionKind.Finally)
        {
            Block(new Region(RegionKind.FinallyBlock, 0, outer), depth);
            _code.Add(new Instruction(Op.EndFinally, outer));
            return;
        }
        var skip = new Instruction(Op.Jump, outer);
        _code.Add(skip);
        Block(outer, depth);
        if (_random.Next(3) == 0)
            _code.Add(new Instruction(Op.Rethrow, outer));
        skip.Value = _code.Count;
    }

    private void Patch(int start, Region from, Region to)
    {
        for (int i = start; i < _code.Count; i++)
            _code[i] = _code[i] with { Region = Replace(_code[i].Region) };

        Region? Replace(Region? region) => region is null ? null
            : ReferenceEquals(region, from) ? to
            : region with { Outer = Replace(region.Outer) };
    }
}

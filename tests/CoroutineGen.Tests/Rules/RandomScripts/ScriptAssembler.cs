namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>Makes instructions of a draft: flat code in which each label stands once, so that a trace tells what it is about.</summary>
public sealed class ScriptAssembler
{
    private readonly int _coroutines;
    private readonly List<Instruction> _code = [];
    private int _label;

    private ScriptAssembler(int coroutines) => _coroutines = coroutines;

    public static Script Assemble(ScriptDraft draft)
    {
        var assembler = new ScriptAssembler(draft.Bodies.Length);
        var bodies = draft.Bodies.Select(assembler.Body).ToList();
        return new Script(bodies, [.. draft.Acts.Select(assembler.ActOf)]);
    }

    private Act ActOf(ActDraft draft) => new(draft.Deed, draft.Target % _coroutines, draft.Kind, ++_label);

    private ScriptBody Body(BodyDraft draft)
    {
        _code.Clear();
        Block(draft.Statements, null);
        _code.Add(new Instruction(Op.Return, null) { Value = ++_label });
        return new ScriptBody(draft.Receives, [.. _code]);
    }

    private void Block(Statement[] statements, Region? region)
    {
        foreach (var statement in statements)
            Add(statement, region);
    }

    private void Add(Statement statement, Region? region)
    {
        switch (statement)
        {
            case YieldStatement:
                _code.Add(new Instruction(Op.Yield, region) { Value = ++_label });
                break;
            case FromStatement from:
                _code.Add(new Instruction(Op.From, region) { Inner = from.Inner, Target = from.Target % _coroutines, Value = ++_label });
                break;
            case ReturnStatement:
                _code.Add(new Instruction(Op.Return, region) { Value = ++_label });
                break;
            case RaiseStatement raise:
                _code.Add(new Instruction(Op.Raise, region) { Kind = raise.Kind, Value = ++_label });
                break;
            case ActStatement act:
                var done = ActOf(act.Act);
                _code.Add(new Instruction(Op.Act, region) { Deed = done.Deed, Target = done.Target, Kind = done.Kind, Value = done.Value });
                break;
            case TryStatement @try:
                Try(@try, region);
                break;
        }
    }

    private void Try(TryStatement statement, Region? outer)
    {
        // Where the handler stands is known only after the block, which is patched then.
        int start = _code.Count;
        var placeholder = new Region(statement.Kind, -1, outer);
        Block(statement.Block, placeholder);
        int handler = _code.Count + (statement.Kind == RegionKind.Finally ? 0 : 1);
        Patch(start, placeholder, new Region(statement.Kind, handler, outer));

        if (statement.Kind == RegionKind.Finally)
        {
            Block(statement.Handler, new Region(RegionKind.FinallyBlock, 0, outer));
            _code.Add(new Instruction(Op.EndFinally, outer));
            return;
        }
        var skip = new Instruction(Op.Jump, outer);
        _code.Add(skip);
        Block(statement.Handler, outer);
        if (statement.Rethrows)
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

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>Where lowering puts its instructions: the list of the region at hand, and the user's token that they stand for.</summary>
internal sealed class Emitter
{
    private List<Instruction> _list = [];

    /// <summary>The index of the first token of the user's statement at hand, or -1.</summary>
    public int Token { get; set; } = -1;

    /// <summary>"checked" or "unchecked" inside such a block of the user's; else null.</summary>
    public string? Overflow { get; set; }

    /// <summary>A value as it is meant inside of such a block, for where it is written outside.</summary>
    public Code InOverflow(Code value) => Overflow is null ? value : Code.Of(Overflow + "(", value, ")");

    public void Return(Code? value) => _list.Add(new Return(value) { Token = Token, Overflow = Overflow });

    public void Run(Code code, bool leaves = false) => _list.Add(new Run(code) { Token = Token, Overflow = Overflow, Leaves = leaves });

    public void Declare(Variable variable, Code? value, string? writtenType = null)
        => _list.Add(new Declare(variable, value) { Token = value is null ? -1 : Token, Overflow = Overflow, WrittenType = writtenType });

    /// <summary>Declares a reference, whose value says itself in what context it is evaluated.</summary>
    public void DeclareReference(Variable variable, Code value, string writtenType)
        => _list.Add(new Declare(variable, value) { Token = Token, WrittenType = writtenType });

    public void Mark(Label label) => _list.Add(new Mark(label));

    public void Jump(Label target) => _list.Add(new Jump(target));

    public void Branch(Code condition, bool when, Label target)
        => _list.Add(new Branch(condition, when, target) { Token = Token, Overflow = Overflow });

    public void Add(Instruction instruction) => _list.Add(instruction);

    /// <summary>Emits for a part of the user's statement, which may stand on a line of its own.</summary>
    public void At(int token, Action emit)
    {
        int statement = Token;
        Token = token;
        emit();
        Token = statement;
    }

    /// <summary>Runs an action with a list of its own, and gives it back.</summary>
    public List<Instruction> Region(Action fill)
    {
        var outer = _list;
        var inner = new List<Instruction>();
        _list = inner;
        fill();
        _list = outer;
        return inner;
    }
}

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>Appends instructions to the list of the current region, for the current token of the user's (an instruction builder).</summary>
internal sealed class InstructionBuilder
{
    private List<Instruction> _list = [];

    /// <summary>The index of the first token of the current statement; -1 for code without a line of the user's.</summary>
    public int Token { get; set; } = -1;

    /// <summary>"checked" or "unchecked" inside such a block of the user's; else null.</summary>
    public string? Overflow { get; set; }

    /// <summary>A value in the overflow context of that block, which was flattened.</summary>
    // checked { .. a + 1 .. }    ---->  checked(a + 1)
    public Code InOverflow(Code value) => Overflow is null ? value : Code.Of(Overflow + "(", value, ")");

    public void Return(Code? value) => _list.Add(new Return(value) { Token = Token, Overflow = Overflow });

    public void Emit(Code code, bool neverCompletes = false)
        => _list.Add(new StraightLine(code) { Token = Token, Overflow = Overflow, NeverCompletes = neverCompletes });

    public void Declare(Variable variable, Code? value, string? writtenType = null)
        => _list.Add(new Declare(variable, value) { Token = value is null ? -1 : Token, Overflow = Overflow, WrittenType = writtenType });

    /// <summary>Declares a ref local, whose value has its overflow context already.</summary>
    // checked { ref int r = ref a[i + 1]; }    ---->  ref int r = ref checked(a[i + 1]);
    public void DeclareReference(Variable variable, Code value, string writtenType)
        => _list.Add(new Declare(variable, value) { Token = Token, WrittenType = writtenType });

    public void Mark(Label label) => _list.Add(new Mark(label));

    public void Jump(Label target) => _list.Add(new Jump(target));

    public void Branch(Code condition, bool when, Label target)
        => _list.Add(new Branch(condition, when, target) { Token = Token, Overflow = Overflow });

    public void Add(Instruction instruction) => _list.Add(instruction);

    /// <summary>Emits with another current token: for a part of a statement that may stand on a line of its own.</summary>
    public void At(int token, Action emit)
    {
        int statement = Token;
        Token = token;
        emit();
        Token = statement;
    }

    /// <summary>Emits to a list of its own.</summary>
    /// <returns>That list.</returns>
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

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// What is known at one place: for each variable the set of coroutines that it may hold, one bit for each place that makes one, and for
/// each of these coroutines its stages.
/// </summary>
internal sealed class FlowState
{
    /// <summary>The bit for anything that was not made in this method, or of which a loop has made a later one.</summary>
    public const ulong Foreign = 1UL << 63;

    /// <summary>The bit for null.</summary>
    public const ulong Null = 1UL << 62;

    /// <summary>How many places that make coroutines are followed; what others make is foreign.</summary>
    public const int Capacity = 62;

    private readonly ulong[] _variables;
    private readonly Stages[] _coroutines;

    public FlowState(int variables, int coroutines)
    {
        _variables = new ulong[variables];
        _coroutines = new Stages[coroutines];
        for (int i = 0; i < variables; i++)
            _variables[i] = Foreign;
    }

    private FlowState(FlowState other)
    {
        _variables = (ulong[])other._variables.Clone();
        _coroutines = (Stages[])other._coroutines.Clone();
    }

    public ulong this[int variable]
    {
        get => _variables[variable];
        set => _variables[variable] = value;
    }

    /// <summary>Whether a value, where it is not null, is the coroutine of one place.</summary>
    public static bool IsOne(ulong value) => (value & ~Null) is var places && (places & (places - 1)) == 0;

    public FlowState Clone() => new(this);

    /// <summary>Adds what another way brings.</summary>
    /// <returns>Whether anything is new.</returns>
    public bool Join(FlowState other)
    {
        bool changed = false;
        for (int i = 0; i < _variables.Length; i++)
        {
            changed |= (other._variables[i] & ~_variables[i]) != 0;
            _variables[i] |= other._variables[i];
        }
        for (int i = 0; i < _coroutines.Length; i++)
        {
            changed |= (other._coroutines[i] & ~_coroutines[i]) != 0;
            _coroutines[i] |= other._coroutines[i];
        }
        return changed;
    }

    /// <summary>A place makes its coroutine again: what it made before is out of sight.</summary>
    public ulong Make(int site, Stages stage)
    {
        ulong bit = 1UL << site;
        for (int i = 0; i < _variables.Length; i++)
            if ((_variables[i] & bit) != 0)
                _variables[i] = (_variables[i] & ~bit) | Foreign;
        _coroutines[site] = stage;
        return bit;
    }

    /// <summary>The stages of one coroutine.</summary>
    public Stages At(int site) => _coroutines[site];

    /// <summary>The stages of whichever coroutine a value may be.</summary>
    public Stages Of(ulong value)
    {
        var stages = (value & Foreign) != 0 ? Stages.Unknown : Stages.None;
        for (int i = 0; i < _coroutines.Length; i++)
            if ((value & (1UL << i)) != 0)
                stages |= _coroutines[i];
        return stages;
    }

    /// <summary>Moves the coroutine that a value is. Where it may be one of several, each of them may have been moved or not.</summary>
    public void Move(ulong value, Func<Stages, Stages> to)
    {
        bool isOne = IsOne(value);
        for (int i = 0; i < _coroutines.Length; i++)
            if ((value & (1UL << i)) != 0)
                _coroutines[i] = isOne ? to(_coroutines[i]) : _coroutines[i] | to(_coroutines[i]);
    }
}

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>The base of programs that are compared with CPython. The counterpart of protocol.py, which does the same in the same words.</summary>
public abstract partial class ProtocolWorld : World
{
    private static readonly int[] Kinds = [0, 0, 1, 2, 3, 4];

    public new int Sum(int place, int a, int b) => L(place, a + b);

    public void Caught(Exception error) => Log("caught " + Errors.Describe(error));

    public new void Poke(int slot, int operation, int value)
    {
        if (!HasFuel())
            return;
        var target = Slots[slot]!;
        Log($"poke {slot} {operation} when {target.State}");
        Do(target, (Operation)operation, ((value % 6) + 6) % 6, value);
    }

    public void Do(Slot target, Operation operation, int kind, int value)
    {
        if (operation == Operation.Throw && target.State == CoroutineState.Suspended && Runs(target.Delegate))
            operation = Operation.MoveNext;
        string outcome;
        try
        {
            outcome = Apply(target, operation, kind, value);
        }
        catch (Exception error)
        {
            outcome = "raises " + Errors.Describe(error);
        }
        Log($"  {operation} {outcome}");
    }

    /// <summary>The counterpart of rule 101 in differences.py.</summary>
    private static bool HasEnded(object? inner)
    {
        for (int depth = 0; depth < 100 && inner is Coroutine<int> coroutine; depth++, inner = coroutine.Delegate)
            if (coroutine.State == CoroutineState.Closed)
                return true;
        return false;
    }

    /// <summary>The counterpart of rule 95 in differences.py.</summary>
    private static bool Runs(object? inner)
    {
        for (int depth = 0; depth < 100 && inner is Coroutine<int> coroutine; depth++, inner = coroutine.Delegate)
            if (coroutine.State == CoroutineState.Running)
                return true;
        return false;
    }

    private static string Apply(Slot target, Operation operation, int kind, int value)
    {
        var state = target.State;
        bool yields;
        switch (operation)
        {
            case Operation.MoveNext:
                yields = target.MoveNext();
                break;
            case Operation.Send:
                yields = target.TrySend(value);
                break;
            case Operation.Throw:
                int thrown = Kinds[kind];
                yields = target.TryThrow(Errors.Make(thrown == 4 && (state == CoroutineState.Created || HasEnded(target.Delegate)) ? 0 : thrown, value));
                break;
            default:
                target.Close();
                return "ends";
        }
        return yields ? $"yields {target.Current}" : state == CoroutineState.Closed ? "ends" : $"ends {target.Result}";
    }
}

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>What several passes ask of lists of instructions.</summary>
internal static class Instructions
{
    /// <summary>All instructions, those inside try regions included, in the order of the text.</summary>
    public static IEnumerable<Instruction> Descendants(List<Instruction> list)
    {
        foreach (var instruction in list)
        {
            yield return instruction;
            if (instruction is not TryRegion region)
                continue;
            foreach (var inner in Descendants(region.Body))
                yield return inner;
            foreach (var inner in region.Catches.SelectMany(c => Descendants(c.Body)))
                yield return inner;
            foreach (var inner in Descendants(region.Final ?? []))
                yield return inner;
        }
    }

    /// <summary>Whether the end of an instruction is unreachable.</summary>
    public static bool NeverCompletes(Instruction instruction) => instruction switch
    {
        StraightLine run => run.NeverCompletes,
        Jump or Dispatch or Return => true,
        TryRegion region => !EndIsReachable(region.Body) && !region.Catches.Exists(c => EndIsReachable(c.Body)),
        _ => false,
    };

    /// <summary>Whether the end of a list is reachable.</summary>
    public static bool EndIsReachable(List<Instruction> list) => list.Count == 0 || !NeverCompletes(list[list.Count - 1]);

    /// <summary>Whether a list holds a suspension.</summary>
    public static bool Suspend(List<Instruction> list) => Descendants(list).Any(i => i is Suspend);

    /// <summary>Whether an instruction returns from the body, be it from within copied statements.</summary>
    public static bool Returns(Instruction instruction)
        => instruction is Return || CodeOf(instruction).Any(code => code.Pieces.Any(piece => piece is ReturnPiece));

    /// <summary>The code that an instruction itself holds, without that of nested regions.</summary>
    public static IEnumerable<Code> CodeOf(Instruction instruction)
    {
        switch (instruction)
        {
            case StraightLine run:
                yield return run.Code;
                break;
            case Return { Value: { } result }:
                yield return result;
                break;
            case Declare { Value: { } value }:
                yield return value;
                break;
            case Branch branch:
                yield return branch.Condition;
                break;
            case Suspend suspend:
                yield return suspend.Value;
                if (suspend.OnClose is not null)
                    yield return suspend.OnClose;
                break;
            case Dispatch dispatch:
                yield return dispatch.Value;
                foreach (var arm in dispatch.Arms)
                {
                    foreach (var label in arm.Labels)
                        yield return label.Code;
                    yield return arm.Assignments;
                }
                break;
            case TryRegion region:
                foreach (var clause in region.Catches)
                    yield return clause.Head;
                break;
        }
    }

    /// <summary>Adds the labels that an instruction may jump to.</summary>
    public static void AddTargets(Instruction instruction, HashSet<Label> targets)
    {
        switch (instruction)
        {
            case Jump jump:
                targets.Add(jump.Target);
                break;
            case Branch branch:
                targets.Add(branch.Target);
                break;
            case Dispatch dispatch:
                targets.UnionWith(dispatch.Arms.Select(a => a.Target));
                break;
        }
        foreach (var code in CodeOf(instruction))
        {
            foreach (var piece in code.Pieces)
            {
                if (piece is LabelPiece label)
                    targets.Add(label.Label);
            }
        }
    }
}

using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// Removes unreachable code, labels that nobody jumps to, and jumps to the next line. The rest reads better, and more variables are
/// mentioned in one run only, so that they stay locals.
/// </summary>
// goto End; F(); Unused: G(); End:              ---->  End:, which goes too where nothing else jumps there
// if (!(c)) goto Next; goto End; Next:          ---->  if (c) goto End; Next:
internal static class Tidy
{
    /// <summary>Changes a body in place, again and again until there is nothing more to remove.</summary>
    public static void Run(List<Instruction> body)
    {
        int before;
        do
        {
            before = Count(body);
            var used = new HashSet<Label>();
            foreach (var instruction in Instructions.Descendants(body))
                Instructions.AddTargets(instruction, used);
            Clean(body, used);
        }
        while (Count(body) != before);
    }

    private static int Count(List<Instruction> body) => Instructions.Descendants(body).Count();

    private static void Clean(List<Instruction> list, HashSet<Label> used)
    {
        bool reachable = true;
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is Mark mark)
            {
                if (!used.Contains(mark.Label))
                    list.RemoveAt(i--);
                else
                    reachable = true;
                continue;
            }
            if (!reachable || (list[i] is Jump jump && IsNext(list, i + 1, jump.Target)))
            {
                list.RemoveAt(i--);
                continue;
            }
            if (list[i] is TryRegion region)
            {
                Clean(region.Body, used);
                foreach (var clause in region.Catches)
                    Clean(clause.Body, used);
                if (region.Final is not null)
                    Clean(region.Final, used);
            }
            if (list[i] is Branch branch && i + 2 < list.Count && list[i + 1] is Jump over && IsNext(list, i + 2, branch.Target))
            {
                list[i] = new Branch(branch.Condition, !branch.When, over.Target) { Token = branch.Token, Overflow = branch.Overflow };
                list.RemoveAt(i + 1);
            }
            reachable = !Instructions.NeverCompletes(list[i]);
        }
    }

    private static bool IsNext(List<Instruction> list, int index, Label target)
    {
        for (; index < list.Count && list[index] is Mark mark; index++)
        {
            if (mark.Label == target)
                return true;
        }
        return false;
    }
}

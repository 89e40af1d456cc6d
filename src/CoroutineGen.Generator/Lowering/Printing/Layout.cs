namespace CoroutineGen.Generator.Lowering;

/// <summary>Numbers the points and names the labels, in the order of the text.</summary>
internal static class Layout
{
    public static List<Suspend> Number(List<Instruction> body, FreshNames names)
    {
        var points = new List<Suspend>();
        var userLabels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in Instructions.Descendants(body))
        {
            switch (instruction)
            {
                case Suspend suspend:
                    points.Add(suspend);
                    suspend.Point = points.Count;
                    suspend.Resumed.Name = names.TakeNumbered(suspend.Resumed.Hint);
                    break;
                case Mark mark:
                    mark.Label.Name = names.IsTaken(mark.Label.Hint) && userLabels.Add(mark.Label.Hint)
                        ? TypeText.Escape(mark.Label.Hint)
                        : names.TakeNumbered(mark.Label.Hint);
                    break;
                case TryRegion region:
                    region.Entry.Name = names.TakeNumbered(region.Entry.Hint);
                    break;
            }
        }
        return points;
    }
}

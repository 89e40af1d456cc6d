namespace CoroutineGen.Fuzz.Python;

/// <summary>Smaller versions of a program of the shared language.</summary>
internal static class ProtocolCandidates
{
    private static readonly Node Zero = new(NodeKind.Constant, 0);

    public static IEnumerable<ProtocolProgram> Of(ProtocolProgram program)
    {
        for (int i = 0; i < program.Coroutines.Length; i++)
        {
            int index = i;
            foreach (var smaller in Smaller(program.Coroutines[i]))
                yield return program with { Coroutines = [.. program.Coroutines.Select((c, n) => n == index ? smaller : c)] };
        }
    }

    private static IEnumerable<Node> Smaller(Node node)
    {
        for (int i = 0; i < node.Parts.Length; i++)
        {
            var part = node.Parts[i];
            if (CanGo(node, part))
                yield return node.With(i, null);
            foreach (var inner in part.Parts.Where(p => Fits(part, p) && (part.Kind != NodeKind.Block || node.Kind == NodeKind.Block)))
                yield return node.With(i, inner);
            if (part.IsExpression && part.Kind is not (NodeKind.Constant or NodeKind.Variable))
                yield return node.With(i, Zero);
            foreach (var smaller in Smaller(part))
                yield return node.With(i, smaller);
        }
    }

    private static bool CanGo(Node node, Node part)
        => (node.Kind == NodeKind.Block && part.Kind != NodeKind.Return)
            || (node.Kind == NodeKind.Try && IsClause(part) && node.Parts.Length > 2);

    private static bool Fits(Node place, Node part)
        => !IsClause(place) && !IsClause(part) && (place.IsStatement, place.IsExpression) == (part.IsStatement, part.IsExpression);

    private static bool IsClause(Node node) => node.Kind is NodeKind.Handler or NodeKind.Finally;
}

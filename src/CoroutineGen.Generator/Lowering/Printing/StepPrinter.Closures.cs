using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Printing;

// Environments: a closure captures a copy of the reference.
internal sealed partial class StepPrinter
{
    /// <summary>The scopes whose environments stand in a local now.</summary>
    private readonly List<VariableScope> _copied = [];

    /// <summary>
    /// The scopes whose environments closures in some code capture: each through a fresh local, since the frame's field changes with the
    /// next entry to the scope. What was copied around a try statement is not copied again: nothing inside enters that scope.
    /// </summary>
    // yield(() => copy);    ---->  { var scope1 = f.scope1; current = () => scope1.copy; return 1; }
    private List<VariableScope> Closures(IEnumerable<Code> codes)
        => codes.SelectMany(c => c.ClosedOver).Distinct().Except(_copied).ToList();

    private void BeginClosures(List<VariableScope> scopes)
    {
        if (scopes.Count == 0)
            return;
        Open();
        foreach (var scope in scopes)
            Line($"var {scope.FieldName} = {_names.Frame}.{scope.FieldName};");
        _copied.AddRange(scopes);
    }

    private void EndClosures(List<VariableScope> scopes)
    {
        if (scopes.Count == 0)
            return;
        Close();
        _copied.RemoveRange(_copied.Count - scopes.Count, scopes.Count);
    }
}

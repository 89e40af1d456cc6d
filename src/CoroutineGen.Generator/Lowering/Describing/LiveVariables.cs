using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Describing;

/// <summary>
/// Finds the variables that a debugger shows at a suspension: the user's that are in scope there and hoisted, whether or not they are read
/// again. Liveness would hide some that a reader of the code expects to see.
/// </summary>
internal static class LiveVariables
{
    public static EquatableArray<LiveVariable> At(Suspend suspend, VariableMap variables, LoweringContext context)
    {
        int position = context.Tokens.PositionOf(suspend.CallToken);
        return variables.InScopeAt(position)
            .Where(v => v.Storage is Storage.Frame or Storage.Environment)
            .OrderByDescending(v => v.IsParameter).ThenBy(v => v.Declaration!.SpanStart)
            .Select(v => new LiveVariable(v.Name, PathOf(v)))
            .ToEquatableArray();
    }

    /// <summary>Where a debugger finds a variable, from the frame.</summary>
    // n, scope1.n
    private static string PathOf(Variable variable)
    {
        string name = variable.StoredName.TrimStart('@');
        return variable.Storage == Storage.Environment ? $"{variable.Scope.FieldName}.{name}" : name;
    }
}

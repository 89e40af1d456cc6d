using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Describing;

/// <summary>
/// Finds the variables that a debugger shows at a suspension: the user's that are in scope there and hoisted, whether or not they are read
/// again. Liveness would hide some that a reader of the code expects to see.
/// </summary>
internal sealed class LiveVariables(VariableMap variables, LoweringContext context)
{
    /// <summary>
    /// The most that are shown at a suspension, beside the parameters: those declared last. All of them, at each of many suspensions, would
    /// make a table that grows with the square of the body.
    /// </summary>
    private const int MostShown = 32;

    public EquatableArray<LiveVariable> At(Suspend suspend)
    {
        int position = context.Tokens.PositionOf(suspend.CallToken);
        var parameters = new List<Variable>();
        var locals = new List<Variable>();
        foreach (var node in VariableScopes.Around(context.Method.FindToken(position).Parent!, context.Method))
        {
            if (variables.FindScope(node) is not { } scope)
                continue;
            // They are in the order of the text.
            for (int i = scope.Variables.Count - 1; i >= 0; i--)
            {
                if (scope.Variables[i] is { Symbol: not null, Storage: Storage.Frame or Storage.Environment } variable)
                {
                    if (variable.IsParameter)
                        parameters.Add(variable);
                    else if (locals.Count < MostShown && IsDeclared(variable, position))
                        locals.Add(variable);
                }
            }
        }
        return parameters.AsEnumerable().Reverse().Concat(locals.OrderBy(v => v.Declaration!.SpanStart))
            .Select(v => new LiveVariable(v.Name, PathOf(v)))
            .ToEquatableArray();
    }

    private static bool IsDeclared(Variable variable, int position) => variable.Declaration switch
    {
        ForEachStatementSyntax loop => loop.Statement.Span.Contains(position),
        { } declaration => declaration.Span.End <= position,
        _ => false,
    };

    /// <summary>Where a debugger finds a variable, from the frame.</summary>
    // n, scope1.n
    private static string PathOf(Variable variable)
    {
        string name = variable.StoredName.TrimStart('@');
        return variable.Storage == Storage.Environment ? $"{variable.Scope.FieldName}.{name}" : name;
    }
}

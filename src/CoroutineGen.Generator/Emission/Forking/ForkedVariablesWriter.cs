using CoroutineGen.Generator.Emission.Folding;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Forking;

/// <summary>
/// Writes what a twin does with its variables: one method for what must not be shared, one for all that the forker is asked for. Each looks
/// only at what may still be read at the point where the coroutine stands.
/// </summary>
// protected override void ForkVariables(int point, Twins twins)
// {
//     ref var f = ref Frame;
//     if (point is 1 or 2)
//         f.inner = twins.Of(f.inner, "inner");
//     if (f.scope1 != null)
//     {
//         f.scope1 = f.scope1.Fork();
//         f.scope1.other = twins.Of(f.scope1.other, "other");
//     }
// }
internal static class ForkedVariablesWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, ForkShape fork)
    {
        Write(writer, shape, body, "ForkVariables", [.. fork.Variables], isForVariables: true);
        Write(writer, shape, body, "ForkValues", [.. fork.Values], isForVariables: false);
    }

    private static void Write(
        SourceWriter writer, ClassShape shape, LoweredBody body, string name, ForkedVariable[] variables, bool isForVariables)
    {
        if (variables.Length == 0)
            return;
        string frame = body.Step.Signature.Frame;
        writer.Line();
        writer.Open($"protected override void {name}(int point, {FrameworkNames.Twins} twins)");
        if (body.Step.IsFolded)
        {
            writer.Open("for (int depth = Frames.Depth; ; depth--)");
            writer.Line(FrameForm.Alias(frame, "Frames.At(depth, ref Frame)"));
        }
        else
        {
            writer.Line(FrameForm.Alias(frame, "Frame"));
        }
        foreach (var variable in variables.Where(v => v is { Scope: null, Way: not ForkWay.Environment }))
            WriteOne(writer, variable, frame, isForVariables);
        var scopes = variables.Select(v => v.Way == ForkWay.Environment ? v.Field : v.Scope).OfType<string>().Distinct();
        foreach (string scope in scopes)
            WriteScope(writer, scope, variables, frame, ForkName(body, scope), isForVariables);
        if (body.Step.IsFolded)
        {
            writer.Line("if (depth == 0)");
            writer.Line("return;", 1);
            writer.Line("point = Frames.CallerOf(depth);");
            writer.Close();
        }
        writer.Close();
    }

    /// <summary>The name of an environment's method that makes another one.</summary>
    public static string ForkName(ScopeClass scope)
        => ClassNames.Fresh("Fork", name => name == scope.Name || scope.Fields.Any(f => ClassNames.Plain(f.Name) == name));

    private static string ForkName(LoweredBody body, string scope)
        => ForkName(body.Frame.Scopes.First(s => s.Name == body.Frame.Fields.First(f => f.Name == scope).Type));

    private static void WriteScope(
        SourceWriter writer, string scope, ForkedVariable[] variables, string frame, string fork, bool isForVariables)
    {
        string field = $"{frame}.{scope}";
        var environment = variables.FirstOrDefault(v => v.Way == ForkWay.Environment && v.Field == scope);
        var inside = variables.Where(v => v.Scope == scope).ToArray();
        string points = environment is { Points.Count: > 0 } ? $" && point is {Pattern(environment.Points)}" : "";
        writer.Line($"if ({field} != null{points})");
        if (inside.Length == 0)
        {
            writer.Line($"{field} = {field}.{fork}();", 1);
            return;
        }
        writer.Line("{");
        writer.Indent++;
        if (isForVariables)
            writer.Line($"{field} = {field}.{fork}();");
        foreach (var variable in inside)
            WriteOne(writer, variable, field, isForVariables);
        writer.Close();
    }

    private static void WriteOne(SourceWriter writer, ForkedVariable variable, string owner, bool isForVariables)
    {
        string field = $"{owner}.{variable.Field}";
        string value = ClassNames.Argument(variable.Type, field);
        string name = variable.Name is null ? "null" : SymbolDisplay.FormatLiteral(variable.Name, quote: true);
        string made = variable.Way switch
        {
            _ when !isForVariables => $"twins.Copy({(variable.Way == ForkWay.Own ? "null" : name)}, {value})",
            ForkWay.Box => $"{FrameworkNames.Anonymous}.Fork({field})",
            ForkWay.MaybeCoroutine => $"twins.Of({value}, {name})",
            _ => $"twins.Forked({value}, {name})",
        };
        int deeper = variable.Points.Count > 0 ? 1 : 0;
        if (deeper > 0)
            writer.Line($"if (point is {Pattern(variable.Points)})");
        writer.Line($"{field} = {made};", deeper);
    }

    // 1 or >= 3 and <= 5
    private static string Pattern(IReadOnlyList<int> points)
    {
        var parts = new List<string>();
        for (int i = 0; i < points.Count; i++)
        {
            int first = i;
            while (i + 1 < points.Count && points[i + 1] == points[i] + 1)
                i++;
            parts.Add(i == first ? $"{points[i]}" : i == first + 1 ? $"{points[first]} or {points[i]}" : $">= {points[first]} and <= {points[i]}");
        }
        return string.Join(" or ", parts);
    }
}

using CoroutineGen.Generator.Caching;
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
            writer.Line(FrameForm.Struct.Alias(frame, "Frames.At(depth, ref Frame)"));
        }
        else
        {
            writer.Line(FrameForm.Struct.Alias(frame, "Frame"));
        }
        int last = body.Points.Count;
        WriteAll(writer, variables.Where(v => v is { Scope: null, Way: not ForkWay.Environment }), frame, last, isForVariables);
        var scopes = variables.Select(v => v.Way == ForkWay.Environment ? v.Field : v.Scope).OfType<string>().Distinct();
        foreach (string scope in scopes)
            WriteScope(writer, body, scope, variables, frame, isForVariables);
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
        SourceWriter writer, LoweredBody body, string scope, ForkedVariable[] variables, string frame, bool isForVariables)
    {
        string field = $"{frame}.{scope}";
        int last = body.Points.Count;
        var points = variables.FirstOrDefault(v => v.Way == ForkWay.Environment && v.Field == scope)?.Points ?? EquatableArray<int>.Empty;
        // Around the variables stands the condition of their environment already.
        var inside = variables.Where(v => v.Scope == scope)
            .Select(v => v.Points.Equals(points) ? v with { Points = EquatableArray<int>.Empty } : v).ToArray();
        writer.Line(points.Count == 0 ? $"if ({field} != null)" : $"if ({field} != null && point is {Pattern(points, last)})");
        if (inside.Length == 0)
        {
            writer.Line($"{field} = {field}.{ForkName(body, scope)}();", 1);
            return;
        }
        writer.Line("{");
        writer.Indent++;
        if (isForVariables)
            writer.Line($"{field} = {field}.{ForkName(body, scope)}();");
        WriteAll(writer, inside, field, last, isForVariables);
        writer.Close();
    }

    /// <summary>Writes what is done with the variables of a frame or an environment, under one condition for the same points.</summary>
    private static void WriteAll(
        SourceWriter writer, IEnumerable<ForkedVariable> variables, string owner, int last, bool isForVariables)
    {
        foreach (var group in variables.GroupBy(v => v.Points))
        {
            string[] lines = [.. group.Select(v => $"{owner}.{v.Field} = {Made(v, owner, isForVariables)};")];
            if (group.Key.Count > 0)
                writer.Line($"if (point is {Pattern(group.Key, last)})");
            if (group.Key.Count > 0 && lines.Length > 1)
                writer.Line("{");
            foreach (string line in lines)
                writer.Line(line, group.Key.Count > 0 ? 1 : 0);
            if (group.Key.Count > 0 && lines.Length > 1)
                writer.Line("}");
        }
    }

    private static string Made(ForkedVariable variable, string owner, bool isForVariables)
    {
        string value = ClassNames.Argument(variable.Type, $"{owner}.{variable.Field}");
        string name = variable.Name is null ? "null" : SymbolDisplay.FormatLiteral(variable.Name, quote: true);
        return variable.Way switch
        {
            _ when !isForVariables => $"twins.Copy({(variable.Way == ForkWay.Own ? "null" : name)}, {value})",
            ForkWay.Box => $"{FrameworkNames.Anonymous}.Fork({value}, Name, {name})",
            ForkWay.MaybeCoroutine => $"twins.Of({value}, {name})",
            _ => $"twins.Forked({value}, {name})",
        };
    }

    // 1 or >= 3 and <= 5
    public static string Pattern(EquatableArray<int> points, int last)
    {
        var parts = new List<string>();
        for (int i = 0; i < points.Count; i++)
        {
            int first = i;
            while (i + 1 < points.Count && points[i + 1] == points[i] + 1)
                i++;
            parts.Add(i == first ? $"{points[i]}"
                : points[first] == 0 ? $"<= {points[i]}"
                : points[i] == last ? $">= {points[first]}"
                : $">= {points[first]} and <= {points[i]}");
        }
        return string.Join(" or ", parts);
    }
}

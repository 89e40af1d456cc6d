using System.Globalization;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>Writes how a coroutine is restored: an empty one reads its variables, and then gets the coroutines that they hold.</summary>
// public static OrderCoroutine Restore(CoroutineReader reader, RestoreOptions? options = null)
//     => Restorer.Restore<OrderCoroutine>(Kind, reader, options, SavedCoroutines.Catalog);
// protected override void RestoreVariables(int point, Restorer from) { .. switch (point) { case 1: from.Read(Names.sum, out f.sum); .. } }
// protected override void RestoreCoroutines(int point, Restorer from) { .. f.inner = from.Coroutine<InnerCoroutine>(Names.inner); .. }
internal static class RestoreWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save, SavedNameMap names)
    {
        string self = ClassNames.Class(shape.Model);
        writer.Line();
        writer.Line("/// <summary>Makes a coroutine that stands where a saved one stood. Nothing of its body runs.</summary>");
        writer.Line("/// <param name=\"reader\">Gives what was saved.</param>");
        writer.Line("/// <param name=\"options\">How it is restored; null for the defaults.</param>");
        writer.Line("/// <returns>The coroutine.</returns>");
        writer.Line(Head(shape));
        writer.Line(
            $"=> {FrameworkNames.Restorer}.Restore<{self}>(Kind, reader, options, {FrameworkNames.SavedCoroutines}.Catalog);", 1);
        WriteVariables(writer, shape, body, save, names);
        WriteCoroutines(writer, shape, body, save, names);
        WriteCurrent(writer, save, names);
        WriteResult(writer, shape, save, names);
    }

    // public static OrderCoroutine Restore(CoroutineReader reader, RestoreOptions? options = null)
    public static string Head(ClassShape shape)
        => $"public static {ClassNames.Class(shape.Model)} Restore({FrameworkNames.CoroutineReader} reader, "
            + $"{FrameworkNames.RestoreOptions}? options = null)";

    private static void WriteVariables(SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save, SavedNameMap names)
    {
        string frame = body.Step.Signature.Frame;
        var groups = PointGroups.Of(save, p => Read(p, shape, body, names));
        if (groups.Count == 0 && !shape.HostKeepsReceiver)
            return;
        writer.Line();
        writer.Open($"protected override void RestoreVariables(int point, {FrameworkNames.Restorer} from)");
        writer.Line(shape.Form.Alias(frame, "Frame"));
        if (shape.HostKeepsReceiver)
            writer.Line($"{frame}.{shape.ReceiverField} = from.Supply<{shape.Host}>(\"this\");");
        if (groups.Count > 0)
            PointGroups.Write(writer, groups);
        writer.Close();
    }

    private static IEnumerable<string> Read(SavedPoint point, ClassShape shape, LoweredBody body, SavedNameMap names)
    {
        string frame = body.Step.Signature.Frame;
        foreach (var scope in point.Scopes)
            yield return $"{frame}.{scope.Field} = new {shape.LocalsType}.{scope.Class}();";
        if (body.Frame.Held is { } held && point.Held > 0)
            yield return $"{frame}.{held.Name} = {Number(point.Held)};";
        foreach (var variable in point.Variables)
        {
            string name = variable.Way is SaveWay.Supplied or SaveWay.Token ? "" : names.Of(variable);
            string value = $"{frame}.{variable.Path}";
            switch (variable.Way)
            {
                case SaveWay.Value:
                    yield return $"from.Read({name}, out {value});";
                    break;
                case SaveWay.Coroutine:
                    yield return $"from.ReadCoroutine({name});";
                    break;
                case SaveWay.Supplied:
                    string supplied = SymbolDisplay.FormatLiteral(variable.Name, quote: true);
                    yield return $"{value} = from.Supply<{variable.FieldType.TrimEnd('?')}>({supplied});";
                    break;
                case SaveWay.Token:
                    yield return $"{value} = from.Token;";
                    break;
                case SaveWay.Exit:
                    yield return $"{value} = from.ReadExit({name}) switch {{ {Exits(variable)}"
                        + $"\"{SaveShape.NoExit}\" => 0, _ => throw from.Malformed({name}) }};";
                    break;
                case SaveWay.Taken:
                    foreach (string line in Place(point.Loops.First(l => l.Taken == variable.Path), frame, name))
                        yield return line;
                    break;
            }
        }
    }

    /// <summary>How a loop finds its place again.</summary>
    // f.index1 = from.Taken(Names.line_taken, f.items1 is null ? 0 : f.items1.Length) - 1;
    private static IEnumerable<string> Place(SavedLoop loop, string frame, string name)
    {
        string items = $"{frame}.{loop.Items}";
        string taken = $"{frame}.{loop.Taken}";
        if (loop.Source is not null)
            yield return $"{items} = {frame}.{loop.Source};";
        if (loop.Kind == LoopKind.Index)
        {
            yield return $"{taken} = from.Taken({name}, {items} is null ? 0 : {items}.Length) - 1;";
            yield break;
        }
        yield return loop.Kind == LoopKind.ImmutableArray
            ? $"{taken} = from.Taken({name}, {items}.IsDefault ? 0 : {items}.Length);"
            : $"{taken} = from.Taken({name}, {items} is null ? 0 : {items}.Count);";
        yield return $"{frame}.{loop.Enumerator} = {items}.GetEnumerator();";
        yield return $"for (int i = 0; i < {taken}; i++)";
        yield return $"    {frame}.{loop.Enumerator}.MoveNext();";
    }

    private static void WriteCoroutines(SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save, SavedNameMap names)
    {
        string frame = body.Step.Signature.Frame;
        var groups = PointGroups.Of(save, p => p.Variables.Where(v => v.Way == SaveWay.Coroutine)
            .Select(v => $"{frame}.{v.Path} = from.Coroutine<{v.FieldType.TrimEnd('?')}>({names.Of(v)});"));
        if (groups.Count == 0)
            return;
        writer.Line();
        writer.Open($"protected override void RestoreCoroutines(int point, {FrameworkNames.Restorer} from)");
        writer.Line(shape.Form.Alias(frame, "Frame"));
        PointGroups.Write(writer, groups);
        writer.Close();
    }

    private static void WriteCurrent(SourceWriter writer, SaveShape save, SavedNameMap names)
    {
        if (save.Current.Count == 0)
            return;
        writer.Line();
        writer.Open($"protected override bool RestoreCurrent({FrameworkNames.Restorer} from, bool isOptional)");
        writer.Line($"if (isOptional && !from.Has({names.Of(save.Current[0])}))");
        writer.Line("return false;", 1);
        foreach (var part in save.Current)
            writer.Line($"from.Read({names.Of(part)}, out {part.Path});");
        writer.Line("return true;");
        writer.Close();
    }

    private static void WriteResult(SourceWriter writer, ClassShape shape, SaveShape save, SavedNameMap names)
    {
        if (save.Result.Count == 0)
            return;
        writer.Line();
        writer.Open($"protected override void RestoreResult({FrameworkNames.Restorer} from)");
        writer.Line($"if (!from.Has({names.Of(save.Result[0])}))");
        writer.Line("return;", 1);
        writer.Line($"{shape.Model.ReturnType} result = default;");
        foreach (var part in save.Result)
            writer.Line($"from.Read({names.Of(part)}, out {part.Path});");
        // The place for the result of an asynchronous body is a value, which cannot be set into where it is returned.
        if (shape.Model.IsAsync)
            writer.Line("var returned = Returned;");
        writer.Line($"{(shape.Model.IsAsync ? "returned" : "Returned")}.Value = result;");
        writer.Close();
    }

    // "return" => 1,
    private static string Exits(SavedVariable variable)
        => string.Concat(variable.Exits.Select((name, i) => $"{SymbolDisplay.FormatLiteral(name, quote: true)} => {Number(i + 1)}, "));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>Writes how a coroutine is saved: its kind, the names of its points, and what is written at each of them.</summary>
// public static SavedKind Kind { get; } = new SavedKind("Shop.Order(int)", static () => new OrderCoroutine());
// public string PointName => base.NameOfPlace;
// protected override void SaveVariables(int depth, int point, Saver to) { .. switch (point) { case 1: .. } }
internal static class SaveWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save)
    {
        var names = new SavedNameMap(shape, body, save);
        if (body.Fork is null)
            EmptyConstructor.Write(writer, shape);
        WriteKind(writer, shape, save);
        WritePoints(writer, names, save);
        if (body.Step.IsFolded)
        {
            writer.Line();
            writer.Line("protected override int FoldedCalls => Frames.Depth;");
            writer.Line();
            writer.Line("protected override int PointAt(int depth)");
            writer.Line("=> depth == Frames.Depth ? Point & ~Delegating : Frames.CallerOf(depth + 1);", 1);
        }
        WriteAll(writer, shape, body, save, "CollectSaved", p => Collected(p, names, body));
        WriteAll(writer, shape, body, save, "SaveVariables", p => Saved(p, names, body));
        WriteValue(writer, "SaveCurrent", save.Current, names, declared: null);
        string result = shape.Model.IsAsync ? "base.Result" : "Returned.Value";
        WriteValue(writer, "SaveResult", save.Result, names, declared: $"var result = {result};");
        RestoreWriter.Write(writer, shape, body, save, names);
    }

    /// <summary>The members of a class whose body has errors, so that their callers bind.</summary>
    public static void WriteStub(SourceWriter writer, ClassShape shape)
    {
        writer.Line();
        writer.Line($"public static {FrameworkNames.SavedKind} Kind => throw new {FrameworkNames.NotSupported}();");
        writer.Line();
        writer.Line($"public string PointName => throw new {FrameworkNames.NotSupported}();");
        writer.Line();
        writer.Line($"public void Save({FrameworkNames.CoroutineWriter} writer) => throw new {FrameworkNames.NotSupported}();");
        writer.Line();
        writer.Line($"{RestoreWriter.Head(shape)} => throw new {FrameworkNames.NotSupported}();");
    }

    private static void WriteKind(SourceWriter writer, ClassShape shape, SaveShape save)
    {
        string self = ClassNames.Class(shape.Model);
        string known = string.Join(", ", save.Kinds.Select(k => k + ".Kind"));
        writer.Line();
        writer.Line("/// <summary>What it is saved as, for a catalogue.</summary>");
        writer.Line($"public static {FrameworkNames.SavedKind} Kind {{ get; }} = new {FrameworkNames.SavedKind}(");
        writer.Line($"{SymbolDisplay.FormatLiteral(save.Name, quote: true)},", 1);
        var arguments = new List<string> { $"static () => new {self}()" };
        var history = HistoryWriter.Lines(save);
        if (known.Length > 0)
            arguments.Add($"static () => new {FrameworkNames.SavedKind}[] {{ {known} }}");
        else if (history.Count > 0)
            arguments.Add("null");
        arguments.AddRange(history.Take(1));
        for (int i = 0; i < arguments.Count; i++)
            writer.Line(arguments[i] + (i < arguments.Count - 1 ? "," : history.Count > 1 ? "" : ");"), 1);
        for (int i = 1; i < history.Count; i++)
            writer.Line(history[i] + (i < history.Count - 1 ? "" : ");"), 1);
        writer.Line();
        writer.Line($"protected override {FrameworkNames.SavedKind} KindOf => Kind;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public string PointName => base.NameOfPlace;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public void Save({FrameworkNames.CoroutineWriter} writer) => base.SaveTo(writer);");
    }

    private static void WritePoints(SourceWriter writer, SavedNameMap names, SaveShape save)
    {
        var points = save.Points.Where(p => p.Number > 0).ToList();
        Switch($"protected override {FrameworkNames.SavedName} NameOfPoint(int point) => point switch", "null",
            points.Select(p => $"{p.Number} => {names.OfPoint(p.Number)}"));
        Switch("protected override int PointOfName(string name) => name switch", "-1",
            points.Select(p => $"{SymbolDisplay.FormatLiteral(p.Name, quote: true)} => {p.Number}"));
        if (points.Exists(p => p.Inner is not null))
            Switch("protected override bool DelegatesAt(int point, object inner) => point switch", "false",
                points.Where(p => p.Inner is not null).Select(p => $"{p.Number} => inner is null or {p.Inner}"));

        void Switch(string head, string otherwise, IEnumerable<string> arms)
        {
            writer.Line();
            writer.Line(head);
            writer.Line("{");
            foreach (string arm in arms)
                writer.Line(arm + ",", 1);
            writer.Line($"_ => {otherwise},", 1);
            writer.Line("};");
        }
    }

    /// <summary>Writes a method with a case for each point at which there is something to do; one for all points with the same.</summary>
    private static void WriteAll(
        SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save, string name, Func<SavedPoint, IEnumerable<string>> linesOf)
    {
        var groups = PointGroups.Of(save, linesOf);
        if (groups.Count == 0)
            return;
        writer.Line();
        writer.Open($"protected override void {name}(int depth, int point, {FrameworkNames.Saver} to)");
        writer.Line(shape.Form.Alias(
            body.Step.Signature.Frame, body.Step.IsFolded ? "Frames.At(depth, ref Frame)" : "Frame"));
        PointGroups.Write(writer, groups);
        writer.Close();
    }

    private static IEnumerable<string> Collected(SavedPoint point, SavedNameMap names, LoweredBody body)
    {
        string frame = body.Step.Signature.Frame;
        return point.Errors.Select(e => $"to.Pending({frame}.{e});")
            .Concat(point.Variables.Where(v => v.Way == SaveWay.Coroutine).Select(v => $"to.Add({frame}.{v.Path}, {names.Of(v)});"));
    }

    private static IEnumerable<string> Saved(SavedPoint point, SavedNameMap names, LoweredBody body)
        => point.Contract.Select(v => Saved(v, $"{body.Step.Signature.Frame}.{v.Path}", point, names));

    private static string Saved(SavedVariable variable, string value, SavedPoint point, SavedNameMap names) => variable.Way switch
    {
        SaveWay.Coroutine => $"to.WriteCoroutine({names.Of(variable)}, {value});",
        SaveWay.Taken => $"to.Writer.Write({names.Of(variable)}, {value}{(IsIndex(variable, point) ? " + 1" : "")});",
        SaveWay.Exit => $"to.Writer.Write({names.Of(variable)}, {value} switch {{ {Exits(variable)} }});",
        _ => $"to.Writer.Write({names.Of(variable)}, {value});",
    };

    /// <summary>Whether what says where a loop stands is the index of the element that it has taken last.</summary>
    private static bool IsIndex(SavedVariable taken, SavedPoint point)
        => point.Loops.First(l => l.Taken == taken.Path).Kind == LoopKind.Index;

    // 1 => "return", _ => "next"
    private static string Exits(SavedVariable variable)
        => string.Concat(variable.Exits.Select((name, i) => $"{i + 1} => {SymbolDisplay.FormatLiteral(name, quote: true)}, "))
            + $"_ => \"{SaveShape.NoExit}\"";

    private static void WriteValue(
        SourceWriter writer, string method, EquatableArray<SavedVariable> value, SavedNameMap names, string? declared)
    {
        if (value.Count == 0)
            return;
        writer.Line();
        writer.Open($"protected override void {method}({FrameworkNames.Saver} to)");
        if (declared is not null)
            writer.Line(declared);
        foreach (var part in value)
            writer.Line(Saved(part, part.Path, null!, names));
        writer.Close();
    }
}

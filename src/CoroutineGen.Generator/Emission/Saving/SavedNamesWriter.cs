using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>Writes the names under which points and variables are saved, within the frame's struct.</summary>
// internal static class Names
// {
//     public static readonly SavedName Point1 = new SavedName("Charge");
//     public static readonly SavedName sum = new SavedName("sum");
// }
internal static class SavedNamesWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, SaveShape save)
    {
        var names = new SavedNameMap(shape, body, save);
        writer.Line();
        writer.Line("/// <summary>The names under which points and variables are saved.</summary>");
        writer.Open($"internal static class {names.ClassName}");
        foreach (var point in save.Points.Where(p => p.Number > 0))
            WriteName(writer, SavedNameMap.PointField(point.Number), point.Name);
        foreach (var (field, name) in names.Fields)
            WriteName(writer, field, name);
        writer.Close();
    }

    private static void WriteName(SourceWriter writer, string field, string name)
        => writer.Line(
            $"public static readonly {FrameworkNames.SavedName} {field} = "
                + $"new {FrameworkNames.SavedName}({SymbolDisplay.FormatLiteral(name, quote: true)});");
}

using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes how each suspension point is protected by handlers and finally blocks, points of one protection on one line.</summary>
// protected override Protection ProtectionAt(int point) => point switch
// {
//     1 or 3 => Protection.Finally,
//     2 => Protection.Catch | Protection.Finally,
//     _ => Protection.None,
// };
internal static class ProtectionWriter
{
    public static void Write(SourceWriter writer, LoweredBody body)
    {
        var groups = body.Points.Where(p => p.Protection != Protection.None).GroupBy(p => p.Protection).ToArray();
        if (groups.Length == 0)
            return;
        writer.Line();
        writer.Line($"protected override {FrameworkNames.Protection} ProtectionAt(int point) => point switch");
        writer.Line("{");
        foreach (var group in groups)
            writer.Line($"{string.Join(" or ", group.Select(p => p.Number))} => {Flags(group.Key)},", 1);
        writer.Line($"_ => {FrameworkNames.Protection}.None,", 1);
        writer.Line("};");
    }

    // Protection.Catch | Protection.Finally
    private static string Flags(Protection protection)
        => string.Join(
            " | ",
            new[] { Protection.Catch, Protection.Finally, Protection.Exit, Protection.Held }
                .Where(flag => (protection & flag) != 0)
                .Select(flag => $"{FrameworkNames.Protection}.{flag}"));
}

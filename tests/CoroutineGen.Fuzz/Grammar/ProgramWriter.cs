using System.Text;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>Makes a program from a seed: a host with a few coroutines that delegate to each other.</summary>
internal static class ProgramWriter
{
    public static FuzzProgram Write(int seed)
    {
        var dice = new Dice(seed);
        bool closes = dice.Chance(75);
        var features = FeatureChoice.Choose(dice);
        int count = 1 + dice.Weighted(25, 40, 25, 10);
        var text = new StringBuilder();
        text.AppendLine("using System;");
        text.AppendLine("using System.Collections.Generic;");
        text.AppendLine("using System.Linq;");
        text.AppendLine("using CoroutineGen;");
        text.AppendLine("using CoroutineGen.Fuzz.Worlds;");
        text.AppendLine();
        text.AppendLine($"namespace {FuzzProgram.Namespace};");
        text.AppendLine();
        text.AppendLine("public sealed partial class Host : World");
        text.AppendLine("{");
        text.AppendLine($"    public override int Count => {count};");
        text.AppendLine();
        var makers = new StringBuilder();
        var bodies = new StringBuilder();
        for (int index = 0; index < count; index++)
        {
            bool isStatic = dice.Chance(30);
            string first = isStatic ? "this, " : "";
            makers.AppendLine($"        {index} => IsReference ? new Reference<int, int, int>(yield => C{index}({first}a, b, new(yield))) : C{index}({first}a, b),");
            bodies.AppendLine();
            bodies.AppendLine("    [Coroutine]");
            bodies.AppendLine(isStatic
                ? $"    public static int C{index}(Host h, int a, int b, Yield<int, int> yield)"
                : $"    public int C{index}(int a, int b, Yield<int, int> yield)");
            bodies.Append(new BodyWriter(dice, isStatic ? "h." : "", isStatic ? "h" : "this", index, count, closes, features).Write());
        }
        text.AppendLine("    protected override object Create(int index, int a, int b) => index switch");
        text.AppendLine("    {");
        text.Append(makers);
        text.AppendLine("        _ => throw new ArgumentOutOfRangeException(nameof(index)),");
        text.AppendLine("    };");
        text.Append(bodies);
        text.AppendLine("}");
        return new FuzzProgram(seed, text.ToString(), closes);
    }
}

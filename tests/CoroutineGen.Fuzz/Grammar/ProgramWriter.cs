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
        var oneWay = Enumerable.Range(0, count).Select(_ => dice.Chance(20)).ToArray();
        for (int index = 0; index < count; index++)
        {
            bool isStatic = dice.Chance(30);
            string modifiers = isStatic ? "public static" : "public";
            string first = isStatic ? "Host h, " : "", arguments = isStatic ? "this, a, b" : "a, b";
            var (result, types, reference) = oneWay[index]
                ? ("void", "int", $"new Reference<int, Unit, int>(yield => {{ C{index}({arguments}, new(v => yield(v))); return 0; }})")
                : ("int", "int, int", $"new Reference<int, int, int>(yield => C{index}({arguments}, new(yield)))");
            makers.AppendLine($"        {index} => IsReference ? {reference} : C{index}({arguments}),");
            bodies.AppendLine();
            bodies.AppendLine("    [Coroutine]");
            bodies.AppendLine($"    {modifiers} {result} C{index}({first}int a, int b, Yield<{types}> yield)");
            bodies.Append(new BodyWriter(dice, isStatic ? "h." : "", isStatic ? "h" : "this", index, oneWay, closes, features).Write());
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

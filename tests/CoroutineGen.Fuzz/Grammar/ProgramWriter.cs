using System.Text;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>Makes a program from a seed: a host with a few coroutines that delegate to each other.</summary>
internal static class ProgramWriter
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Linq", "CoroutineGen", "CoroutineGen.Fuzz.Worlds"];

    public static FuzzProgram Write(int seed) => Write(seed, ProgramForm.Plain);

    /// <summary>The program of a seed with coroutines that await: all, or the first ones, which delegate to the others.</summary>
    public static FuzzProgram WriteAsync(int seed) => Write(seed, ProgramForm.Async);

    /// <summary>The program of a seed with coroutines that can be saved, most of them.</summary>
    public static FuzzProgram WriteSaveable(int seed) => Write(seed, ProgramForm.Saveable);

    /// <summary>The program of a seed with coroutines that await, and can be saved where they do not.</summary>
    public static FuzzProgram WriteAsyncSaveable(int seed) => Write(seed, ProgramForm.AsyncSaveable);

    private static FuzzProgram Write(int seed, ProgramForm form)
    {
        var dice = new Dice(seed);
        bool isAsync = form is ProgramForm.Async or ProgramForm.AsyncSaveable, saves = form is ProgramForm.Saveable or ProgramForm.AsyncSaveable;
        bool closes = dice.Chance(75);
        var features = FeatureChoice.Choose(dice);
        int count = 1 + dice.Weighted(25, 40, 25, 10);
        // Dice of their own: seeds that were recorded give the programs that they gave.
        Kind[] kinds = [.. KindChoice.Choose(new Dice(seed ^ 0x2545f491)), .. KindChoice.ChooseOther(new Dice(seed ^ 0x3c6ef372))];
        if (saves)
            kinds = [.. kinds.Where(SaveForm.Has)];
        var around = new Dice(seed ^ 0x1b873593);
        var surrounding = SurroundingChoice.Choose(around);
        var coroutines = Enumerable.Range(0, count)
            .Select(i => Placement.Choose(dice, i) with { HostName = SurroundingChoice.HostName(surrounding, around, i) })
            .Select(c => kinds.Any(KindChoice.IsGeneric) ? c.Generic() : c).ToArray();
        if (isAsync)
            coroutines = AsyncForm.Choose(new Dice(seed ^ 0x7f4a7c15), coroutines);
        var saving = new Dice(seed ^ 0x27d4eb2f);
        if (saves)
            coroutines = [.. coroutines.Select(c => SaveForm.Choose(saving, c))];
        var folding = new Dice(~seed);
        bool hasShapes = new Dice(seed ^ 0x5bd1e995).Chance(20), hasMeanings = new Dice(seed ^ 0x2c1b3c6d).Chance(40);
        var bodies = coroutines
            .Select(c => new BodyWriter(dice, coroutines, c, closes, features, folding.Chance(15), hasShapes, hasMeanings, kinds, surrounding, saves).Write())
            .ToArray();
        for (int i = 0; saves && i < count; i++)
            bodies[i] = new SaveForm(new Dice(seed ^ (0x165667b1 + i)), coroutines, coroutines[i], closes).Of(bodies[i]);
        for (int i = 0; isAsync && i < count; i++)
            bodies[i] = new AsyncForm(new Dice(seed ^ (0x61c88647 + i)), coroutines, coroutines[i], saves).Of(bodies[i]);
        var text = new StringBuilder();
        foreach (string used in Usings)
            text.AppendLine($"using {used};");
        if (isAsync)
            text.AppendLine("using System.Threading.Tasks;");
        text.AppendLine();
        text.AppendLine($"namespace {FuzzProgram.Namespace};");
        text.AppendLine();
        text.AppendLine("public sealed partial class Host : World");
        text.AppendLine("{");
        text.AppendLine($"    public override int Count => {count};");
        text.AppendLine();
        text.AppendLine("    protected override object Create(int index, int a, int b) => index switch");
        text.AppendLine("    {");
        foreach (var coroutine in coroutines)
            text.AppendLine($"        {coroutine.Index} => IsReference ? {coroutine.Reference} : {coroutine.Made},");
        text.AppendLine("        _ => throw new ArgumentOutOfRangeException(nameof(index)),");
        text.AppendLine("    };");
        foreach (var coroutine in coroutines.Where(c => c.TypeHead is null))
            Method(text, coroutine, bodies, surrounding);
        text.AppendLine("}");
        foreach (var coroutine in coroutines.Where(c => c.TypeHead is not null))
        {
            text.AppendLine();
            text.AppendLine(coroutine.TypeHead);
            text.AppendLine("{");
            text.AppendLine(coroutine.Field);
            Method(text, coroutine, bodies, surrounding);
            text.AppendLine("}");
            text.AppendLine(coroutine.Companion);
        }
        var program = new FuzzProgram(seed, SurroundingChoice.Around(surrounding, around, text.ToString()), closes, surrounding, isAsync);
        return saves ? program.Saveable() : program;
    }

    private static void Method(StringBuilder text, Placement coroutine, string[] bodies, Surrounding surrounding)
    {
        text.AppendLine();
        text.AppendLine(SurroundingChoice.Beside(surrounding, coroutine));
        text.AppendLine("    " + SurroundingChoice.Attributes(surrounding));
        text.AppendLine("    " + coroutine.Head);
        text.Append(bodies[coroutine.Index]);
    }
}

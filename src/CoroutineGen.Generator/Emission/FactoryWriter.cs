using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the factory: the overload without the yield parameter, which the user calls.</summary>
// public static RangeCoroutine Range(int start, int end) => new RangeCoroutine(start, end);
// public WalkCoroutine Walk() => new WalkCoroutine(this);                                        of an instance method
// internal static PrintCoroutine Print() => new PrintCoroutine().Prime();                        primed
// internal static ValueTask<PrintCoroutine> Print() => new PrintCoroutine().PrimeAsync();        primed, asynchronous
// .. => throw new NotSupportedException("..");                                                   a stub
internal static class FactoryWriter
{
    private const int MaxWidth = 120;

    public static void Write(SourceWriter writer, ClassShape shape)
    {
        var model = shape.Model;
        foreach (string line in model.Docs)
            writer.Line(line);
        foreach (string attribute in model.Attributes)
            writer.Line(attribute);
        string parameters = string.Join(", ", model.Parameters.Select(p => p.Attributes + p.Modifiers + p.Type + " " + p.Name + p.Default));
        string made = ClassNames.Class(model);
        if (model is { IsAsync: true, IsPrimed: true })
            made = $"{FrameworkNames.ValueTask}<{made}>";
        string header = Modifiers.Of(model) + $"{made} {model.Name}{model.TypeParameters}({parameters})";
        string value = "=> " + Value(shape) + ";";
        if (model.Constraints.Count == 0 && header.Length + value.Length < MaxWidth)
        {
            writer.Line($"{header} {value}");
            return;
        }
        writer.Line(header);
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line(value, 1);
    }

    private static string Value(ClassShape shape)
    {
        var model = shape.Model;
        if (shape.Body is null)
            return $"throw new {FrameworkNames.NotSupported}(\"{Stub.Message(model)}\")";
        var arguments = model.Parameters.Select(p => ClassNames.Argument(p.Type, p.Name));
        if (shape.HostKeepsReceiver)
            arguments = arguments.Prepend("this");
        string made = $"new {ClassNames.Class(model)}({string.Join(", ", arguments)})";
        return !model.IsPrimed ? made : model.IsAsync ? made + ".PrimeAsync()" : made + ".Prime()";
    }
}

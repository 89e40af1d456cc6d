using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the factory: the overload without the yield parameter, which the user calls.</summary>
// public static RangeCoroutine Range(int start, int end) => new RangeCoroutine(start, end);
// public WalkCoroutine Walk() => new WalkCoroutine(this);                                        of an instance method
// internal static PrintCoroutine Print() => new PrintCoroutine().Prime();                        primed
// internal static ValueTask<PrintCoroutine> Print() => new PrintCoroutine().PrimeAsync();        primed, asynchronous
// public override Coroutine<Wait> Script() => new ScriptCoroutine(this);                        where a base class declares it
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
        if (model.Role.Overridden is { ReturnType: { } inherited })
            made = inherited;
        string modifiers = model.Role.Overridden is { Accessibility: var accessibility }
            ? Modifiers.Join(accessibility, "override", model.IsUnsafe ? "unsafe" : "")
            : Modifiers.Of(model);
        string header = modifiers + $"{made} {model.Name}{model.TypeParameters}({parameters})";
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

    /// <summary>Writes what leads from the methods of interfaces to the factory, by a call: that may be overridden.</summary>
    // Coroutine<int> IShape.Points(int most) => Points(most);
    public static void WriteImplementations(SourceWriter writer, CoroutineModel model)
    {
        string modifiers = Modifiers.Join(model.IsStatic ? "static" : "", model.IsUnsafe ? "unsafe" : "");
        string parameters = string.Join(", ", model.Parameters.Select(p => p.Type + " " + p.Name));
        string arguments = string.Join(", ", model.Parameters.Select(p => p.Name));
        foreach (var method in model.Role.Implemented)
        {
            writer.Gap();
            writer.Line($"{modifiers}{method.ReturnType} {method.Interface}.{model.Name}({parameters}) => {model.Name}({arguments});");
        }
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

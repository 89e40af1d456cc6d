using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>Opens to the step method what the base keeps protected; only what it uses.</summary>
internal static class ForwarderWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        bool first = true;
        string value = ClassNames.Argument(shape.Yielded, "value");
        Forward("Yield(", $"internal new int Yield(int point, {shape.Yielded} value) => base.Yield(point, {value});");
        // A folded body has its own ways to call and to return.
        if (body.OwnName is not null && shape.Model.ReturnType is null)
            Forward("Return(", "internal new int Return() => base.Return();");
        if (!body.IsFolded)
        {
            Forward("Return(", shape.Model.ReturnType is { } result
                ? $"internal new int Return({result} result) => base.Return({ClassNames.Argument(result, "result")});"
                : "internal new int Return() => base.Return();");
            if (body.DelegatesToSequence)
                Forward("DelegateTo(", DelegateTo($"{FrameworkNames.Enumerable}<{shape.Yielded}>"));
            if (body.DelegatesToCoroutine)
                Forward("DelegateTo(", DelegateTo($"{FrameworkNames.Coroutine}<{shape.Yielded}>"));
            Forward("Delegated<", "internal new TResult Delegated<TResult>() => base.Delegated<TResult>();");
        }
        Forward("Interrupted(", $"internal new bool Interrupted({FrameworkNames.Resumption} how) => base.Interrupted(how);");
        Forward("Closed;", $"internal new int Closed => {shape.BaseType}.Closed;");
        Forward("Exit(", $"internal new int Exit({FrameworkNames.Resumption} how) => base.Exit(how);");

        string DelegateTo(string type) => $"internal new int DelegateTo(int point, {type} inner) => base.DelegateTo(point, inner);";

        void Forward(string use, string member)
        {
            string text = $"{body.CoName}.{use}";
            if (!body.Lines.Any(line => line.Text.Contains(text)))
                return;
            if (first)
                writer.Line();
            first = false;
            writer.Line(member);
        }
    }
}

using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes what the runtime calls: the way from the coroutine to its step method.</summary>
internal static class StepOverrideWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        string head = $"protected override int Step({Parameters(shape)})";
        string sent = ClassNames.Argument(shape.Sent ?? "", "sent");
        string step = shape.CallStep("point", "how", sent);
        if (body.IsFolded && body.OwnName is null)
        {
            writer.Open(head);
            string frame = ClassNames.Fresh("frame", name => name == ClassNames.Plain(shape.Model.Name));
            writer.Open("for (;;)");
            writer.Line($"ref var {frame} = ref {FoldWriter.Innermost};");
            writer.Line($"point = {shape.CallStep("point", "how", sent, frame)};");
            writer.Line("if (!GoesOn(point))");
            writer.Line("break;", 1);
            writer.Line("point -= Calling;");
            if (body.HowName is not null)
                writer.Line($"how = {FrameworkNames.Resumption}.Next;");
            if (body.SentName is not null)
                writer.Line("sent = default!;");
            writer.Close();
            WriteRelease(writer, body);
            writer.Line("return point;");
            writer.Close();
        }
        else if (body.Held.Count > 0)
        {
            writer.Open(head);
            writer.Line($"point = {step};");
            WriteRelease(writer, body);
            writer.Line("return point;");
            writer.Close();
        }
        else
        {
            writer.Line($"{head} => {step};");
        }
    }

    /// <summary>A body that is closed, or returns, may hold something; all finally blocks of its own have run by now.</summary>
    private static void WriteRelease(SourceWriter writer, LoweredBody body)
    {
        if (body.Held.Count == 0)
            return;
        writer.Line("if (point < 0)");
        writer.Line("Release();", 1);
    }

    public static string Parameters(ClassShape shape)
        => $"int point, {FrameworkNames.Resumption} how" + (shape.Sent is { } sent ? $", {sent} sent" : "");
}

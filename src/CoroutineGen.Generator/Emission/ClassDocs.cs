namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the documentation of the generated class: what it is, and what it waits for at each point.</summary>
internal static class ClassDocs
{
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        string name = ClassNames.Plain(shape.Model.Name);
        if (shape.Body is not { } body)
        {
            writer.Line($"/// <summary>Stands for the coroutine of <c>{name}</c>, whose body has errors.</summary>");
            return;
        }
        writer.Line($"/// <summary>The coroutine that <c>{name}</c> makes.</summary>");
        if (body.Points.Count == 0)
            return;
        writer.Line("/// <remarks>");
        writer.Line("/// Where it can stand, suspended:");
        writer.Line("/// <list type=\"table\">");
        foreach (var point in body.Points)
            writer.Line($"/// <item><term>{point.Number}</term><description><c>{Escape(point.Text)}</c></description></item>");
        writer.Line("/// </list>");
        writer.Line("/// </remarks>");
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

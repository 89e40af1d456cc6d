using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the documentation of the generated class, with a diagram of its suspension points.</summary>
// /// <summary>The coroutine that <c>Range</c> makes.</summary>
// /// <remarks>
// /// Where it waits, and what can follow (a Mermaid diagram):
// /// <code><![CDATA[
// /// stateDiagram-v2 ..
// /// ]]></code>
// /// </remarks>
internal static class ClassDocs
{
    public static void Write(SourceWriter writer, ClassShape shape, LineMap? lines)
    {
        string name = ClassNames.Plain(shape.Model.Name);
        if (shape.Body is not { } body)
        {
            writer.Line($"/// <summary>Stands for the coroutine of <c>{name}</c>, whose body has errors.</summary>");
            return;
        }
        writer.Line($"/// <summary>The coroutine that <c>{name}</c> makes.</summary>");
        if (body.Points.Count > LoweredBody.MostPointsDrawn)
        {
            writer.Line($"/// <remarks>It waits in {body.Points.Count} places, too many for a diagram.</remarks>");
            return;
        }
        writer.Line("/// <remarks>");
        writer.Line("/// Where it waits, and what can follow (a Mermaid diagram):");
        writer.Line("/// " + Diagram.Opening);
        foreach (string line in Diagram.Of(body, lines))
            writer.Line("/// " + line);
        writer.Line("/// " + Diagram.Closing);
        writer.Line("/// </remarks>");
    }
}

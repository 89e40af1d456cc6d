using CoroutineGen.Generator.Emission.Forking;
using CoroutineGen.Generator.Emission.Saving;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the frame: a struct of the hoisted variables, or a class where the step awaits, with a nested class for each environment. It is a
/// private type of the containing type, since a variable may be of a type that is private there too.
/// </summary>
// private struct RunLocals
// {
//     public int i;
//     public Scope1 scope1;
//     internal sealed class Scope1 { public int copy; }
// }
internal static class FrameWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        string name = ClassNames.Plain(shape.Model.Name);
        writer.Line(shape.HasFrame
            ? $"/// <summary>The variables of <c>{name}</c> that live across a suspension.</summary>"
            : $"/// <summary>No variable of <c>{name}</c> lives across a suspension.</summary>");
        if (shape.Model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        // By itself, the runtime reorders the fields of structs that hold references only; others keep their order and its padding.
        if (!shape.Waits && !shape.HoldsReferences && body.Frame.Fields.Select(f => f.Type).Distinct().Skip(1).Any())
            writer.Line(FrameworkNames.AutoLayout);
        string modifiers = Modifiers.Join("private", shape.Model.IsUnsafe ? "unsafe" : "");
        writer.Line($"{modifiers}{shape.Form.Keyword} {shape.LocalsName}{shape.Model.TypeParameters}");
        foreach (string clause in shape.Model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        if (shape.HostKeepsReceiver)
            writer.Line($"public {shape.Host} {shape.ReceiverField};");
        foreach (var field in body.Frame.Fields)
            writer.Line($"public {field.Type} {field.Name};");
        for (int i = 0; i < body.Frame.Scopes.Count; i++)
        {
            var scope = body.Frame.Scopes[i];
            writer.Line();
            if (i == 0)
                writer.Line("/// <summary>Variables that lambdas capture: one object each time that their scope is entered.</summary>");
            writer.Open($"internal sealed class {scope.Name}");
            foreach (var field in scope.Fields)
                writer.Line($"public {field.Type} {field.Name};");
            if (body.Fork is not null)
                WriteFork(writer, scope);
            writer.Close();
        }
        if (body.Save is { } save)
            SavedNamesWriter.Write(writer, shape, body, save);
        writer.Close();
        writer.Line();
    }

    /// <summary>
    /// Another environment with the same variables. Delegates that it keeps are made anew: those of this one mean its own variables.
    /// </summary>
    // public Scope1 Fork() => new Scope1 { n = n };
    private static void WriteFork(SourceWriter writer, ScopeClass scope)
    {
        var variables = scope.Fields.Where(f => f.Role != FieldRole.Environment).Select(f => $"{f.Name} = {f.Name}");
        string name = ForkedVariablesWriter.ForkName(scope);
        writer.Line($"public {scope.Name} {name}() => new {scope.Name} {{ {string.Join(", ", variables)} }};");
    }
}

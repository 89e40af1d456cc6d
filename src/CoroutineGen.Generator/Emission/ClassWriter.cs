using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Folding;
using CoroutineGen.Generator.Emission.Forking;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the sealed class of the coroutine, which the factory makes.</summary>
// public sealed class RangeCoroutine : Coroutine<int>
// {
//     private RangeLocals Frame;
//     internal RangeCoroutine(int start, int end) { .. }      ConstructorWriter
//     protected override string Name => "Range";
//     protected override int Step(..) => ..                   StepOverrideWriter
//     public override bool MoveNext() ..                      DirectWriter
//     protected override void Clear() => Frame = default;
//     protected override Place Describe(int point) ..         DescriptionWriter
// }
internal static class ClassWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LineMap? lines)
    {
        var model = shape.Model;
        ClassDocs.Write(writer, shape, lines);
        writer.Line(FrameworkNames.GeneratedCode);
        // Obsolete code may use obsolete code without a warning, and the user's signature and body are in these members.
        if (model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        string header = Modifiers.Join(model.Accessibility, "sealed", model.IsUnsafe ? "unsafe" : "")
            + $"class {model.ClassName}{model.TypeParameters} : {shape.BaseType}"
            + (model.IsForkable ? $", {FrameworkNames.Forkable}<{ClassNames.Class(model)}>" : "");
        writer.Line(header);
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        if (shape.Body is { } body)
            WriteBody(writer, shape, body, lines);
        else
            WriteStub(writer, shape);
        writer.Close();
    }

    private static void WriteBody(SourceWriter writer, ClassShape shape, LoweredBody body, LineMap? lines)
    {
        if (shape.HasFrame)
        {
            writer.Line($"private {shape.LocalsType} Frame;");
            if (body.Step.IsFolded)
                FoldWriter.WriteFields(writer, shape);
            writer.Line();
        }
        ConstructorWriter.Write(writer, shape, body);
        writer.Line();
        WriteTyped(writer, shape);
        writer.Line();
        writer.Line($"protected override string Name => \"{ClassNames.Plain(shape.Model.Name)}\";");
        writer.Line();
        StepOverrideWriter.Write(writer, shape, body);
        StepCall.WriteMembers(writer, shape);
        if (body.Step.Guard != StepGuard.General)
            DirectWriter.Write(writer, shape, body);
        if (body.Step.IsFolded)
            FoldWriter.Write(writer, shape);
        if (body.Fork is { } fork)
            ForkWriter.Write(writer, shape, body, fork);
        ProtectionWriter.Write(writer, body);
        ReleaseWriter.Write(writer, shape, body);
        if (shape.HoldsReferences || body.Step.IsFolded)
        {
            writer.Line();
            writer.Line(FrameworkNames.Inline);
            if (body.Step.IsFolded)
                FoldWriter.WriteClear(writer);
            else
                writer.Line($"protected override void Clear() => {FrameForm.Clear("Frame")}");
        }
        DescriptionWriter.Write(writer, body, lines);
    }

    // protected override int Step(..) => throw new NotSupportedException();
    private static void WriteStub(SourceWriter writer, ClassShape shape)
    {
        WriteTyped(writer, shape);
        writer.Line();
        writer.Line($"protected override string Name => \"{ClassNames.Plain(shape.Model.Name)}\";");
        writer.Line();
        writer.Line($"protected override int Step({StepOverrideWriter.Parameters(shape)}) => throw new {FrameworkNames.NotSupported}();");
        if (shape.Model.IsForkable)
            ForkWriter.WriteStub(writer, shape);
    }

    /// <summary>Members of the base that return the coroutine, with the type of this class.</summary>
    // public new RangeCoroutine GetEnumerator() => this;
    // public new RangeCoroutine Prime() { base.Prime(); return this; }      of those that can be sent to
    private static void WriteTyped(SourceWriter writer, ClassShape shape)
    {
        string self = ClassNames.Class(shape.Model);
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public new {self} GetEnumerator() => this;");
        if (shape.Sent is null)
            return;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public new {self} Prime()");
        writer.Line("base.Prime();");
        writer.Line("return this;");
        writer.Close();
    }
}

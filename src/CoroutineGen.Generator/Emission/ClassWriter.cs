using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Folding;
using CoroutineGen.Generator.Emission.Forking;
using CoroutineGen.Generator.Emission.Saving;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the sealed class of the coroutine, which the factory makes.</summary>
// public sealed class RangeCoroutine : Coroutine<int>
// {
//     private RangeLocals Frame;
//     internal RangeCoroutine(int start, int end) { .. }      ConstructorWriter
//     public new RangeCoroutine GetEnumerator() => this;      TypedWriter
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
        if (shape.IsHidden)
            writer.Line(FrameworkNames.Hidden);
        // Obsolete code may use obsolete code without a warning, and the user's signature and body are in these members.
        if (model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        string header = Modifiers.Join(model.Accessibility, "sealed", model.IsUnsafe ? "unsafe" : "")
            + $"class {model.ClassName}{model.TypeParameters} : {shape.BaseType}"
            + (model.IsForkable ? $", {FrameworkNames.Forkable}<{ClassNames.Class(model)}>" : "")
            + (model.IsSaveable ? $", {FrameworkNames.Saveable}" : "");
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
            writer.Line(shape.Form.Field(shape.LocalsType));
            if (body.Step.IsFolded)
                FoldWriter.WriteFields(writer, shape);
            writer.Line();
        }
        TokenLinkWriter.WriteField(writer, shape);
        ConstructorWriter.Write(writer, shape, body);
        writer.Line();
        TypedWriter.Write(writer, shape);
        writer.Line();
        writer.Line($"protected override string Name => \"{ClassNames.Plain(shape.Model.Name)}\";");
        writer.Line();
        StepOverrideWriter.Write(writer, shape, body, lines);
        StepCall.WriteMembers(writer, shape);
        if (body.Step.Guard != StepGuard.General && shape.Model.IsAsync)
            AsyncDirectWriter.Write(writer, shape, body);
        else if (body.Step.Guard != StepGuard.General)
            DirectWriter.Write(writer, shape, body);
        if (body.Step.IsFolded)
            FoldWriter.Write(writer, shape);
        if (body.Fork is { } fork)
            ForkWriter.Write(writer, shape, body, fork);
        if (body.Save is { } save)
            SaveWriter.Write(writer, shape, body, save);
        ProtectionWriter.Write(writer, body);
        ReleaseWriter.Write(writer, shape, body);
        if (shape.Model.IsAsync)
        {
            TokenLinkWriter.Write(writer, shape);
            AsyncClearWriter.Write(writer, shape);
        }
        else if (shape.HoldsReferences || body.Step.IsFolded)
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
        TypedWriter.Write(writer, shape);
        writer.Line();
        writer.Line($"protected override string Name => \"{ClassNames.Plain(shape.Model.Name)}\";");
        writer.Line();
        writer.Line($"{StepOverrideWriter.Head(shape)} => throw new {FrameworkNames.NotSupported}();");
        if (shape.Model.IsForkable)
            ForkWriter.WriteStub(writer, shape);
        if (shape.Model.IsSaveable)
            SaveWriter.WriteStub(writer, shape);
    }
}

using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Unwinding;
using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>
/// Instructions as text, for people: one on a line, and each hole of their code between ‹ and ›, with what is known of it by now.
/// </summary>
internal static class IrText
{
    public static string Of(List<Instruction> body)
    {
        var text = new StringBuilder();
        Append(text, body, depth: 1);
        return text.ToString();
    }

    public static string Of(Code code) => string.Concat(code.Pieces.Select(Of));

    private static void Append(StringBuilder text, List<Instruction> list, int depth)
    {
        foreach (var instruction in list)
        {
            if (instruction is Mark mark)
                Line(text, depth - 1, $"{mark.Label.Name}:");
            else if (instruction is TryRegion region)
                Append(text, region, depth);
            else
                Line(text, depth, Of(instruction));
        }
    }

    private static void Append(StringBuilder text, TryRegion region, int depth)
    {
        Line(text, depth, "try");
        Append(text, region.Body, depth + 1);
        foreach (var clause in region.Catches)
        {
            Line(text, depth, Of(clause.Head));
            Append(text, clause.Body, depth + 1);
        }
        if (region.Final is null)
            return;
        Line(text, depth, "finally");
        Append(text, region.Final, depth + 1);
    }

    private static string Of(Instruction instruction) => instruction switch
    {
        StraightLine run => $"run      {Of(run.Code)}",
        Declare { Value: { } value } declare => $"declare  ‹{Of(declare.Variable)}› = {Of(value)}",
        Declare declare => $"declare  ‹{Of(declare.Variable)}›",
        Return { Value: { } value } => $"return   {Of(value)}",
        Return => "return",
        Jump jump => $"jump     ‹{jump.Target.Name}›",
        Branch branch => $"branch   ‹{branch.Target.Name}› {(branch.When ? "if" : "unless")} {Of(branch.Condition)}",
        Dispatch dispatch => $"dispatch {Of(dispatch.Value)}: {string.Join(", ", dispatch.Arms.Select(Of))}",
        Suspend suspend => Of(suspend),
        EnterScope => "enter    a new environment",
        _ => throw new InvalidOperationException($"an instruction without text: {instruction}"),
    };

    private static string Of(Suspend suspend)
    {
        string point = suspend.Point == 0 ? "‹?›" : suspend.Point.ToString(CultureInfo.InvariantCulture);
        string gives = suspend.Result.Pieces.IsEmpty ? "" : $", gives {Of(suspend.Result)}";
        string within = suspend.Protection == Protection.None ? "" : $", within {suspend.Protection}";
        string closed = suspend.OnClose is null ? "" : $", on close {Of(suspend.OnClose)}";
        return $"suspend  {point}: {suspend.Kind} {Of(suspend.Value)}{gives}{within}{closed}";
    }

    private static string Of(DispatchArm arm)
        => $"{string.Join(" ", arm.Labels.Select(l => Of(l.Code)))} {Of(arm.Assignments)} ‹{arm.Target.Name}›";

    private static string Of(Piece piece) => piece switch
    {
        TextPiece text => text.Text,
        NewLinePiece => " ",
        VariablePiece mention => $"‹{Of(mention.Variable)}›",
        AddressedPiece mention => $"‹&{Of(mention.Variable)}›",
        OutVariablePiece declared => $"‹out {Of(declared.Variable)}›",
        PatternVariablePiece declared => $"‹{Of(declared.Variable)}›",
        CountPiece count => count.IsAfter == count.IsPrefix ? "" : $"‹{count.Sign}{count.Sign}›",
        LabelPiece label => $"‹{label.Label.Name}›",
        StepNamePiece name => $"‹{name.Name}›",
        DelegatedPiece => "‹Delegated›",
        FinallyCallPiece call => $"‹finally {call.Number}›",
        ReturnPiece { IsBefore: true } => "‹return› ",
        ReturnPiece => ";",
        _ => $"‹{piece.GetType().Name}›",
    };

    private static string Of(Variable variable) => variable.Storage switch
    {
        Storage.Frame => $"f.{variable.StoredName}",
        Storage.Environment => $"f.{variable.Scope.FieldName}.{variable.StoredName}",
        _ => variable.StoredName,
    };

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 4).Append(line).Append('\n');
}

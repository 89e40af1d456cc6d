using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// Control that leaves: return, jump, close. Real finally blocks run by themselves when C# jumps out of them; a finally that suspends was
/// moved behind its try block, so whatever crosses it gets a number there.
/// </summary>
internal sealed class Exits(LoweringContext context, VariableMap variables, Regions regions)
{
    private static readonly Exit Returning = new(ExitKind.Return, null);

    /// <summary>Where a result waits while moved finally blocks run.</summary>
    private Variable? _result;

    /// <summary>
    /// A return from within other statements.
    /// <code>
    /// return v;   ----&gt;  { result.Value = v; return Closed; }
    /// return v;   ----&gt;  { f.result = v; f.leave = 1; goto Finally; }     from within a moved finally
    /// </code>
    /// </summary>
    public Code Return(Code? value)
    {
        if (regions.Moved is not { } final)
            return ReturnPiece.Around(value);
        if (value is null)
            return final.Cross(Returning);
        _result ??= variables.Temporary(
            "result", TypeText.Of(context.ResultType!), context.ResultType, context.Method, FieldRole.Exit);
        return final.Cross(Returning, Code.Of(_result, " = ", value, "; "));
    }

    /// <summary>A goto, which C# allows out of a try block; across a moved finally it goes there first.</summary>
    public Code Jump(Label target)
        => IsPlain(target) ? Code.Of("goto ", target, ";") : regions.Moved!.Cross(new Exit(ExitKind.Jump, target));

    /// <summary>What an exit does here, once the moved finally that it crossed has run.</summary>
    public Code Perform(Exit exit) => exit.Kind switch
    {
        ExitKind.Jump => Jump(exit.Target!),
        ExitKind.Close => regions.Close,
        _ when regions.Moved is { } final => final.Cross(exit),
        _ => Return(context.ResultType is null ? null : Code.Of(_result!)),
    };

    /// <summary>Whether a jump from here to a label is a plain goto.</summary>
    public bool IsPlain(Label target) => target.MovedDepth == regions.MovedDepth;
}

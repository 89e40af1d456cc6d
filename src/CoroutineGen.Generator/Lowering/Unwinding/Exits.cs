using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// Exits: return, jump, close. A finally block that stays one is run by C# when control jumps out of it. One that suspends was moved behind
/// its try block; an exit that crosses it gets a number there, and is performed behind it.
/// </summary>
internal sealed class Exits(LoweringContext context, VariableMap variables, Regions regions)
{
    private static readonly Exit Returning = new(ExitKind.Return, null);

    /// <summary>The result, while moved finally blocks run.</summary>
    private Variable? _result;

    /// <summary>The variable of that; null where no return crosses such a block.</summary>
    public Variable? Result => _result;

    /// <summary>A return.</summary>
    // return v;    ---->  { result.Value = v; return Closed; }
    // return v;    ---->  { f.result1 = v; f.leave1 = 2; goto Finally1; }      from within a moved finally
    public Code Return(Code? value)
    {
        if (regions.Moved is not { } final)
        {
            regions.Return();
            return ReturnPiece.Around(value);
        }
        if (value is null)
            return final.Cross(Returning);
        _result ??= variables.Temporary(
            "result", TypeText.Of(context.ResultType!), context.ResultType, context.Method, FieldRole.Exit);
        return final.Cross(Returning, Code.Of(_result, " = ", value, "; "));
    }

    /// <summary>A goto, which C# allows out of a try block.</summary>
    // break;    ---->  goto End1;
    // break;    ---->  { f.leave1 = 3; goto Finally1; }                        from within a moved finally
    public Code Jump(Label target)
        => IsPlain(target) ? Code.Of("goto ", target, ";") : regions.Moved!.Cross(new Exit(ExitKind.Jump, target));

    /// <summary>What an exit does behind a moved finally that it has crossed: it may have to cross the next one.</summary>
    // if (f.leave1 == 2)    ---->  { result.Value = f.result1; return Closed; }
    // if (f.leave2 == 2)    ---->  { f.leave1 = 2; goto Finally2; }
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

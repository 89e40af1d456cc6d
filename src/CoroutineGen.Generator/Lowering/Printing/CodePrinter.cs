using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Deciding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Prints code: fills its holes, now that all variables are placed and all labels are named.</summary>
internal sealed class CodePrinter(StepPlan plan, StepNames names, bool inFinally)
{
    private readonly List<StepLine> _lines = [];
    private readonly StringBuilder _line = new();
    private readonly List<int> _frameTypes = [];

    /// <summary>What the printed code mentions.</summary>
    public StepUses Uses { get; private set; }

    /// <summary>Prints code of one or more lines.</summary>
    /// <param name="code">The code.</param>
    /// <param name="token">The index of the user's token that its first line stands for, or -1.</param>
    /// <param name="indent">The depth of its lines.</param>
    /// <returns>A line for each that the user began: one, unless he broke his statement.</returns>
    // ‹average› += ‹change›;    ---->  f.average += change;
    public List<StepLine> Print(Code code, int token, int indent)
    {
        foreach (var piece in code.Pieces)
        {
            switch (piece)
            {
                case NewLinePiece newLine:
                    EndLine(token, indent);
                    _line.Append(' ', newLine.Columns);
                    token = newLine.Token;
                    break;
                case ScopeParametersPiece function:
                    Parameters(function);
                    break;
                default:
                    _line.Append(TextOf(piece));
                    break;
            }
        }
        EndLine(token, indent);
        return _lines;
    }

    private void EndLine(int token, int indent)
    {
        _lines.Add(new StepLine(indent, _line.ToString(), token) { FrameTypes = _frameTypes.ToEquatableArray() });
        _line.Clear();
        _frameTypes.Clear();
    }

    /// <summary>
    /// The environments that a moved local function takes. Their classes are nested in the frame's type, whose name emission chooses: the
    /// line notes where it belongs.
    /// </summary>
    // int Add(int k)    ---->  int Add(RunLocals.Scope1 scope1, int k)
    private void Parameters(ScopeParametersPiece function)
    {
        bool isFirst = true;
        foreach (var scope in function.Function.Scopes)
        {
            if (!isFirst)
                _line.Append(", ");
            isFirst = false;
            _frameTypes.Add(_line.Length);
            _line.Append($".{scope.ClassName} {scope.FieldName}");
        }
        if (!isFirst && function.MoreFollow)
            _line.Append(", ");
    }

    /// <summary>Code of one line.</summary>
    public string Print(Code code) => string.Concat(code.Pieces.Select(TextOf));

    /// <exception cref="InvalidOperationException">The piece is of a kind that has no text: a fault of ours.</exception>
    // a variable         ---->  x, f.x, f.scope1.x; scope1.x within a closure
    // &n                 ---->  &n; &(*n1) of a field, which is pinned then
    // out var n          ---->  out var n; out f.n
    // e is int n         ---->  e is int n; (e is int n1 && (f.n = n1) is var _)
    // n++                ---->  n++; f.n = f.n + 1
    // (x, 1)             ---->  (x, 1); (x: f.x3, 1) where the field could not keep the name
    // Add(k)             ---->  Add(k); Add(f.scope1, k) of a moved local function with environments
    private string TextOf(Piece piece) => piece switch
    {
        TextPiece text => text.Text,
        VariablePiece { IsRead: true, Variable.Example: { } example, Variable.Storage: Storage.Environment } mention
            => $"{Boxes}.As({FieldOf(mention.Variable, mention.InClosure)}, {example})",
        VariablePiece mention => Mention(mention.Variable, mention.InClosure),
        AddressedPiece { Variable.Storage: Storage.Local or Storage.Open } local => local.Variable.StoredName,
        AddressedPiece pinned => $"(*{pinned.Variable.PatternLocal})",
        OutVariablePiece { Variable.Storage: Storage.Local or Storage.Open } local
            => $"{local.DeclaredType} {local.Variable.StoredName}",
        OutVariablePiece hoisted => Mention(hoisted.Variable, inClosure: false),
        PatternVariablePiece pattern => pattern.Variable.PatternLocal,
        PatternEdgePiece edge => Edge(edge),
        SelfArgumentsPiece => "",
        FinallyCallPiece call => $"{call.Method}({call.Number.ToString(CultureInfo.InvariantCulture)}, ref {names.Frame})",
        ReturnPiece edge => Return(edge),
        CountPiece { Variable.Storage: Storage.Frame } count
            => count.IsAfter ? $" = {Mention(count.Variable, inClosure: false)} {count.Sign} 1" : "",
        CountPiece count => count.IsAfter == count.IsPrefix ? "" : count.Sign + count.Sign,
        InferredNamePiece inferred
            => inferred.Variable.Example is null && inferred.Variable.StoredName.TrimStart('@') == inferred.Variable.Name
                ? ""
                : inferred.Text,
        FunctionNamePiece function => TypeText.Escape(function.Function.Name),
        ScopeArgumentsPiece call => List(
            call.Function.Scopes.Select(s => call.InClosure ? s.FieldName : $"{names.Frame}.{s.FieldName}"), call.MoreFollow),
        ScopePiece scope => scope.Scope.FieldName,
        ScopeFieldPiece scope => $"{names.Frame}.{scope.Scope.FieldName}",
        LabelPiece label => label.Label.Name,
        DelegatedPiece delegated => plan.IsFolded ? names.Passed
            : $"{(plan.IsAsync ? names.Suspender : names.Delegator)}.Result<{delegated.Type}>()",
        StepNamePiece name => NameOf(name.Name),
        _ => throw new InvalidOperationException($"a piece without text: {piece}"),
    };

    /// <summary>The end of the body. A flat step has its callers to go back to.</summary>
    // return v;    ---->  { result.Value = v; return Closed; }
    // return;      ---->  return Closed;                                     "return next = Closed;" within a finally block
    // return v;    ---->  { passed = v; goto Back; }                         in a flat step
    // return;      ---->  goto Back;
    private string Return(ReturnPiece edge)
    {
        Uses |= StepUses.Closed;
        return (plan.IsFlat, edge.HasValue, edge.IsBefore) switch
        {
            (true, false, true) => $"goto {names.Back}",
            (true, false, false) => ";",
            (true, true, true) => $"{{ {names.Passed} = ",
            (true, true, false) => $"; goto {names.Back}; }}",
            (false, false, true) => $"return {NameOf(StepName.Next)}{names.Closed}",
            (false, false, false) => ";",
            (false, true, true) => $"{{ {names.Result}.Value = ",
            (false, true, false) => $"; return {NameOf(StepName.Next)}{names.Closed}; }}",
        };
    }

    private static string List(IEnumerable<string> items, bool moreFollow)
    {
        string list = string.Join(", ", items);
        return list.Length > 0 && moreFollow ? list + ", " : list;
    }

    private string NameOf(StepName name) => name switch
    {
        StepName.How => names.How,
        StepName.Sent => names.Sent,
        _ => inFinally ? $"{names.Next} = " : "",
    };

    private const string Boxes = "global::CoroutineGen.CompilerServices.Anonymous";

    /// <summary>A variable as an lvalue.</summary>
    // x    ---->  f.x; Anonymous.Ref(ref f.x, false ? new { A = default(int) } : default) of a type that has no name
    private string Mention(Variable variable, bool inClosure)
        => variable is { Example: { } example, Storage: Storage.Frame or Storage.Environment }
            ? $"{Boxes}.Ref(ref {FieldOf(variable, inClosure)}, {example})"
            : FieldOf(variable, inClosure);

    // x, f.x, f.scope1.x, scope1.x
    private string FieldOf(Variable variable, bool inClosure) => variable.Storage switch
    {
        Storage.Frame => $"{names.Frame}.{variable.StoredName}",
        Storage.Environment when inClosure => $"{variable.Scope.FieldName}.{variable.StoredName}",
        Storage.Environment => $"{names.Frame}.{variable.Scope.FieldName}.{variable.StoredName}",
        _ => variable.StoredName,
    };

    /// <summary>What stands around a match that declares hoisted variables: a pattern can declare locals only.</summary>
    // e is int n        ---->  (e is int n1 && (f.n = n1) is var _)
    // e is not int n    ---->  !(e is int n1 && (f.n = n1) is var _)
    private string Edge(PatternEdgePiece edge)
    {
        var hoisted = edge.Variables.Where(v => v.Storage is Storage.Frame or Storage.Environment).ToList();
        if (hoisted.Count == 0)
            return edge is { Edge: PatternEdge.Not, Negated: true } ? "not " : "";
        return edge.Edge switch
        {
            PatternEdge.Before => edge.Negated ? "!(" : "(",
            PatternEdge.After
                => string.Concat(hoisted.Select(v => $" && ({Mention(v, inClosure: false)} = {v.PatternLocal}) is var _")) + ")",
            _ => "",
        };
    }
}

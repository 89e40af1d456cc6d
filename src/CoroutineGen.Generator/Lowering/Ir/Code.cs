using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>
/// C# text with holes. What fills a hole (whether a variable is hoisted, what a label is called) is decided by later passes, so that the
/// text is made once and never parsed again.
/// </summary>
// total += n;    ---->  ‹total› += ‹n›;    ---->  f.total += n;
internal sealed class Code(ImmutableArray<Piece> pieces)
{
    public static readonly Code Empty = new(ImmutableArray<Piece>.Empty);

    public ImmutableArray<Piece> Pieces { get; } = pieces;

    public static Code Of(string text) => new(ImmutableArray.Create<Piece>(new TextPiece(text)));

    /// <summary>Code made of parts in their order.</summary>
    /// <param name="parts">Text, code, variables, labels or pieces.</param>
    /// <exception cref="ArgumentException">A part is of no such type: a fault of ours.</exception>
    // Code.Of("if (", condition, ") goto ", label, ";")
    public static Code Of(params object[] parts)
    {
        var builder = new CodeBuilder();
        foreach (var part in parts)
        {
            switch (part)
            {
                case string text: builder.Add(text); break;
                case Code code: builder.Add(code); break;
                case Target target: builder.Add(new VariablePiece(target.Variable, InClosure: false, IsTarget: true)); break;
                case Variable variable: builder.Add(new VariablePiece(variable, InClosure: false)); break;
                case Label label: builder.Add(new LabelPiece(label)); break;
                case Piece piece: builder.Add(piece); break;
                default: throw new ArgumentException($"no piece of code: {part}");
            }
        }
        return builder.ToCode();
    }

    /// <summary>The same code with each mention of some variables replaced by a name.</summary>
    public Code Renaming(IReadOnlyDictionary<Variable, string> names)
        => new(Pieces
            .Select(p => p is VariablePiece v && names.TryGetValue(v.Variable, out var name) ? new TextPiece(name) : p)
            .ToImmutableArray());

    /// <summary>Whether it is a variable, or what was sent: it needs no parentheses, and alone it is no statement.</summary>
    public bool IsSimple => Pieces.Length == 1 && Pieces[0] is StepNamePiece { Name: StepName.Sent } or VariablePiece;

    /// <summary>Whether a closure in it captures a variable that lives in an environment.</summary>
    public bool HasClosure => ClosedOver.Any();

    /// <summary>The scopes whose environments closures in it capture.</summary>
    public IEnumerable<VariableScope> ClosedOver => Pieces.SelectMany(p => p switch
    {
        VariablePiece { InClosure: true, Variable: { IsCaptured: true } variable } => [variable.Scope],
        ScopeArgumentsPiece { InClosure: true } call => call.Function.Scopes,
        ScopePiece scope => [scope.Scope],
        _ => (IEnumerable<VariableScope>)[],
    }).Distinct();
}

/// <summary>A variable as the target of an assignment, for <see cref="Code.Of(object[])"/>.</summary>
internal sealed record Target(Variable Variable);

/// <summary>A part of <see cref="Code"/>.</summary>
internal abstract record Piece;

/// <summary>Text that stands as it is.</summary>
internal sealed record TextPiece(string Text) : Piece;

/// <summary>
/// A line break that the user made, with the index of the token that the next line begins with and how far it is indented.
/// </summary>
internal sealed record NewLinePiece(int Token, int Columns) : Piece;

/// <summary>A mention of a variable: x, f.x, f.scope1.x; scope1.x within a closure, which captures a local copy of the reference.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="InClosure">Whether it stands in a closure.</param>
/// <param name="IsTarget">Whether it is assigned there.</param>
/// <param name="IsRead">Whether it is certainly only read there, as in an expression tree, which cannot hold references.</param>
internal sealed record VariablePiece(Variable Variable, bool InClosure, bool IsTarget = false, bool IsRead = false) : Piece;

/// <summary>
/// A variable whose address is taken within one statement: "n"; "(*n1)" of a hoisted one, whose field that statement pins.
/// </summary>
internal sealed record AddressedPiece(Variable Variable, SyntaxNode Place) : Piece;

/// <summary>The declaration of an out variable: "out var n" where it stays a local, else "out f.n".</summary>
internal sealed record OutVariablePiece(Variable Variable, string DeclaredType) : Piece;

/// <summary>A name that a pattern declares: "n"; "n1" of a hoisted variable, which is assigned right after the match.</summary>
internal sealed record PatternVariablePiece(Variable Variable) : Piece;

/// <summary>
/// What stands before an is-pattern, after it, or for its "not", so that hoisted pattern variables are assigned in the expression.
/// </summary>
// o is not int n    ---->  !(o is int n1 && (f.n = n1) is var _)
internal sealed record PatternEdgePiece(ImmutableArray<Variable> Variables, PatternEdge Edge, bool Negated) : Piece;

internal enum PatternEdge
{
    Before,
    Not,
    After,
}

/// <summary>
/// What stands before or after a variable that a statement increments or decrements: "++" for a local, " = f.n + 1" for a hoisted one.
/// </summary>
// f.n++ makes C# take the field's address first, and the JIT add in memory. Written out, the JIT knows the field, and forwards the store to
// the next load; in a counting loop that load is what each turn waits for.
internal sealed record CountPiece(Variable Variable, string Sign, bool IsPrefix, bool IsAfter) : Piece;

/// <summary>
/// What comes first among the arguments where the method delegates to itself: nothing, or in a flat step the frames and the point.
/// </summary>
// Walk(d - 1)    ---->  Walk(ref frames, 1, f.d - 1)
internal sealed record SelfArgumentsPiece(bool MoreFollow) : Piece;

/// <summary>
/// A call of a finally block of the user's that stands in a method of its own, an overload of the step: "Walk(1, ref f)".
/// </summary>
/// <param name="Method">The user's method, with its type arguments.</param>
/// <param name="Number">The number of what is held.</param>
internal sealed record FinallyCallPiece(string Method, int Number) : Piece;

/// <summary>What stands before or after the value of a return.</summary>
// return v;    ---->  { result.Value = v; return Closed; }
internal sealed record ReturnPiece(bool IsBefore, bool HasValue) : Piece
{
    /// <summary>The code of a return; null returns nothing.</summary>
    public static Code Around(Code? value)
    {
        bool hasValue = value is not null;
        return Code.Of(new ReturnPiece(IsBefore: true, hasValue), value ?? Code.Empty, new ReturnPiece(IsBefore: false, hasValue));
    }
}

/// <summary>A member's name that C# infers from a variable's, printed only where that is renamed: "(x, 1)" as "(x: f.x3, 1)".</summary>
internal sealed record InferredNamePiece(Variable Variable, string Text) : Piece;

/// <summary>The name of a local function that was moved.</summary>
internal sealed record FunctionNamePiece(LocalFunction Function) : Piece;

/// <summary>The environments that a moved local function takes, as the first arguments of a call: "f.scope1, ", or nothing.</summary>
internal sealed record ScopeArgumentsPiece(LocalFunction Function, bool InClosure, bool MoreFollow) : Piece;

/// <summary>The environments that a moved local function takes, as its first parameters: "RunLocals.Scope1 scope1, ", or nothing.</summary>
internal sealed record ScopeParametersPiece(LocalFunction Function, bool MoreFollow) : Piece;

/// <summary>An environment as a closure names it, by a local copy of the reference: "scope1".</summary>
internal sealed record ScopePiece(VariableScope Scope) : Piece;

/// <summary>The field of the frame that refers to an environment: "f.scope1".</summary>
internal sealed record ScopeFieldPiece(VariableScope Scope) : Piece;

/// <summary>The name of a label.</summary>
internal sealed record LabelPiece(Label Label) : Piece;

/// <summary>
/// The value of the delegation right before, valid until the next one: "delegator.Result&lt;int&gt;()", "passed" in a folded step.
/// </summary>
internal sealed record DelegatedPiece(string Type) : Piece;

/// <summary>A parameter or a local of the step method itself, named once all names of the body are known.</summary>
internal sealed record StepNamePiece(StepName Name) : Piece;

internal enum StepName
{
    /// <summary>How the step was resumed: "how".</summary>
    How,

    /// <summary>The value that was sent to the suspension right before: "sent".</summary>
    Sent,

    /// <summary>"next = " where a finally block must tell a suspension from an exit, else nothing.</summary>
    Next,
}

/// <summary>Builds <see cref="Code"/>, and merges neighbouring text.</summary>
internal sealed class CodeBuilder
{
    private readonly ImmutableArray<Piece>.Builder _pieces = ImmutableArray.CreateBuilder<Piece>();

    /// <summary>Text after the last piece, which grows by one token after the other.</summary>
    private readonly StringBuilder _text = new();

    public void Add(string text) => _text.Append(text);

    public void Add(Piece piece)
    {
        if (piece is TextPiece text)
        {
            Add(text.Text);
            return;
        }
        EndText();
        _pieces.Add(piece);
    }

    public void Add(Code code)
    {
        foreach (var piece in code.Pieces)
            Add(piece);
    }

    public Code ToCode()
    {
        EndText();
        return new(_pieces.ToImmutable());
    }

    private void EndText()
    {
        if (_text.Length == 0)
            return;
        _pieces.Add(new TextPiece(_text.ToString()));
        _text.Clear();
    }
}

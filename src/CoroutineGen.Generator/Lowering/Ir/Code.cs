using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>
/// C# text with holes. What fills a hole (where a variable lives, what a label is called) is decided by later passes, so that the text is
/// made once and never parsed again.
/// </summary>
internal sealed class Code(ImmutableArray<Piece> pieces)
{
    public static readonly Code Empty = new(ImmutableArray<Piece>.Empty);

    public ImmutableArray<Piece> Pieces { get; } = pieces;

    public static Code Of(string text) => new(ImmutableArray.Create<Piece>(new TextPiece(text)));

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

    /// <summary>Whether a closure in it captures a variable of ours.</summary>
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

/// <summary>A mention of a variable; inside a closure it is reached through a local copy of its environment.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="InClosure">Whether it stands in a closure.</param>
/// <param name="IsTarget">Whether it is assigned there.</param>
/// <param name="IsRead">Whether it is certainly only read there, as in an expression tree, which cannot hold references.</param>
internal sealed record VariablePiece(Variable Variable, bool InClosure, bool IsTarget = false, bool IsRead = false) : Piece;

/// <summary>A variable whose address is taken within one statement: a field is pinned while that runs.</summary>
internal sealed record AddressedPiece(Variable Variable, SyntaxNode Place) : Piece;

/// <summary>The declaration of an out variable: "out var n" where it stays a local, else "out f.n".</summary>
internal sealed record OutVariablePiece(Variable Variable, string DeclaredType) : Piece;

/// <summary>A name that a pattern declares; a variable that is hoisted gets its value from a local right after the match.</summary>
internal sealed record PatternVariablePiece(Variable Variable) : Piece;

/// <summary>
/// What stands before an is-pattern, after it, or for its "not", so that hoisted pattern variables are assigned in the expression.
/// </summary>
internal sealed record PatternEdgePiece(ImmutableArray<Variable> Variables, PatternEdge Edge, bool Negated) : Piece;

internal enum PatternEdge
{
    Before,
    Not,
    After,
}

/// <summary>
/// What stands before or after a variable that a statement counts up or down: "++" for a local, but " = f.n + 1" for one in the frame.
/// </summary>
// By reference C# works out the address of the field first, and the JIT adds to what is there; written out it knows the place, and what was
// just stored comes back from it sooner. A count in a loop waits for nothing else.
internal sealed record CountPiece(Variable Variable, string Sign, bool IsPrefix, bool IsAfter) : Piece;

/// <summary>
/// What comes first among the arguments where the method delegates to itself: nothing, or in a flat step the frames and the point.
/// </summary>
internal sealed record SelfArgumentsPiece(bool MoreFollow) : Piece;

/// <summary>What stands around the value that the body returns from within copied statements.</summary>
internal sealed record ReturnPiece(bool IsBefore, bool HasValue) : Piece
{
    public static Code Around(Code? value)
    {
        bool hasValue = value is not null;
        return Code.Of(new ReturnPiece(IsBefore: true, hasValue), value ?? Code.Empty, new ReturnPiece(IsBefore: false, hasValue));
    }
}

/// <summary>A member's name that C# infers from the variable's, printed only where the variable got another one: "x: f.x2".</summary>
internal sealed record InferredNamePiece(Variable Variable, string Text) : Piece;

/// <summary>The name of a local function that was moved.</summary>
internal sealed record FunctionNamePiece(LocalFunction Function) : Piece;

/// <summary>The environments that a moved local function takes, as the first arguments of a call; nothing where it takes none.</summary>
internal sealed record ScopeArgumentsPiece(LocalFunction Function, bool InClosure, bool MoreFollow) : Piece;

/// <summary>The environments that a moved local function takes, as its first parameters.</summary>
internal sealed record ScopeParametersPiece(LocalFunction Function, bool MoreFollow) : Piece;

/// <summary>An environment, reached as closures reach it: through a local copy.</summary>
internal sealed record ScopePiece(VariableScope Scope) : Piece;

/// <summary>The field of the frame that holds an environment.</summary>
internal sealed record ScopeFieldPiece(VariableScope Scope) : Piece;

/// <summary>The name of a label.</summary>
internal sealed record LabelPiece(Label Label) : Piece;

/// <summary>The value of the delegation right before; good only until the next one.</summary>
internal sealed record DelegatedPiece(string Type) : Piece;

/// <summary>A name of the step method itself, fixed once all of the body has been read.</summary>
internal sealed record StepNamePiece(StepName Name) : Piece;

internal enum StepName
{
    /// <summary>How the step was entered.</summary>
    How,

    /// <summary>The value that was sent to the suspension right before.</summary>
    Sent,

    /// <summary>"next = " where a real finally must tell a suspension from an end, else nothing.</summary>
    Next,
}

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

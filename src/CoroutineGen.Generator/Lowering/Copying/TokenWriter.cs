using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Writes the tokens of one copied node, and code in the place of some, with the spaces and line breaks that the user had between them, so
/// that each line keeps its number. No directive may stand in an interpolated string, so a line break in a hole is copied as it is: the
/// lines below keep the numbers that they have in the user's file.
/// </summary>
internal sealed class TokenWriter(SyntaxNode root, LoweringContext context)
{
    private readonly CodeBuilder _output = new();
    private readonly int _column = ColumnOf(root.GetFirstToken());

    /// <summary>What comes next stands right behind what was written.</summary>
    private bool _isJoined = true;

    /// <summary>What the user had behind the last token.</summary>
    private SyntaxTriviaList _pending;

    /// <summary>What stands before was of more lines in the user's file.</summary>
    private bool _movedUp;

    /// <summary>How many interpolated strings surround what is copied.</summary>
    private int _strings = root is InterpolationSyntax ? 1 : 0;

    public void Add(string text) => _output.Add(text);

    public void Add(Piece piece) => _output.Add(piece);

    public void Add(Code code) => _output.Add(code);

    /// <summary>Copies a token.</summary>
    public void Token(SyntaxToken token)
    {
        Separate(token);
        _output.Add(token.Text);
        _pending = token.TrailingTrivia;
    }

    /// <summary>Writes a piece of code in the place of a token.</summary>
    public void Replace(SyntaxToken token, Piece piece)
    {
        Separate(token);
        _output.Add(piece);
        _pending = token.TrailingTrivia;
    }

    /// <summary>Writes code in the place of a node.</summary>
    public void Replace(SyntaxNode node, Code code)
    {
        Separate(node.GetFirstToken());
        Put(node, code);
        _pending = node.GetLastToken().TrailingTrivia;
    }

    /// <summary>Begins to write something in the place of a node: what is added next stands where the node begins.</summary>
    public void Begin(SyntaxNode node)
    {
        Separate(node.GetFirstToken());
        Join();
    }

    /// <summary>Ends what was written in the place of a node.</summary>
    public void End(SyntaxNode node)
    {
        _isJoined = false;
        _pending = node.GetLastToken().TrailingTrivia;
    }

    /// <summary>Lets what comes next stand right behind what was written, whatever the user had before it.</summary>
    public void Join() => _isJoined = true;

    public void EnterString() => _strings++;

    public void LeaveString() => _strings--;

    /// <summary>What was written.</summary>
    public Code ToCode()
    {
        var code = _output.ToCode();
        return root is ExpressionSyntax && MustHaveItsLine() ? Code.Of(new NewLinePiece(context.Tokens.Of(root), 4), code) : code;
    }

    /// <summary>
    /// What is printed by itself may be put into the line of its statement: what is told its line stands in a line of its own.
    /// </summary>
    private bool MustHaveItsLine()
    {
        var statement = root.FirstAncestorOrSelf<StatementSyntax>() ?? context.Body;
        return LineOf(root.SpanStart) != LineOf(statement.SpanStart)
            && CallerLines.AreAskedIn(root, context.Model, context.Cancellation);
    }

    /// <summary>Puts the space or the line break that the user had before a token.</summary>
    private void Separate(SyntaxToken token)
    {
        if (!_isJoined)
            Separate(token, token.LeadingTrivia);
        _isJoined = false;
        _movedUp = false;
    }

    private void Separate(SyntaxToken token, SyntaxTriviaList leading)
    {
        if (_strings > 0)
            _output.Add(InString(_pending.ToFullString() + leading.ToFullString()));
        else if (HasLineBreak(_pending) || HasLineBreak(leading) || _movedUp)
            _output.Add(new NewLinePiece(context.Tokens.Of(token.SpanStart), Math.Max(0, ColumnOf(token) - _column)));
        else if (_pending.Count > 0 || leading.Count > 0)
            _output.Add(" ");
    }

    /// <summary>What separates two tokens within a string: as many line breaks as the user's, or one space.</summary>
    private static string InString(string trivia)
        => LineBreaks.In(trivia) is > 0 and var lines ? new string('\n', lines) : trivia.Length > 0 ? " " : "";

    /// <summary>Puts code in the place of a node; below a node of several lines the user's lines go on.</summary>
    private void Put(SyntaxNode node, Code code)
    {
        if (node is InterpolationSyntax hole)
        {
            PutHole(hole, code);
            return;
        }
        int line = LineOf(node.SpanStart);
        foreach (var piece in code.Pieces)
        {
            if (piece is not NewLinePiece { Token: >= 0 } newLine)
                _output.Add(piece);
            else
            {
                int target = LineOf(context.Tokens.PositionOf(newLine.Token));
                _output.Add(_strings == 0 ? newLine : new TextPiece(target > line ? new string('\n', target - line) : " "));
                line = target;
            }
        }
        int missing = LineOf(node.Span.End) - line;
        if (missing <= 0)
            return;
        if (_strings == 0)
            _movedUp = CallerLines.AreAskedIn(root, context.Model, context.Cancellation);
        else
            _output.Add(new string('\n', missing));
    }

    /// <summary>A hole that was formatted before keeps its lines within its braces.</summary>
    private void PutHole(InterpolationSyntax hole, Code code)
    {
        int lines = LineOf(hole.Span.End) - LineOf(hole.SpanStart);
        for (int i = 0; i < code.Pieces.Length; i++)
        {
            if (i < code.Pieces.Length - 1 || code.Pieces[i] is not TextPiece end || lines == 0)
                _output.Add(code.Pieces[i]);
            else
                _output.Add(new string('\n', lines) + end.Text);
        }
    }

    private int LineOf(int position) => root.SyntaxTree.GetText(context.Cancellation).Lines.IndexOf(position);

    private static bool HasLineBreak(SyntaxTriviaList trivia)
    {
        foreach (var item in trivia)
        {
            if (item.IsKind(SyntaxKind.EndOfLineTrivia))
                return true;
        }
        return false;
    }

    /// <summary>How far the line of a token is indented.</summary>
    private static int ColumnOf(SyntaxToken token)
    {
        var text = token.SyntaxTree!.GetText();
        var line = text.Lines.GetLineFromPosition(token.SpanStart);
        int column = 0;
        for (int i = line.Start; i < token.SpanStart && char.IsWhiteSpace(text[i]); i++)
            column++;
        return column;
    }
}

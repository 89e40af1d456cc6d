using System.Text;

namespace CoroutineGen.Fuzz.Python;

/// <summary>Prints a program of the shared language. What both languages write alike stands here.</summary>
internal abstract class Printer
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Names that the language needs for itself: counters, exceptions.</summary>
    protected int Fresh { get; set; }

    protected string Text => _text.ToString();

    protected void Line(string line) => _text.Append(' ', 4 * _indent).AppendLine(line);

    protected void Indented(Action write)
    {
        _indent++;
        write();
        _indent--;
    }

    protected abstract void Block(Node block);

    protected abstract void Statement(Node statement);

    protected abstract string Yield(string value);

    protected abstract string FromNew(int index, string argument);

    protected abstract string FromShared(int slot);

    protected abstract string Later(string value);

    protected abstract string Choice(string condition, string then, string otherwise);

    protected abstract string Connective(NodeKind kind);

    protected string Expression(Node node) => node.Kind switch
    {
        NodeKind.Constant => node.Number.ToString(),
        NodeKind.Variable => "v" + node.Number,
        NodeKind.Yield => Yield(Expression(node.Parts[0])),
        NodeKind.Sum => $"Sum({node.Number}, {Expression(node.Parts[0])}, {Expression(node.Parts[1])})",
        NodeKind.Add => $"({Expression(node.Parts[0])} + {Expression(node.Parts[1])})",
        NodeKind.FromNew => FromNew(node.Number, Expression(node.Parts[0])),
        NodeKind.FromShared => FromShared(node.Number),
        NodeKind.Later => Later(Expression(node.Parts[0])),
        NodeKind.Choice => Choice(Condition(node.Parts[0]), Expression(node.Parts[1]), Expression(node.Parts[2])),
        _ => throw new InvalidOperationException(node.Kind.ToString()),
    };

    protected string Condition(Node node) => node.Kind switch
    {
        NodeKind.Less => $"({Expression(node.Parts[0])} < {Expression(node.Parts[1])})",
        NodeKind.Not => $"({Connective(NodeKind.Not)}{Condition(node.Parts[0])})",
        _ => $"({Condition(node.Parts[0])} {Connective(node.Kind)} {Condition(node.Parts[1])})",
    };
}

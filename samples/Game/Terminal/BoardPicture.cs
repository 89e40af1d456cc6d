using System.Text;
using Game.Rules;
using Spectre.Console;

namespace Game.Terminal;

/// <summary>A board for the terminal.</summary>
static class BoardPicture
{
    // A star is a point, in the order of Lines.Names.
    private const string Empty =
        """
        7 *-----------*-----------*
          |           |           |
        6 |   *-------*-------*   |
          |   |       |       |   |
        5 |   |   *---*---*   |   |
          |   |   |       |   |   |
        4 *---*---*       *---*---*
          |   |   |       |   |   |
        3 |   |   *---*---*   |   |
          |   |       |       |   |
        2 |   *-------*-------*   |
          |           |           |
        1 *-----------*-----------*
          a   b   c   d   e   f   g
        """;

    /// <summary>A question with its board: who has to do what.</summary>
    public static Panel Of(Question question, string header)
    {
        var text = new StringBuilder();
        int point = 0;
        foreach (char c in Empty.ReplaceLineEndings("\n"))
            text.Append(c == '*' ? Man(question.Board.Points[point++]) : $"{c}");
        text.Append($"\n\n{Asked(question)}");
        return new Panel(new Markup(text.ToString())) { Header = new PanelHeader(Markup.Escape(header)), Border = BoxBorder.Rounded };
    }

    /// <summary>A question in words.</summary>
    public static string Asked(Question question) => question.Act switch
    {
        Act.Place => $"{question.Side} places a man.",
        Act.Move => $"{question.Side} moves a man.",
        _ => $"A mill! {question.Side} takes a man.",
    };

    private static string Man(char man) => man switch
    {
        'w' => "[bold yellow]W[/]",
        'b' => "[bold blue]B[/]",
        _ => "+",
    };
}

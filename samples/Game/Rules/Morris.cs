using CoroutineGen;

namespace Game.Rules;

/// <summary>
/// Nine men's morris. The rules are one method, in the order in which one would read them out, and nothing else knows them: it hands out
/// questions, and is sent the answers. Where in the game one is, is where the method waits.
/// </summary>
static partial class Morris
{
    private const int MenOfEach = 9;

    /// <summary>After so many turns in which nobody has taken anything, nobody wins.</summary>
    private const int Patience = 40;

    /// <returns>Who has won; null if nobody has.</returns>
    [Coroutine(Forkable = true, Saveable = true)]
    public static Side? Play(Yield<Question, string> ask)
    {
        var board = Board.Start;
        int quiet = 0;
        for (int turn = 0; quiet < Patience; turn++)
        {
            var side = turn % 2 == 0 ? Side.White : Side.Black;
            string to;
            if (turn < 2 * MenOfEach)
            {
            Place:
                to = ask.From(Choose(new(Act.Place, side, board, board.Free())));
                board = board.Put(to, side);
            }
            else
            {
                var moves = board.Moves(side);
                if (moves.IsEmpty || board.Men(side) < 3)
                    return side.Other();
            Move:
                string move = ask.From(Choose(new(Act.Move, side, board, moves)));
                board = board.Move(move, side);
                to = move[3..];
            }
            quiet++;
            if (board.InMill(to))
            {
            Take:
                string taken = ask.From(Choose(new(Act.Take, side, board, board.Takeable(side.Other()))));
                board = board.Remove(taken);
                quiet = 0;
            }
        }
        return null;
    }

    /// <summary>Asks until the answer is one that is allowed.</summary>
    [Coroutine(Forkable = true, Saveable = true)]
    private static string Choose(Question question, Yield<Question, string> ask)
    {
        while (true)
        {
        Answer:
            string answer = ask(question);
            if (question.Options.Contains(answer))
                return answer;
        }
    }
}

using Game.Rules;

namespace Game.Players;

/// <summary>
/// Looks ahead: it answers a question in a fork of the game, and sees what comes of it. It knows no rules, and takes nothing back: what it
/// has tried is dropped, and the game itself still stands where it stood.
/// </summary>
/// <param name="depth">How many answers it looks ahead.</param>
sealed class Computer(int depth)
{
    private const int Won = 10_000;

    /// <summary>The best answer to the question at which a game waits, the first of several. The game does not change.</summary>
    public string Answer(Morris.PlayCoroutine game)
    {
        var question = game.Current;
        string best = question.Options[0];
        int most = int.MinValue;
        foreach (string option in question.Options)
        {
            int value = After(option, game.Fork(), question.Side, depth - 1, most, int.MaxValue);
            if (value > most)
                (best, most) = (option, value);
        }
        return best;
    }

    // Minimax, with alpha-beta pruning. The sides need not take turns: who closes a mill is asked again.
    private static int Value(Morris.PlayCoroutine game, Side side, int depth, int alpha, int beta)
    {
        var question = game.Current;
        if (depth <= 0)
            return Worth(question.Board, side) - Worth(question.Board, side.Other());
        bool mine = question.Side == side;
        foreach (string option in question.Options)
        {
            int value = After(option, game.Fork(), side, depth - 1, alpha, beta);
            if (mine)
                alpha = Math.Max(alpha, value);
            else
                beta = Math.Min(beta, value);
            if (alpha >= beta)
                break;
        }
        return mine ? alpha : beta;
    }

    private static int After(string option, Morris.PlayCoroutine fork, Side side, int depth, int alpha, int beta)
    {
        if (fork.TrySend(option))
            return Value(fork, side, depth, alpha, beta);
        return fork.Result switch
        {
            null => 0,
            // The sooner, the better.
            var winner => winner == side ? Won + depth : -Won - depth,
        };
    }

    private static int Worth(Board board, Side side) => board.Men(side) * 100 + board.Mills(side) * 40 + board.Moves(side).Length;
}

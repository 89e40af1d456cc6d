using CoroutineGen;

namespace Game.Scenes;

/// <summary>
/// A raven that is after your men: what it does, one thing after another, for ever. Wherever in that it is hit, it feels it there: the Hit
/// is thrown at the yield where it waits, also one of an inner script.
/// </summary>
static partial class Raven
{
    /// <returns>How it ends.</returns>
    [Coroutine]
    public static string Steal(Yield<Shot> act)
    {
        for (int feathers = 2; ;)
        {
            try
            {
                act.From(Circle());
                act(new("The raven lands on the edge of the board."));
                act(new("It picks up one of your men."));
                return "It is gone, and so is your man.";
            }
            catch (Hit hit) when (--feathers > 0)
            {
                act(new($"Hit by {hit.By}! Feathers everywhere.", 6));
                act(new("It croaks, and tries again."));
            }
            catch (Hit hit)
            {
                return $"Hit by {hit.By}, it has enough, and flies out of the window.";
            }
        }
    }

    [Coroutine]
    private static void Circle(Yield<Shot> act)
    {
        act(new("The raven sits on a beam."));
        for (int round = 1; round <= 3; round++)
            act(new($"It circles above the table{(round == 1 ? "." : $", round {round}.")}", 8));
    }
}

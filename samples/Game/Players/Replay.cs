using Game.Rules;

namespace Game.Players;

/// <summary>A game that can be looked through: a fork of it for each turn. Steps back and forth, and goes on from anywhere.</summary>
sealed class Replay
{
    private readonly List<Morris.PlayCoroutine> _turns = [];
    private int _shown = -1;

    /// <summary>How many turns there are.</summary>
    public int Length => _turns.Count;

    /// <summary>Which turn is shown, from 1.</summary>
    public int Turn => _shown + 1;

    /// <summary>The question of the turn that is shown.</summary>
    public Question Shown => _turns[_shown].Current;

    /// <summary>Keeps a game as it stands, and shows that.</summary>
    public void Add(Morris.PlayCoroutine game)
    {
        _turns.Add(game.Fork());
        _shown = _turns.Count - 1;
    }

    /// <summary>Shows a turn that is so many earlier (negative) or later, as far as there are any.</summary>
    public void Step(int turns) => _shown = Math.Clamp(_shown + turns, 0, _turns.Count - 1);

    /// <summary>A game that goes on from what is shown. The turns that followed are forgotten.</summary>
    public Morris.PlayCoroutine GoOn()
    {
        _turns.RemoveRange(_shown + 1, _turns.Count - _shown - 1);
        return _turns[_shown].Fork();
    }
}

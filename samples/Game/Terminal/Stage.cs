using CoroutineGen;
using Game.Scenes;
using Spectre.Console;

namespace Game.Terminal;

/// <summary>Runs scripts: shows what they hand out, for as long as they say, and tells them what the player does meanwhile.</summary>
/// <param name="console">Where they are shown.</param>
/// <param name="pressed">Waits for so many beats; true, as soon as a key is pressed.</param>
sealed class Stage(IAnsiConsole console, Func<int, bool> pressed)
{
    /// <summary>Shows a cutscene. A key skips the rest of it: it is closed, and its finally blocks leave all in order.</summary>
    public void Play(Coroutine<Shot> scene)
    {
        while (scene.MoveNext())
        {
            console.WriteLine(scene.Current.Text);
            if (!pressed(scene.Current.Beats))
                continue;
            scene.Close();
            console.WriteLine("(skipped)");
        }
    }

    /// <summary>Shows somebody's behaviour. A key throws something at them; what that does is theirs to say.</summary>
    /// <returns>How it ended.</returns>
    public string Fight(Coroutine<Shot, Unit, string> enemy, string missile)
    {
        bool lives = enemy.MoveNext();
        while (lives)
        {
            console.WriteLine(enemy.Current.Text);
            lives = pressed(enemy.Current.Beats) ? enemy.TryThrow(new Hit(missile)) : enemy.MoveNext();
        }
        return enemy.Result;
    }
}

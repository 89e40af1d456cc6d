using System.Text;
using CoroutineGen;
using Game.Players;
using Game.Rules;
using Game.Scenes;
using Game.Terminal;
using Spectre.Console;

namespace Game;

/// <summary>All of it without a player: what it prints is the same each time, and compared by a test.</summary>
sealed class Demo(IAnsiConsole console)
{
    public void Run()
    {
        Scenes();
        console.WriteLine();
        Watch(PlayAndSave());
    }

    private void Scenes()
    {
        var room = new Room();
        new Stage(console, PressedAt(4)).Play(Intro.Tell(room));
        console.WriteLine($"And {room}.");
        console.WriteLine();
        console.WriteLine(new Stage(console, PressedAt(2, 6)).Fight(Raven.Steal(), "a snowball"));
    }

    // White looks further ahead than black. In the middle the game is saved, and it is what was restored that goes on.
    private Replay PlayAndSave()
    {
        var replay = new Replay();
        var white = new Computer(depth: 4);
        var black = new Computer(depth: 1);
        var game = Morris.Play().Prime();
        var line = new StringBuilder();
        while (game.State != CoroutineState.Closed)
        {
            replay.Add(game);
            var question = game.Current;
            string answer = (question.Side == Side.White ? white : black).Answer(game);
            line.Append(question.Act == Act.Take ? $"x{answer}" : $" {answer}");
            game.TrySend(answer);
            if (replay.Length % 20 == 0)
            {
                console.WriteLine($"{line}".Trim());
                line.Clear();
            }
            if (replay.Length == 20)
                game = Reloaded(game);
        }
        console.WriteLine($"{line}".Trim());
        console.WriteLine(game.Result is { } winner ? $"{winner} has won." : "Nobody has won.");
        return replay;
    }

    private Morris.PlayCoroutine Reloaded(Morris.PlayCoroutine game)
    {
        byte[] saved = SaveFile.Save(game);
        var restored = SaveFile.Restore(saved);
        console.WriteLine();
        console.Write(BoardPicture.Of(restored.Current, "saved, and restored from:"));
        console.WriteLine(Encoding.UTF8.GetString(saved));
        console.WriteLine();
        return restored;
    }

    private void Watch(Replay replay)
    {
        console.WriteLine();
        console.Write(BoardPicture.Of(replay.Shown, $"the last turn, {replay.Turn}"));
        replay.Step(-9);
        console.Write(BoardPicture.Of(replay.Shown, $"back, turn {replay.Turn}"));
        replay.Step(+1);
        console.Write(BoardPicture.Of(replay.Shown, $"forward, turn {replay.Turn}"));
    }

    // A player who presses a key during the shots of these numbers, and waits for none of them.
    private static Func<int, bool> PressedAt(params int[] shots)
    {
        int shot = 0;
        return _ => shots.Contains(++shot);
    }
}

using CoroutineGen;
using Game.Players;
using Game.Rules;
using Spectre.Console;

namespace Game.Terminal;

/// <summary>A game of one or two people at the keyboard, with the buttons: save, load, back, forward.</summary>
/// <param name="console">Where it is played.</param>
/// <param name="file">Where the game is saved.</param>
/// <param name="computer">Who plays black.</param>
sealed class GameTable(IAnsiConsole console, string file, Computer computer)
{
    private const string Buttons = "An answer such as [bold]d6[/] or [bold]d6-d5[/], or: options, save, load, back, forward, quit.";

    private Morris.PlayCoroutine _game = Morris.Play().Prime();
    private Replay _replay = new();

    /// <summary>Plays until somebody has won, nobody can, or the player leaves.</summary>
    public void Sit()
    {
        console.MarkupLine(Buttons);
        _replay.Add(_game);
        while (_game.State != CoroutineState.Closed)
        {
            if (_game.Current.Side == Side.Black)
                Go(computer.Answer(_game));
            else if (!Ask())
                return;
        }
        console.MarkupLine(_game.Result is { } winner ? $"[bold]{winner} has won.[/]" : "[bold]Nobody has won.[/]");
    }

    private bool Ask()
    {
        console.Write(BoardPicture.Of(_replay.Shown, $"turn {_replay.Turn} of {_replay.Length}"));
        string answer = console.Prompt(new TextPrompt<string>(">")).Trim();
        switch (answer)
        {
            case "quit":
                return false;
            case "options":
                console.WriteLine(string.Join(' ', _replay.Shown.Options));
                break;
            case "save":
                File.WriteAllBytes(file, SaveFile.Save(_game));
                console.WriteLine($"Saved in {file}, at {_game.PointName}.");
                break;
            case "load":
                Load();
                break;
            // To the player's own question before, over what the computer has answered meanwhile.
            case "back":
                Step(-1);
                break;
            case "forward":
                Step(+1);
                break;
            default:
                if (_replay.Shown.Options.Contains(answer))
                {
                    _game = _replay.GoOn();
                    Go(answer);
                }
                else
                {
                    console.MarkupLine(Buttons);
                }
                break;
        }
        return true;
    }

    private void Go(string answer)
    {
        console.WriteLine($"{_game.Current.Side}: {answer}");
        if (_game.TrySend(answer))
            _replay.Add(_game);
    }

    private void Step(int turns)
    {
        do
        {
            int before = _replay.Turn;
            _replay.Step(turns);
            if (_replay.Turn == before)
                turns = -turns;
        }
        while (_replay.Shown.Side == Side.Black);
    }

    private void Load()
    {
        try
        {
            _game = SaveFile.Restore(File.ReadAllBytes(file));
            _replay = new Replay();
            _replay.Add(_game);
        }
        catch (Exception e) when (e is CoroutineRestoreException or IOException)
        {
            console.WriteLine(e.Message);
        }
    }
}

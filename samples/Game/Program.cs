using Game;
using Game.Players;
using Game.Scenes;
using Game.Terminal;
using Spectre.Console;

// Nine men's morris. Without a player, or with --demo, it plays by itself:
//   dotnet run --project samples/Game
//   dotnet run --project samples/Game -- --demo
if (args.Contains("--demo") || Console.IsInputRedirected || Console.IsOutputRedirected)
{
    var plain = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });
    plain.Profile.Width = 10_000;
    new Demo(plain).Run();
    return;
}

var console = AnsiConsole.Console;
var stage = new Stage(console, Keys.Pressed);
string file = Path.Combine(Path.GetTempPath(), "coroutinegen-morris.json");
Choice leave = new("Leave", () => { });
var menu = new SelectionPrompt<Choice> { Converter = choice => choice.Name, Title = "Nine men's morris" }.AddChoices(
    new("Play", () => new GameTable(console, file, new Computer(depth: 3)).Sit()),
    new("Watch the computer play", new Demo(console).Run),
    new("The intro (a key skips it)", () => stage.Play(Intro.Tell(new Room()))),
    new("The raven (a key throws a boot)", () => console.WriteLine(stage.Fight(Raven.Steal(), "a boot"))),
    leave);
while (console.Prompt(menu) is var choice && choice != leave)
    choice.Do();

/// <summary>What there is to do.</summary>
sealed record Choice(string Name, Action Do);

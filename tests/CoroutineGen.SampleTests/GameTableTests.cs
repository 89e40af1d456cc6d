using System.Text.RegularExpressions;
using Game.Players;
using Game.Terminal;
using Spectre.Console.Testing;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The game at a keyboard.</summary>
public sealed partial class GameTableTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_game_is_played_saved_and_loaded_by_another_table()
    {
        string first = Played("d6", "hello", "options", "save", "quit");
        Assert.Contains("White: d6", first);
        Assert.Contains("Black: ", first);
        Assert.Contains("turn 3 of 3", first);
        Assert.Contains("An answer such as d6", first);
        Assert.Contains(", at Place.", first);

        string second = Played("load", "d6", "a1", "quit");
        Assert.Contains("turn 1 of 1", second);
        Assert.DoesNotContain("White: d6", second);
        Assert.Contains("White: a1", second);
    }

    [Fact]
    public void A_turn_is_taken_back_and_played_otherwise()
    {
        string shown = Played("d6", "d2", "back", "back", "back", "forward", "f2", "quit");
        string[] turns = [.. TurnOf().Matches(shown).Select(match => match.Value)];
        Assert.Equal("1 of 1, 3 of 3, 5 of 5, 3 of 5, 1 of 5, 1 of 5, 3 of 5, 5 of 5", string.Join(", ", turns));
    }

    [Fact]
    public void What_cannot_be_loaded_is_said_and_the_game_goes_on()
    {
        Assert.Contains("White: d6", Played("load", "d6", "quit"));
        File.WriteAllText(_file, "[{}]");
        Assert.Contains("White: d6", Played("load", "d6", "quit"));
    }

    [GeneratedRegex("(?<=turn )[0-9]+ of [0-9]+")]
    private static partial Regex TurnOf();

    private string Played(params string[] typed)
    {
        var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        foreach (string line in typed)
            console.Input.PushTextWithEnter(line);
        new GameTable(console, _file, new Computer(depth: 1)).Sit();
        return console.Output;
    }
}

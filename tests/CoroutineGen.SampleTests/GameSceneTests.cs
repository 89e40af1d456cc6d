using Game.Scenes;
using Game.Terminal;
using Spectre.Console.Testing;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>Scripts of the game: a cutscene that is closed, and a behaviour that is thrown at.</summary>
public class GameSceneTests
{
    [Fact]
    public void The_room_is_the_same_wherever_the_intro_is_skipped()
    {
        int shots = Intro.Tell(new Room()).Count();
        Assert.Equal(7, shots);
        for (int skipped = 1; skipped <= shots + 1; skipped++)
        {
            var room = new Room();
            string shown = Played(stage => stage.Play(Intro.Tell(room)), skipped);
            Assert.Equal("the lantern is lit, the music is off", $"{room}");
            Assert.Equal(skipped <= shots, shown.Contains("(skipped)"));
        }
    }

    [Fact]
    public void A_raven_that_nobody_hits_takes_a_man()
        => Assert.Equal("It is gone, and so is your man.", Fought());

    [Fact]
    public void One_hit_does_not_keep_it_away()
    {
        for (int shot = 1; shot <= 6; shot++)
            Assert.Equal("It is gone, and so is your man.", Fought(shot));
    }

    [Fact]
    public void Two_hits_do_wherever_it_is()
    {
        for (int first = 1; first <= 6; first++)
            for (int second = 3; second <= 8; second++)
                Assert.Equal("Hit by a shoe, it has enough, and flies out of the window.", Fought(first, first + second));
    }

    private static string Fought(params int[] hits)
    {
        string end = "";
        Played(stage => end = stage.Fight(Raven.Steal(), "a shoe"), hits);
        return end;
    }

    private static string Played(Action<Stage> play, params int[] pressed)
    {
        var console = new TestConsole();
        int shot = 0;
        play(new Stage(console, _ => pressed.Contains(++shot)));
        return console.Output;
    }
}

using CoroutineGen.Tests;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The game without a player: the same text each time, in which the game is saved and restored on the way.</summary>
public class GameDemoTests
{
    [Fact]
    public void The_demo_tells_what_the_transcript_says()
        => Transcript.Check("samples/Game/demo.txt", ChildProgram.Run("Game.dll", "--demo"));

    [Fact]
    public void Where_nobody_can_play_it_is_the_demo()
        => Assert.StartsWith("Night. The mill stands still", ChildProgram.Run("Game.dll"));
}

using CoroutineGen;

namespace Game.Scenes;

/// <summary>A cutscene: shots one after another. Who has seen it already closes it.</summary>
static partial class Intro
{
    [Coroutine]
    public static void Tell(Room room, Yield<Shot> show)
    {
        room.MusicPlays = true;
        try
        {
            show(new("Night. The mill stands still, and the river is frozen.", 20));
            show(new("Somebody knocks."));
            show.From(Talk("Miller", "At this hour?", "Well. Sit down."));
            room.LanternIsLit = true;
            show(new("A light. On the table lies a board: three squares, one within another.", 20));
            show.From(Talk("Stranger", "Nine men each. Three in a row, and I take one of yours.", "You begin."));
        }
        finally
        {
            // Seen to the end or skipped, the game begins in a room with a light and without music.
            room.LanternIsLit = true;
            room.MusicPlays = false;
        }
    }

    [Coroutine]
    private static void Talk(string who, string first, string then, Yield<Shot> show)
    {
        show(new($"{who}: {first}"));
        show(new($"{who}: {then}"));
    }
}

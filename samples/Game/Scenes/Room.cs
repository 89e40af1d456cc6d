namespace Game.Scenes;

/// <summary>What the cutscene leaves behind.</summary>
sealed class Room
{
    public bool LanternIsLit { get; set; }

    public bool MusicPlays { get; set; }

    public override string ToString() => $"the lantern is {(LanternIsLit ? "lit" : "dark")}, the music {(MusicPlays ? "plays" : "is off")}";
}

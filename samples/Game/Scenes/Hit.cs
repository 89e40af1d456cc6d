namespace Game.Scenes;

/// <summary>What is thrown at somebody's script: it was hit.</summary>
sealed class Hit(string by) : Exception($"hit by {by}")
{
    /// <summary>What with.</summary>
    public string By => by;
}

namespace Game.Scenes;

/// <summary>What is shown for a while.</summary>
/// <param name="Text">A line of text.</param>
/// <param name="Beats">How long, in tenths of a second.</param>
sealed record Shot(string Text, int Beats = 12);

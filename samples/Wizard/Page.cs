namespace Wizard;

/// <summary>What the user sees: one question.</summary>
sealed record Page(string Title, string Question);

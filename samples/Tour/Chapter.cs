namespace Tour;

/// <summary>A chapter: what it is called, and what it prints.</summary>
sealed record Chapter(string Title, Func<Task> Tell)
{
    /// <summary>A chapter that awaits nothing.</summary>
    public Chapter(string title, Action tell)
        : this(title, () =>
        {
            tell();
            return Task.CompletedTask;
        })
    {
    }
}

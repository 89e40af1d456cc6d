namespace CoroutineGen.Generator.Declarations;

/// <summary>What a project's options and references decide of the text that is generated for it.</summary>
/// <param name="AnnotationsOn">Whether nullable annotations are on where a file does not say.</param>
/// <param name="Optimizes">Whether it is built for speed. Otherwise every frame of a stack trace is as the user wrote it.</param>
/// <param name="HidesFrames">Whether there is an attribute that keeps a method out of stack traces: from .NET 6 on.</param>
internal readonly record struct ProjectSettings(bool AnnotationsOn, bool Optimizes, bool HidesFrames);

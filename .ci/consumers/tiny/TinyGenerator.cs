using Microsoft.CodeAnalysis;

namespace Tiny;

/// <summary>Adds an overload to the very type that holds the coroutines.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TinyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterPostInitializationOutput(output => output.AddSource("Words.g.cs", """
            static partial class Words
            {
                public static string Shout(string word) => word.ToUpperInvariant() + "!";
            }
            """));
}

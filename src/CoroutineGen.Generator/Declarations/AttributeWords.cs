using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Finds the words of a text that may be the attribute's name. Most files have none, and no node of theirs is looked at.</summary>
internal static class AttributeWords
{
    private const string FullName = CoroutineSyntax.AttributeName + "Attribute";

    /// <summary>Where they begin, in the order of the text.</summary>
    public static IEnumerable<int> In(string text)
    {
        for (int at = 0; (at = text.IndexOf(CoroutineSyntax.AttributeName, at, StringComparison.Ordinal)) >= 0; at++)
            if (IsAttributeName(text, at))
                yield return at;
    }

    /// <summary>Whether the word that begins there is the attribute's name, short or full.</summary>
    private static bool IsAttributeName(string text, int start)
    {
        if (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
            return false;
        int end = start;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end]))
            end++;
        return end - start == CoroutineSyntax.AttributeName.Length
            || (end - start == FullName.Length && string.CompareOrdinal(text, start, FullName, 0, FullName.Length) == 0);
    }
}

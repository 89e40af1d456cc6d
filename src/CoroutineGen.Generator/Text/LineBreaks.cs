namespace CoroutineGen.Generator.Text;

/// <summary>What ends a line in C#: more than \n, and all of it counts for line numbers and ends a comment.</summary>
internal static class LineBreaks
{
    private static readonly char[] Ends = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    public static bool Is(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>How many lines a text adds.</summary>
    public static int In(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (Is(text[i]) && (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n'))
                count++;
        }
        return count;
    }

    /// <summary>The text on one line, for a comment or a diagram.</summary>
    public static string Joined(string text)
        => string.Join(" ", text.Split([.. Ends, '\v', '\f', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of a text.</summary>
    public static string[] Split(string text)
        => text.Replace("\r\n", "\n").Split(Ends);
}

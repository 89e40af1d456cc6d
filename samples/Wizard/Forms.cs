using CoroutineGen;

namespace Wizard;

/// <summary>Parts of conversations: what has an answer of its own is a coroutine of its own.</summary>
static partial class Forms
{
    /// <summary>Asks until the answer is a number that will do.</summary>
    [Coroutine(Saveable = true)]
    public static int Number(string title, string question, int least, int most, Yield<Page, string> show)
    {
        string text = question;
        while (true)
        {
        Number:
            string answer = show(new(title, text));
            if (int.TryParse(answer, out int number) && number >= least && number <= most)
                return number;
            text = $"'{answer}' is no number from {least} to {most}. {question}";
        }
    }

    /// <summary>A guest, in words.</summary>
    [Coroutine(Saveable = true)]
    public static string Guest(int number, Yield<Page, string> show)
    {
    Name:
        string name = show(new($"Guest {number}", "What is the guest's name?"));
    Age:
        int age = show.From(Number($"Guest {number}", $"How old is {name}?", 0, 120));
        return $"{name} ({age})";
    }
}

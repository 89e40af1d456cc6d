using CoroutineGen;

namespace Tour;

/// <summary>
/// The method as it is written is ordinary C#: <c>yield</c> is a delegate. Called with a callback it pushes its values there, and
/// does exactly what the generated coroutine does, which is how CoroutineGen tests itself.
/// </summary>
static partial class Pushing
{
    [Coroutine]
    static string Interview(Yield<string, string> yield)
    {
        string name = yield("What is your name?");
        string town = yield($"Where do you live, {name}?");
        return $"{name} of {town}";
    }

    static string Answer(string question)
    {
        string answer = question.Contains("name") ? "Ada" : "London";
        Console.WriteLine($"   {question} {answer}.");
        return answer;
    }

    public static void Tell()
    {
        Console.WriteLine("Push-style, the method calls us for every answer:");
        string pushed = Interview(question => Answer(question));

        Console.WriteLine("Pull-style, the coroutine waits while we look for the answer:");
        var interview = Interview().Prime();
        while (interview.TrySend(Answer(interview.Current)))
        {
        }

        Console.WriteLine($"They agree: \"{pushed}\" and \"{interview.Result}\"");
    }
}

using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CoroutineGen.Fuzz.Systematic;

/// <summary>What a body does, in the order in which it does it; the bodies and the things that they use write here.</summary>
public static class Trace
{
    private static readonly List<string> Written = [];
    private static Action? _onWait;

    public static IReadOnlyList<string> Lines => Written;

    public static void Begin()
    {
        Written.Clear();
        _onWait = null;
    }

    public static void Note(string line)
    {
        if (Written.Count > 500)
            throw new TimeoutException("notes without end");
        Written.Add(line);
    }

    /// <summary>What changes a body's own variables while it waits.</summary>
    public static void OnWait(Action change) => _onWait += change;

    public static void Wait() => _onWait?.Invoke();

    public static T A<T>(string name, T value)
    {
        Note($"{name}={Show(value)}");
        return value;
    }

    public static void A<T1, T2>(string name, T1 first, T2 second) => Note($"{name}={Show(first)};{Show(second)}");

    /// <summary>A number that does not wait, seen when it is computed.</summary>
    public static int N(int value)
    {
        Note($"N({value})");
        return value;
    }

    public static bool B(bool value)
    {
        Note($"B({value})");
        return value;
    }

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Delegate function => $"{function.GetInvocationList().Length} targets",
        ITuple tuple => $"({string.Join(",", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i])))})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(",", items.Cast<object>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };
}

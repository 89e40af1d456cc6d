using System.Reflection;
using System.Text.RegularExpressions;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// Overwrites with garbage all variables of a coroutine that are not saved where it stands: those whose value can be changed, and the saved
/// text is the same. So nobody can tell, unless the body reads one of them after all.
/// </summary>
internal static partial class Poison
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <param name="coroutine">The outermost one.</param>
    /// <param name="save">What is saved of it.</param>
    public static void Into(ISaveable coroutine, Func<ISaveable, byte[]?> save)
    {
        byte[]? saved = save(coroutine);
        for (object? at = coroutine; at is not null; at = DelegateOf(at))
            if (at.GetType().GetField("Frame", Fields) is { } place)
                Overwrite(place, at);

        void Overwrite(FieldInfo place, object holder)
        {
            // That of one which awaits is an object, and is made at its first step.
            if (place.GetValue(holder) is not { } frame)
                return;
            foreach (var field in frame.GetType().GetFields(Fields))
                if (field.FieldType.IsNestedAssembly && field.GetValue(frame) is { } environment)
                    foreach (var captured in environment.GetType().GetFields(Fields).Where(IsVariable))
                        Try(captured, environment, () => { });
                else if (IsVariable(field))
                    Try(field, frame, () => place.SetValue(holder, frame));
        }

        void Try(FieldInfo field, object of, Action put)
        {
            object? before = field.GetValue(of);
            if (Garbage(field.FieldType, before) is not { } garbage)
                return;
            field.SetValue(of, garbage);
            put();
            if (save(coroutine) is { } again && again.AsSpan().SequenceEqual(saved))
                return;
            field.SetValue(of, before);
            put();
        }
    }

    private static object? DelegateOf(object coroutine) => coroutine switch
    {
        Coroutine<int> own => own.Delegate,
        Coroutine<Unit> own => own.Delegate,
        AsyncCoroutine<int> own => own.Delegate,
        AsyncCoroutine<Unit> own => own.Delegate,
        _ => null,
    };

    /// <summary>Whether a field is a variable of the program's, and none of generated code.</summary>
    private static bool IsVariable(FieldInfo field) => Names().IsMatch(field.Name);

    private static object? Garbage(Type type, object? before) => before switch
    {
        int number => number ^ 0x5a5a5a5a,
        bool value => !value,
        string or null when type == typeof(string) => "garbage " + before,
        Pair pair => new Pair(~pair.X, pair.Y + 4711),
        int[] or null when type == typeof(int[]) => new[] { -4711, -4712, -4713, -4714 },
        null when type == typeof(int?) => -4715,
        _ => null,
    };

    [GeneratedRegex(@"^([vpyux]\d|[ab]$|[ab]\d|Again|count|word|meter|here)")]
    private static partial Regex Names();
}

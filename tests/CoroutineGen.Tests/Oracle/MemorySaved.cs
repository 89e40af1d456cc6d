using System.Reflection;

namespace CoroutineGen.Tests;

/// <summary>
/// What was saved of coroutines, as objects: so whatever can be saved at all can be, with no serialiser, and an object is the same again.
/// What was not saved is not there, so that a body which reads it finds nothing.
/// </summary>
internal sealed class MemorySaved
{
    public List<Record> Records { get; } = [];

    internal sealed record Record(string Coroutine, string Point)
    {
        public List<(string Name, object? Value)> Values { get; } = [];
    }

    public static MemorySaved Of(ISaveable coroutine)
    {
        var writer = new Writer();
        coroutine.Save(writer);
        return writer.Saved;
    }

    /// <summary>The coroutine once more; what is saved of that must be the same.</summary>
    public static T Again<T>(T coroutine)
        where T : class
    {
        var saved = Of((ISaveable)coroutine);
        var restored = saved.Restore(coroutine);
        var again = Of((ISaveable)restored);
        if (saved.Differs(again) is { } difference)
            throw new InvalidOperationException($"{coroutine} is saved as other than what is restored: {difference}");
        return restored;
    }

    public T Restore<T>(T original, CoroutineReader? reader = null)
        where T : class
    {
        var restore = original.GetType().GetMethod("Restore", BindingFlags.Static | BindingFlags.Public)!;
        var options = new RestoreOptions { Supplies = new Receivers(original), MaxCoroutines = int.MaxValue };
        return (T)restore.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [reader ?? new Reader(this), options], null)!;
    }

    private string? Differs(MemorySaved other)
    {
        if (Records.Count != other.Records.Count)
            return $"{Records.Count} records, not {other.Records.Count}";
        for (int i = 0; i < Records.Count; i++)
        {
            var (one, two) = (Records[i], other.Records[i]);
            if ((one.Coroutine, one.Point) != (two.Coroutine, two.Point) || one.Values.Count != two.Values.Count)
                return $"{one} {one.Values.Count}, not {two} {two.Values.Count}";
            for (int j = 0; j < one.Values.Count; j++)
                if (one.Values[j].Name != two.Values[j].Name || !Equals(one.Values[j].Value, two.Values[j].Value))
                    return $"{one}: {one.Values[j]}, not {two.Values[j]}";
        }
        return null;
    }

    internal sealed class Writer : CoroutineWriter
    {
        public MemorySaved Saved { get; } = new();

        private List<(string, object?)> Values => Saved.Records[^1].Values;

        public override void Begin(SavedName coroutine, SavedName point) => Saved.Records.Add(new(coroutine.Text, point.Text));

        public override void Write<T>(SavedName name, T value) => Values.Add((name.Text, value));

        public override void WriteCoroutine(SavedName name, int number) => Values.Add((name.Text, number));

        public override void End()
        {
        }
    }

    internal sealed class Reader(MemorySaved saved) : CoroutineReader
    {
        private int _at = -1;

        public override bool Next(out string coroutine, out string point)
        {
            (coroutine, point) = ("", "");
            if (++_at >= saved.Records.Count)
                return false;
            (coroutine, point) = saved.Records[_at];
            return true;
        }

        public override bool Has(SavedName name) => saved.Records[_at].Values.Exists(v => v.Name == name.Text);

        public override bool TryRead<T>(SavedName name, out T value)
        {
            value = default!;
            if (!Has(name))
                return false;
            value = (T)saved.Records[_at].Values.Find(v => v.Name == name.Text).Value!;
            return true;
        }

        public override bool TryReadCoroutine(SavedName name, out int number) => TryRead<int>(name, out number);
    }

    /// <summary>Supplies the object whose method the coroutine is of.</summary>
    private sealed class Receivers(object original) : IServiceProvider
    {
        private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        public object? GetService(Type serviceType)
        {
            object? frame = original.GetType().GetField("Frame", Fields)?.GetValue(original);
            object? receiver = frame?.GetType().GetField("This", Fields)?.GetValue(frame);
            return serviceType.IsInstanceOfType(receiver) ? receiver : null;
        }
    }
}

using System.Text;
using System.Text.Json.Serialization;
using CoroutineGen.Json;

namespace CoroutineGen.Tests.Saving;

internal enum Colour
{
    Red,
    Green,
}

internal sealed record Line(string Name, int Amount);

internal sealed class Basket
{
    public List<Line> Lines { get; set; } = [];

    public Line? Best { get; set; }
}

internal struct Position
{
    public int X;
}

internal sealed class Account
{
    public int Sum { get; private set; }

    public void Add(int amount) => Sum += amount;
}

[JsonDerivedType(typeof(Circle), "circle")]
internal abstract class Figure;

internal sealed class Circle : Figure
{
    public int Radius;
}

/// <summary>Nothing of it is lost: what is set, what a constructor takes, what is computed, what is not to be saved.</summary>
internal sealed class Parcel(string to)
{
    [JsonIgnore]
    public int Opened;

    public string To { get; } = to;

    public int Weight { get; set; }

    [JsonInclude]
    public int Stamps { get; internal set; }

    public bool IsHeavy => Weight > 10;

    public void Stamp() => Stamps++;
}

/// <summary>Of this nothing would be left: its state is its own.</summary>
internal sealed class Tally
{
    private int _count;

    public void Up() => _count++;

    public int Twice() => 2 * _count;
}

/// <summary>What is captured of the constructor is changed, and no property gives it back.</summary>
internal sealed class Stepper(int at)
{
    public int Next() => ++at;
}

/// <summary>Nothing of it is lost: its fields are given back by properties of their names, or are not to be saved.</summary>
internal sealed class Gauge(int start)
{
    private int _level;

    [JsonIgnore]
    private string? _text;

    public int Start => start;

    public int Level
    {
        get => _level;
        set
        {
            _level = value;
            _text = null;
        }
    }

    public override string ToString() => _text ??= $"{Start} {Level}";
}

[JsonDerivedType(typeof(Charge), "charge")]
[JsonDerivedType(typeof(Ship), "ship")]
internal abstract record Command;

internal sealed record Charge(int Sum) : Command;

internal sealed record Ship(string To) : Command;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Basket))]
[JsonSerializable(typeof(Position))]
[JsonSerializable(typeof(Figure))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(List<Account>))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Stepper))]
[JsonSerializable(typeof(Gauge))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(Colour))]
[JsonSerializable(typeof(Colour?))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<Line>))]
[JsonSerializable(typeof(List<(int, string)>))]
[JsonSerializable(typeof(System.Collections.Immutable.ImmutableArray<int>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class SavingJson : JsonSerializerContext;

/// <summary>What is supplied anew, by its type.</summary>
internal sealed class Supplies : Dictionary<Type, object>, IServiceProvider
{
    public object? GetService(Type serviceType) => this.GetValueOrDefault(serviceType);
}

/// <summary>Saving as text, and restoring of it.</summary>
internal static class Text
{
    public static string Of(ISaveable coroutine) => Encoding.UTF8.GetString(CoroutineJson.Save(coroutine, SavingJson.Default));

    public static T Restored<T>(
        string text, Func<CoroutineReader, RestoreOptions?, T> restore, RestoreOptions? options = null, bool preserveReferences = false)
        where T : class, ISaveable
        => CoroutineJson.Restore(Encoding.UTF8.GetBytes(text), SavingJson.Default, restore, options, preserveReferences);

    /// <summary>A coroutine saved and restored; saved again, it is the same text.</summary>
    public static T Again<T>(T coroutine, Func<CoroutineReader, RestoreOptions?, T> restore, RestoreOptions? options = null)
        where T : class, ISaveable
    {
        string text = Of(coroutine);
        var restored = Restored(text, restore, options);
        Xunit.Assert.Equal(text, Of(restored));
        return restored;
    }
}

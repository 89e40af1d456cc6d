using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoroutineGen;

/// <summary>The coroutines: all that one may have in it where it is saved.</summary>
static partial class Shop
{
    [Coroutine(Saveable = true)]
    internal static string Order(string id, decimal price, DateTime when, double share, Yield<Request, int> yield)
    {
        int paid = 0;
        string reason = "none";
        try
        {
        Charge: paid = yield(new Charge(price));
            if (paid == 3)
                throw new InvalidOperationException("declined");
        Ship: yield(new Ship($"to {id}"));
        }
        catch (InvalidOperationException e)
        {
            reason = e.Message;
        Refund: yield(new Charge(-price));
        }
        finally
        {
            paid++;
        Log: yield(new Ship(reason));
        }
        return FormattableString.Invariant($"{id} {price} {when:O} {share} {paid} {reason}");
    }

    [Coroutine(Saveable = true)]
    internal static int Basket(Lines lines, ImmutableArray<int> gifts, string letters, Yield<string, int> yield)
    {
        int sum = 0;
        void Add(int n) => sum += n;
        var pair = (Count: 1, Name: "x");
        foreach (var line in lines.All)
        {
            int own = line.Amount;
            int got = yield($"{line.Name} {sum}");
            Add(got + own);
            foreach (int gift in gifts)
            {
                int more = yield($"{gift} {pair}");
                pair.Count += more;
            }
        }
        foreach (char letter in letters)
        {
            int last = yield($"{letter}");
            Add(last * pair.Count);
        }
        return sum;
    }

    [Coroutine(Saveable = true)]
    internal static int Chain(int depth, Yield<string, int> yield)
    {
        var inner = Basket(new Lines { All = { new Line("a", depth) } }, [7], "z");
        int first = yield.From(inner);
        int below = 0;
        if (depth > 0)
            below = yield.From(Chain(depth - 1));
#pragma warning disable CORO3006 // It is a loop over a coroutine that is saved here; what that is answered does not matter.
        foreach (string text in Basket(new Lines { All = { new Line("b", 1) } }, [], "yx"))
#pragma warning restore CORO3006
        {
            int got = yield(text);
            below += got;
        }
        return first + below + inner.Result;
    }
}

sealed record Line(string Name, int Amount);

sealed class Lines
{
    public List<Line> All { get; set; } = [];
}

[JsonDerivedType(typeof(Charge), "charge")]
[JsonDerivedType(typeof(Ship), "ship")]
abstract record Request;

sealed record Charge(decimal Price) : Request;

sealed record Ship(string To) : Request;

[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Lines))]
[JsonSerializable(typeof(ImmutableArray<int>))]
sealed partial class ShopJson : JsonSerializerContext;

using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>The fix of CORO4017: the context is told of the type, below what it has been told already.</summary>
public sealed class JsonTypeFixTests : FixTest
{
    private const string Before = """
        using System.Text.Json.Serialization;
        using CoroutineGen.Json;
        namespace CoroutineGen.Json
        {
            static class CoroutineJson
            {
                public static byte[] Save(ISaveable coroutine, JsonSerializerContext context) => null!;
            }
        }
        static partial class Shop
        {
            [Coroutine(Saveable = true)]
            public static int Basket(int[] most, Yield<int, string> yield)
            {
                var lines = new List<string>();
                while (lines.Count < most.Length)
                {
                    string name = yield(lines.Count);
                    lines.Add(name);
                }

                return lines.Count;
            }

            static byte[] Keep() => CoroutineJson.Save(Basket([]), ShopJson.Default);
        }

        """;

    private const string After = """
        sealed partial class ShopJson() : JsonSerializerContext(null)
        {
            public static ShopJson Default { get; } = new();
            public System.Text.Json.Serialization.Metadata.JsonTypeInfo<long[]> Int64Array => null!;
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;

    private const string First = "[JsonSerializable(typeof(long[]))]\n";
    private const string Second = "[JsonSerializable(typeof(int[]))]\n";
    private const string Third = "[JsonSerializable(typeof(System.Collections.Generic.List<string>))]\n";

    [Fact]
    public Task The_first_attribute() => Check(new JsonTypeFix(), Before + After, Usings + Before + Second + After);

    [Fact]
    public Task One_more() => Check(new JsonTypeFix(), Before + First + After, Usings + Before + First + Second + After);

    [Fact]
    public Task All_at_once() => Check(new JsonTypeFix(), Before + First + After, Usings + Before + First + Second + Third + After, all: true);
}

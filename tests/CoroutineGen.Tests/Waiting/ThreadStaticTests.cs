using System.Reflection;
using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>
/// The libraries have no static for each thread: where it was loaded into a context that is unloaded, as plugins are, a thread that ends
/// later takes a static of another program with it (.NET 10.0.12).
/// </summary>
public sealed class ThreadStaticTests
{
    [Theory]
    [InlineData(typeof(Coroutine<>))]
    [InlineData(typeof(Json.CoroutineJson))]
    public void There_is_none(Type type)
        => Assert.DoesNotContain(
            type.Assembly.GetTypes().SelectMany(t => t.GetFields(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)),
            f => f.IsDefined(typeof(ThreadStaticAttribute)) || f.FieldType.Name.StartsWith("ThreadLocal", StringComparison.Ordinal));
}

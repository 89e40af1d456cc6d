using System.Collections;
using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>A debugger sees the same of the original before a fork and after its whole life, and of the fork what it saw of the original.</summary>
public sealed partial class ForkViewTests
{
    [Coroutine(Forkable = true)]
    private static int Inner(int count, Yield<int> yield)
    {
        int sum = 0;
        void Add(int n) => sum += n;
        for (int i = 0; i < count; i++)
        {
            Add(i);
            yield(sum);
        }
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Outer(IEnumerable<int> items, Yield<int> yield)
    {
        var kept = Inner(3);
        int result = yield.From(kept);
        foreach (int item in items)
        {
            int own = item + result;
            yield(own);
        }
        foreach (int n in Inner(3))
            yield(n + kept.Result);
        return result;
    }

    [Fact]
    public void The_original_looks_as_it_did()
    {
        for (int steps = 0; steps <= 9; steps++)
        {
            var original = Outer(new List<int> { 7, 8 });
            for (int i = 0; i < steps; i++)
                original.MoveNext();
            string before = View(original);
            var fork = original.Fork();
            Assert.Equal(before, View(fork));
            while (fork.MoveNext())
            {
            }
            Assert.Equal(before, View(original));
            original.Fork().Close();
            Assert.Equal(before, View(original));
        }
    }

    /// <summary>All that a debugger shows, down the chain.</summary>
    private static string View(object coroutine)
    {
        var type = coroutine.GetType();
        while (type.GetCustomAttribute<DebuggerTypeProxyAttribute>(inherit: false) is null)
            type = type.BaseType!;
        string proxy = type.GetCustomAttribute<DebuggerTypeProxyAttribute>(inherit: false)!.ProxyTypeName;
        object view = Activator.CreateInstance(Type.GetType(proxy)!.MakeGenericType(type.GetGenericArguments()), coroutine)!;
        var lines = new List<string>();
        foreach (var property in view.GetType().GetProperties())
        {
            object? value = property.GetValue(view);
            lines.Add(value is IEnumerable items and not string
                ? $"{property.Name}: {string.Join("; ", items.Cast<object>().Select(Shown))}"
                : $"{property.Name}: {value}");
        }
        return string.Join("\n", lines);

        static string Shown(object item)
        {
            object? value = item.GetType().GetProperty("Value")!.GetValue(item);
            string name = $"{item.GetType().GetProperty("Name")?.GetValue(item) ?? item.GetType().GetProperty("Text")!.GetValue(item)}";
            return value is Coroutine<int> inner ? $"{name} = ({View(inner)})" : $"{name} = {value}";
        }
    }
}

using System.Collections;
using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>What a debugger shows of a coroutine, read as a debugger reads it: by the attributes, and by reflection (rule 106).</summary>
public sealed partial class DebuggerTests
{
    [Coroutine]
    private static string Pair(int first, string second, Yield<int, int> yield)
    {
        int answer = yield(first);
        for (int i = 0; i < 2; i++)
        {
            int seen = answer + i;
            answer = yield(seen) + seen;
        }
        {
            string answers = $"{answer}";
            Func<string> late = () => answers + second;
            yield(late().Length);
            return late();
        }
    }

    [Coroutine]
    private static int Outer(int depth, Yield<int, int> yield)
        => depth == 0 ? yield(42) : yield.From(Outer(depth - 1)) + 1;

    [Coroutine]
    private void Instance(int @class, Yield<int> yield)
    {
        yield(@class);
        yield.From([1, 2]);
    }

    [Fact]
    public void The_display_names_the_line_where_it_waits()
    {
        var pair = Pair(1, "b");
        Assert.Equal("Pair [Created]", Display(pair));
        pair.Prime();
        Assert.Equal($"Pair [Suspended] at DebuggerTests.cs:{LineOf("int answer = yield(first);")}, yield(first)", Display(pair));
        pair.Send(5);
        Assert.Equal($"Pair [Suspended] at DebuggerTests.cs:{LineOf("answer = yield(seen) + seen;")}, yield(seen)", Display(pair));
        pair.Close();
        Assert.Equal("Pair [Closed]", Display(pair));
    }

    [Fact]
    public void The_view_shows_the_variables_that_live()
    {
        var pair = Pair(1, "b");
        Assert.Equal(["first = 1", "second = b"], Variables(pair));
        pair.Prime();
        Assert.Equal(["first = 1", "second = b"], Variables(pair));
        pair.Send(5);
        Assert.Equal(["first = 1", "second = b", "answer = 5", "i = 0", "seen = 5"], Variables(pair));
        pair.Send(1);
        Assert.Equal(["first = 1", "second = b", "answer = 6", "i = 1", "seen = 7"], Variables(pair));
        pair.Send(0);
        Assert.Equal(["first = 1", "second = b", "answer = 7", "answers = 7"], Variables(pair)[..4]);
        pair.Close();
        Assert.Empty(Variables(pair));
    }

    [Fact]
    public void The_view_shows_state_value_error_and_result()
    {
        var pair = Pair(1, "b");
        Assert.Equal(CoroutineState.Created, View(pair, "State"));
        Assert.Null(View(pair, "Current"));
        while (pair.MoveNext())
            Assert.Equal(pair.Current, View(pair, "Current"));
        Assert.Equal("1b", View(pair, "Result"));
        Assert.Null(View(pair, "At"));

        var failed = Pair(1, "b").Prime();
        var error = new TimeoutException();
        Assert.Throws<TimeoutException>(() => failed.Throw(error));
        Assert.Same(error, View(failed, "Error"));
        Assert.Null(View(failed, "Result"));
    }

    [Fact]
    public void The_view_shows_the_chain_of_delegates()
    {
        var outer = Outer(2).Prime();
        int delegating = LineOf("=> depth == 0 ? yield(42)");
        Assert.Equal($"Outer [Suspended] at DebuggerTests.cs:{delegating}, yield.From(Outer(depth - 1))", Display(outer));
        Assert.Equal(
            [
                $"Outer [Suspended] at DebuggerTests.cs:{delegating}, yield.From(Outer(depth - 1))",
                $"Outer [Suspended] at DebuggerTests.cs:{delegating}, yield(42)",
            ],
            Delegates(outer));
        Assert.Equal(100, Delegates(Outer(100_000).Prime()).Length);
    }

    [Coroutine]
    private static void Drops(Yield<int, int> yield)
    {
        yield.From(Outer(0));
        yield(1);
    }

    [Fact]
    public void The_view_shows_no_delegate_whose_end_is_past()
    {
        var coroutine = Drops().Prime();
        Assert.Single(Delegates(coroutine));
        Assert.Equal(1, coroutine.Send(0));
        Assert.Empty(Delegates(coroutine));
    }

    [Fact]
    public void An_instance_and_names_with_an_at_sign()
    {
        var instance = Instance(3);
        instance.Next();
        Assert.Equal(["class = 3"], Variables(instance));
        instance.Next();
        Assert.Equal(["sequence [Suspended]"], Delegates(instance));
    }

    [Fact]
    public void A_running_coroutine_can_be_looked_at()
    {
        DebuggerTests looker = new();
        var looking = Looking(looker);
        looker._self = looking;
        Assert.Equal("Looking [Running]/0/0", looking.Next());
    }

    private Coroutine<string>? _self;

    [Coroutine]
    private static void Looking(DebuggerTests looker, Yield<string> yield)
        => yield($"{Display(looker._self!)}/{Variables(looker._self!).Length}/{Delegates(looker._self!).Length}");

    [Coroutine]
    private static async Task<int> Later(Task[] gates, AsyncYield<int, int> yield)
    {
        await gates[0];
        int answer = await yield(1);
        await gates[1];
        return answer + await yield.From(Inner(gates[2]));
    }

    [Coroutine]
    private static async Task<int> Inner(Task gate, AsyncYield<int, int> yield)
    {
        int answer = await yield(2);
        await gate;
        return answer;
    }

    [Fact]
    public async Task What_awaits_says_so_and_where_it_went_on()
    {
        TaskCompletionSource[] gates = [new(), new(), new()];
        var later = Later([.. gates.Select(gate => gate.Task)]);
        string yields = $"DebuggerTests.cs:{LineOf("int answer = await yield(1);")}, await yield(1)";
        string delegates = $"DebuggerTests.cs:{LineOf("return answer + await yield.From(")}, await yield.From(Inner(gates[2]))";

        var first = later.NextAsync().AsTask();
        Assert.Equal("Later [Running], awaiting", Display(later));
        Assert.Equal((true, null), (View(later, "IsAwaiting"), View(later, "At")));
        gates[0].SetResult();
        Assert.Equal(1, await first);
        Assert.Equal($"Later [Suspended] at {yields}", Display(later));
        Assert.Equal((false, yields), (View(later, "IsAwaiting"), View(later, "At")));

        var second = later.SendAsync(5).AsTask();
        Assert.Equal($"Later [Running] awaiting, after {yields}", Display(later));
        Assert.Equal((true, yields), (View(later, "IsAwaiting"), View(later, "At")));
        gates[1].SetResult();
        Assert.Equal(2, await second);

        var third = later.TrySendAsync(7).AsTask();
        Assert.Equal($"Later [Running] at {delegates}, awaiting", Display(later));
        Assert.Equal(["Inner [Running]"], Delegates(later));
        gates[2].SetResult();
        Assert.False(await third);
        Assert.Equal("Later [Closed]", Display(later));
        Assert.Equal((false, 12), (View(later, "IsAwaiting"), View(later, "Result")));
    }

    private static string Display(object shown)
    {
        var attribute = Owner<DebuggerDisplayAttribute>(shown, out var type);
        Assert.Equal("{DebuggerText,nq}", attribute.Value);
        return (string)type.GetProperty("DebuggerText", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(shown)!;
    }

    private static string[] Variables(object coroutine)
        => [.. ((IEnumerable)View(coroutine, "Variables")!).Cast<object>().Select(v => $"{Get(v, "Name")} = {Get(v, "Value")}")];

    private static string[] Delegates(object coroutine)
        => [.. ((IEnumerable)View(coroutine, "Delegates")!).Cast<object>().Select(v => (string)Get(v, "Text")!)];

    /// <summary>A property of the type proxy, which a debugger makes for the base class that has the attribute.</summary>
    private static object? View(object coroutine, string property)
    {
        var attribute = Owner<DebuggerTypeProxyAttribute>(coroutine, out var type);
        var proxy = Type.GetType(attribute.ProxyTypeName)!.MakeGenericType(type.GetGenericArguments());
        return Get(Activator.CreateInstance(proxy, coroutine)!, property);
    }

    private static object? Get(object instance, string property) => instance.GetType().GetProperty(property)!.GetValue(instance);

    private static T Owner<T>(object instance, out Type type)
        where T : Attribute
    {
        for (type = instance.GetType(); ; type = type.BaseType!)
        {
            if (type.GetCustomAttribute<T>(inherit: false) is { } attribute)
                return attribute;
        }
    }

    private static int LineOf(string text)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "CoroutineGen.Tests", "DebuggerTests.cs"));
        return Array.FindIndex(lines, line => line.Contains(text)) + 1;
    }
}

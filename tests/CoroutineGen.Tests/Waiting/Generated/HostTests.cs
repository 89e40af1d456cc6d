using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>Instance methods, generic types, structs, extensions, interfaces, and names in the way.</summary>
public sealed class HostTests
{
    private const int Limit = 30_000;

    [Fact(Timeout = Limit)]
    public Task Instance_methods_of_generic_types()
        => Oracle.Agree<int, int>(
            async (w, y) => await new Host<int>(1).Instance(w, y), w => new Host<int>(1).Instance(w), (n, value) => value + n + 1);

    [Fact(Timeout = Limit)]
    public async Task Structs_extensions_and_interfaces()
    {
        Assert.Equal([0, 1, 2], await new Host<int>.Inner(3).Count(new Work(2)).ToListAsync());
        Assert.Equal(["a", "a"], await "a".Twice().ToListAsync());
        Assert.Equal([7], await ((IHost)new Implements()).From(new Work(1)).ToListAsync());
    }

    [Fact(Timeout = Limit)]
    public async Task Trap_45_names_that_the_class_has_itself()
    {
        async Task<(List<int>, int)> Push()
        {
            List<int> seen = [];
            int result = await Implements.StepAsync(1, 2, 3, 4, 5, 6, async v =>
            {
                await Task.CompletedTask;
                seen.Add(v);
                return v + 1;
            });
            return (seen, result);
        }

        var c = Implements.StepAsync(1, 2, 3, 4, 5, 6);
        List<int> seen = [];
        bool yields = await c.MoveNextAsync();
        while (yields)
        {
            seen.Add(c.Current);
            yields = await c.TrySendAsync(c.Current + 1);
        }
        var pushed = await Push();
        Assert.Equal(pushed.Item1, seen);
        Assert.Equal(pushed.Item2, c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task No_call_of_the_users_binds_to_a_step()
    {
        var c = Overloads.Many(3);
        await c.MoveNextAsync();
        Assert.False(await c.MoveNextAsync());
        Assert.Equal("plain 3plain a2", c.Result);
    }
}

using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>What can be reached on a coroutine in the project that it is made in: what it is for, and nothing that could make it lie.</summary>
public sealed class ReachTests
{
    private const string Program = """
        partial class Host
        {
            [Coroutine] public static string Talk(int n, Yield<int, string> yield) { try { return yield(n); } finally { Console.WriteLine(); } }
            [Coroutine] public static int Deep(int n, Yield<int> yield) { yield(n); return n == 0 ? 0 : yield.From(Deep(n - 1)); }
            [Coroutine] public int Walk(int n, Yield<int> yield) { yield(n); return n == 0 ? 0 : yield.From(Walk(n - 1)); }
            [Coroutine] public static void Through(IEnumerable<int> all, Yield<int> yield) { yield.From(all); yield(2); }
            [Coroutine] public static void Range(int n, Yield<int> yield) { for (int i = 0; i < n; i++) yield(i); }
            [Coroutine] public static void Sink(Receive<int> yield) { Console.WriteLine(yield()); }
            void Here(TalkCoroutine talk, DeepCoroutine deep, WalkCoroutine walk, ThroughCoroutine through, RangeCoroutine range, SinkCoroutine sink) { /*here*/ }
            class Nested : Coroutine<int>
            {
                protected override string Name => "";
                protected override int Step(int point, CoroutineGen.CompilerServices.Resumption how) => 0;
                void There(TalkCoroutine talk, DeepCoroutine deep) { /*nested*/ }
            }
        }
        class Elsewhere { void There(Host.TalkCoroutine talk, Host.DeepCoroutine deep) { /*elsewhere*/ } }
        """;

    /// <summary>Members of every coroutine, of those that are sent values, and of those that return one.</summary>
    private static readonly string[] Always =
    [
        "Close", "Current", "Delegate", "Dispose", "Equals", "Error", "GetEnumerator", "GetHashCode", "GetType", "MoveNext", "Next", "State", "SuspendedAt", "Throw",
        "ToString", "TryThrow",
    ];

    private static readonly string[] Sent = ["Prime", "Send", "TrySend"];
    private static readonly string[] Returning = ["HasResult", "Result", "TryGetResult"];

    [Theory]
    [InlineData("here", "Talk", true, true)]
    [InlineData("here", "Deep", true, true)]
    [InlineData("here", "Walk", true, true)]
    [InlineData("here", "Through", false, false)]
    [InlineData("here", "Range", false, false)]
    [InlineData("here", "Sink", true, false)]
    [InlineData("nested", "Talk", true, true)]
    [InlineData("nested", "Deep", true, true)]
    [InlineData("elsewhere", "Talk", true, true)]
    [InlineData("elsewhere", "Deep", true, true)]
    public void Members(string place, string coroutine, bool isSent, bool returns)
    {
        var output = Project.Run(Program).Compiles().Output;
        var tree = output.SyntaxTrees.First();
        int position = tree.ToString().IndexOf($"/*{place}*/", StringComparison.Ordinal);
        var type = output.GetTypeByMetadataName($"Host+{coroutine}Coroutine")!;
        var expected = Always.Concat(isSent ? Sent : []).Concat(returns ? Returning : []);
        var model = output.GetSemanticModel(tree);
        var reached = model.LookupSymbols(position, type).Where(m => !m.IsStatic && model.IsAccessible(position, m)).Select(m => m.Name).Distinct();
        Assert.Equal(expected.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
        // Nor can a coroutine be made around a frame.
        var made = type.InstanceConstructors.Where(c => model.IsAccessible(position, c)).ToArray();
        Assert.All(made.SelectMany(c => c.Parameters), p => Assert.False(p.Type.IsValueType && p.Type.Name.EndsWith("Locals", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("talk.Return(\"a lie\")")]
    [InlineData("talk.Yield(1, 42)")]
    [InlineData("talk.Returned.Value = \"a lie\"")]
    [InlineData("talk.Returned = default")]
    [InlineData("talk.CurrentValue = 42")]
    [InlineData("talk.Point = 3")]
    [InlineData("talk.Frame = default")]
    [InlineData("talk.Exit(default)")]
    [InlineData("talk.Interrupted(default)")]
    [InlineData("_ = talk.Closed")]
    [InlineData("_ = talk.Delegator")]
    [InlineData("talk.Entered(default)")]
    [InlineData("talk.Step(1, default, \"\")")]
    [InlineData("talk.Abandon(null)")]
    [InlineData("talk.Clear()")]
    [InlineData("deep.Pass(1)")]
    [InlineData("deep.Delegated<int>()")]
    [InlineData("deep.Unfold()")]
    [InlineData("walk.Call(1, walk)")]
    [InlineData("through.DelegateTo(1, range)")]
    [InlineData("range.StoreAndTell(1)")]
    [InlineData("range.PureDispose()")]
    [InlineData("new CoroutineGen.CompilerServices.Delegator<int>(through).To(1, range)")]
    [InlineData("new CoroutineGen.CompilerServices.Unwinding(new Exception())")]
    [InlineData("new DeepCoroutine(default(DeepLocals))")]
    public void Plumbing_does_not_compile(string statement)
    {
        var compilation = Project.Run(Program.Replace("/*here*/", statement + ";", StringComparison.Ordinal)).Output;
        Assert.Contains(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>What anybody can make of the types for generated code does nothing, or fails.</summary>
    [Fact]
    public void Defaults_are_harmless()
    {
        Assert.Throws<NullReferenceException>(() => default(CompilerServices.Delegator<int>).ToSequence(1, [1]));
        Assert.Throws<NullReferenceException>(() => default(CompilerServices.Delegator<int>).Result<int>());
        Assert.False(default(CompilerServices.Unwinding).RaiseOrUnwind());
        Assert.Throws<CoroutineExitException>(() => default(CompilerServices.Unwinding).Exit());
    }
}

using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>CORO3001 for private fields and properties.</summary>
public sealed class UnprimedFieldTests : UsageTest
{
    private static Task Members(string members) => Source("CORO3", $"partial class Test\n{{\n    {members}\n}}\n");

    [Theory]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); public void Run() => _c.[|Send|](1);")]
    [InlineData("readonly Co.AverageCoroutine _c; Test() { _c = Co.Average(3); } void Run() => this._c.[|TrySend|](1);")]
    [InlineData("static Coroutine<double, double> _c = Co.Average(3); static void Run() { _c.[|Send|](1); Console.WriteLine(_c.State); }")]
    [InlineData("Co.AverageCoroutine C { get; } = Co.Average(3); void Run() { C.[|Send|](1); C.Dispose(); }")]
    [InlineData("Co.AverageCoroutine? _c; void Make() => _c ??= null; void Set() { _c = Co.Average(3); } void Run() => Console.WriteLine(1);")]
    [InlineData("Co.AverageCoroutine? _c = null; void Set() { _c = Co.Average(3); } void Run() { _c?.[|Send|](1); Action a = () => _c!.[|Send|](2); a(); }")]
    [InlineData("Co.AverageCoroutine _c = Co.Average(3); class Inner { int _d; } void Run() => _c.[|Send|](1);")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); void Go() { while (_c.[|TrySend|](1, out double d)) Console.WriteLine(d); }")]
    public Task Nothing_primes_it(string members) => Members(members);

    [Theory]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3).Prime(); void Run() => _c.Send(1);")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); Test() => _c.Prime(); void Run() => _c.Send(1);")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); void Start() { if (_c.MoveNext()) { } } void Run() => _c.Send(1);")]
    [InlineData("readonly Co.ReadyCoroutine _c = Co.Ready(); void Run() => _c.Send(1);")]
    [InlineData("readonly Co.AverageCoroutine _c; Test(Co.AverageCoroutine c) => _c = c; void Run() => _c.Send(1);")]
    [InlineData("Co.AverageCoroutine _c = Co.Average(3); public object Get() => _c; void Run() => _c.Send(1);")]
    [InlineData("Co.AverageCoroutine _c = Co.Average(3); void Warm() => Warm(ref _c); static void Warm(ref Co.AverageCoroutine c) => c.Prime(); void Run() => _c.Send(1);")]
    [InlineData("public readonly Co.AverageCoroutine C = Co.Average(3); void Run() => C.Send(1);")]
    [InlineData("Co.AverageCoroutine _c = Co.Average(3); class Inner { void Run(Test t) => t._c.Prime(); } void Run() => _c.Send(1);")]
    [InlineData("Co.AverageCoroutine C { get => Co.Average(3).Prime(); } void Run() => C.Send(1);")]
    [InlineData("Co.AverageCoroutine _c = Co.Average(3); void Warm() { var c = _c; c.Prime(); } void Run() => _c.Send(1);")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); void Go() { while (_c.Resume(1)) _c.Send(1); }")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); void Go() { if (_c.TryNext(out double d)) _c.Send(d); }")]
    [InlineData("readonly Co.AverageCoroutine _c = Co.Average(3); void Go(Coroutine<int, object> d) { d.TrySend(_c, out int v); _c.Send(1); }")]
    public Task It_is_primed_or_may_be(string members) => Members(members);
}

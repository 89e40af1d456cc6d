using CoroutineGen.CompilerServices;

namespace CoroutineGen.Tests.Waiting;

/// <summary>
/// A coroutine that is written by hand, in the shape of a generated one: the step is an async method that is given what it suspends
/// through, the point, how it is entered and what is sent. The frame is what the step, a lambda, captures.
/// </summary>
internal sealed class Written<TYield, TSend, TReturn>(Written<TYield, TSend, TReturn>.Body step, params Protection[] protections)
    : AsyncCoroutine<TYield, TSend, TReturn>
{
    private Body? _step = step;

    public delegate AsyncStep<int> Body(Written<TYield, TSend, TReturn> own, int point, Unwinding how, TSend sent);

    public Suspender<TYield> Out => Suspender;

    public AsyncReturned<TReturn> Place => Returned;

    /// <summary>Whether the captured state has been dropped.</summary>
    public bool IsCleared => _step is null;

    protected override string Name => "Written";

    public new ValueTask<Written<TYield, TSend, TReturn>> PrimeAsync() => PrimeAsync(this);

    public int End(TReturn value)
    {
        var place = Returned;
        place.Value = value;
        return Closed;
    }

    public int End() => Closed;

    protected override Protection ProtectionAt(int point) => point <= protections.Length ? protections[point - 1] : Protection.None;

    protected override AsyncStep<int> StepAsync(int point, Resumption how, TSend sent) => _step!(this, point, Entered(how), sent);

    protected override void Clear()
    {
        _step = null;
        base.Clear();
    }
}

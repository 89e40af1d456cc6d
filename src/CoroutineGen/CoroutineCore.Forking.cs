using System.ComponentModel;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;
using CoroutineGen.Forking;

namespace CoroutineGen;

// Forking: a fork is a new object with the same point and frame, and twins of what only one coroutine can use. It has no driver and no tag,
// which come at its first resumption (rule 207).
public abstract partial class CoroutineCore<TYield> : IForked
{
    string IForked.Name => Name;

    /// <summary>
    /// A new coroutine with the same point, frame and value, and nothing of its own yet; null, the default, where that cannot be.
    /// </summary>
    /// <returns>The twin.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual CoroutineCore<TYield>? ForkFrame() => null;

    /// <summary>
    /// Whether <see cref="ForkVariables"/> needs nothing but the frame: no variable that may still be read can hold a coroutine, or an
    /// enumerator that only the run time knows.
    /// </summary>
    /// <param name="point">Where it stands, without the <see cref="Delegating"/> bit.</param>
    /// <returns>True by default.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool ForksAlone(int point) => true;

    /// <summary>Of a twin: gives it environments, coroutines and enumerators of its own.</summary>
    /// <param name="point">Where it stands, without the <see cref="Delegating"/> bit.</param>
    /// <param name="twins">What the fork has made so far; null where <see cref="ForksAlone"/> says that it is not needed.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void ForkVariables(int point, Twins? twins)
    {
    }

    /// <summary>Of a twin: asks for what each variable is to hold.</summary>
    /// <param name="point">Where it stands, without the <see cref="Delegating"/> bit.</param>
    /// <param name="twins">What the fork has made.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void ForkValues(int point, Twins twins)
    {
    }

    /// <summary>Completes a twin that <see cref="ForkFrame"/> has made, wherever the coroutine stands.</summary>
    /// <param name="twin">The twin.</param>
    /// <param name="forker">Decides what is shared; null to share all objects.</param>
    /// <exception cref="CoroutineStateException">It, or one that it delegates to, is running (rule 205).</exception>
    /// <exception cref="CoroutineForkException">Something that it uses cannot be forked (rule 211).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void ForkTo(CoroutineCore<TYield> twin, Forker? forker)
    {
        if (ForkChain(twin, twins: null) && forker is null)
            return;
        int length = 0;
        for (CoroutineCore<TYield>? link = this; link is not null; link = link.Inner)
            length++;
        var twins = new Twins(forker, length);
        for (CoroutineCore<TYield>? original = this, copy = twin; original is not null; (original, copy) = (original.Inner, copy!.Inner))
            twins.Add(original, copy!);
        twins.Complete();
    }

    IForked IForked.Fork(Twins twins)
    {
        if (ForkFrame() is not { } twin)
            return null!;
        twins.Add(this, twin);
        ForkChain(twin, twins);
        return twin;
    }

    void IForked.ForkVariables(Twins twins)
    {
        if (Point >= Created && !ForksAlone(ResumePoint))
            ForkVariables(ResumePoint, twins);
    }

    void IForked.ForkValues(Twins twins)
    {
        if (Point >= Created)
            ForkValues(ResumePoint, twins);
    }

    /// <summary>What it delegates to at this moment; null for nothing.</summary>
    private CoroutineCore<TYield>? Inner => Point >= Delegating ? Link : null;

    /// <summary>
    /// Gives a twin, and those of all that the coroutine delegates to, the places that the originals have. What needs nothing else is
    /// complete then.
    /// </summary>
    /// <param name="twin">The twin of this coroutine.</param>
    /// <param name="twins">
    /// The twins that there are, to which those made are added; null where there can be no others than this chain's.
    /// </param>
    /// <returns>Whether all twins are complete.</returns>
    private bool ForkChain(CoroutineCore<TYield> twin, Twins? twins)
    {
        bool isComplete = true;
        var circle = default(Circle<TYield>);
        for (var original = this; ;)
        {
            int point = original.Point;
            if (point == Closed)
            {
                // The node of an error never changes.
                twin.Rare = original.Rare;
                return isComplete;
            }
            if (point < Created)
                throw Raise.Running(Name);
            if (original.ForksAlone(point & ~Delegating))
                twin.ForkVariables(point & ~Delegating, null);
            else
                isComplete = false;
            if (point < Delegating)
                return isComplete;
            if (original.Link is not { } inner || circle.ClosesAt(inner))
                throw Raise.Running(Name);
            bool isKnown = twins?.Find(inner) is not null;
            var innerTwin = isKnown ? (CoroutineCore<TYield>)twins!.Find(inner)! : inner.ForkFrame();
            if (innerTwin is null)
                throw Twins.NotForkable(original, variable: null, inner.Original);
            twin.InnerOrParked = innerTwin;
            // Whose own driver resumed it last has the value that it handed out then, whatever has become of the innermost one since.
            if (original.Tag == DriverNumber.OfTwin || (original.Rare is Driver<TYield> driver && driver.Number == original.Tag))
                twin.Tag = DriverNumber.OfTwin;
            if (isKnown)
                return isComplete;
            twins?.Add(inner, innerTwin);
            original = inner;
            twin = innerTwin;
        }
    }
}

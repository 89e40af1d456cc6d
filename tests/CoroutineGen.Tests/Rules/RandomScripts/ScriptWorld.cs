namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>Plays a script and writes down all that can be seen of it.</summary>
public abstract class ScriptWorld : IWorld
{
    private readonly List<string> _trace = [];

    public IReadOnlyList<string> Heard => _trace;

    protected abstract int Count { get; }

    public IReadOnlyList<string> Play(IReadOnlyList<Act> acts)
    {
        foreach (var act in acts)
        {
            Perform("user", act);
            for (int id = 0; id < Count; id++)
                Trace($"  c{id} {Describe(id)}");
        }
        return _trace;
    }

    public void Trace(string text) => _trace.Add(text);

    public Exception? Perform(string who, Act act)
    {
        if (act.Deed == Deed.Observe)
        {
            Trace($"{who} sees c{act.Target} {Describe(act.Target)}");
            return null;
        }
        Trace($"{who} {act}");
        var reply = Do(act);
        Trace($"{who} {act} -> {reply.Event} {(reply.Event == Event.Yields ? reply.Value : null)} {Errors.Name(reply.Error)}");
        return reply.Error;
    }

    protected abstract Reply Do(Act act);

    protected abstract string Describe(int id);
}

namespace CoroutineGen.Tests.Traps;

/// <summary>A value to yield that acts while the body is suspended, as whoever is handed it asks for its text.</summary>
public sealed class During(string name, Action act)
{
    public override string ToString()
    {
        act();
        return name;
    }
}

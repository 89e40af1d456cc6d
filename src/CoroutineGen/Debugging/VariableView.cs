using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CoroutineGen.Debugging;

/// <summary>A variable of the user's with its value.</summary>
[DebuggerDisplay("{Value}", Name = "{Name,nq}")]
internal sealed class VariableView(string name, object? value)
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name => name;

    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public object? Value => value;

    /// <summary>Reads a variable, "name" or "name=path", from the frame of a generated coroutine.</summary>
    public static VariableView Of(string variable, object coroutine)
    {
        int equals = variable.IndexOf('=');
        object? value = FieldOf(coroutine, "Frame");
        foreach (string field in variable.Substring(equals + 1).Split('.'))
            value = FieldOf(value, field);
        return new VariableView(equals < 0 ? variable : variable.Substring(0, equals), value);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The step method uses the frame's fields, so they are kept.")]
    private static object? FieldOf(object? owner, string name) => owner?.GetType().GetField(name, Fields)?.GetValue(owner);
}

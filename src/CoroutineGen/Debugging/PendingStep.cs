using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Threading.Tasks;

namespace CoroutineGen.Debugging;

/// <summary>
/// Reads for a debugger where a body went on that awaits now. Nobody else needs that, so no operation stores it: it is a parameter of the
/// step, which the task of the step keeps. Where a framework keeps it otherwise nothing is shown.
/// </summary>
internal static class PendingStep
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The point that a step was entered at; null where it cannot be told.</summary>
    /// <param name="promise">What keeps the awaiter of the step.</param>
    // Promise._step: the awaiter, its ValueTask<int>, the task, its StateMachine, the parameter
    public static int? PointOf(object promise)
        => Field(Field(promise, "_step"), "_value") is ValueTask<int> { IsCompleted: false } step
            && Field(Field(step.AsTask(), "StateMachine"), "point") is int point
            ? point
            : null;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What is missing is not shown.")]
    private static object? Field(object? owner, string name) => owner?.GetType().GetField(name, Fields)?.GetValue(owner);
}

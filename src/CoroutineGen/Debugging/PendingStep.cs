using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using CoroutineGen.Waiting;

namespace CoroutineGen.Debugging;

/// <summary>
/// Reads for a debugger where a body went on that awaits now. Nobody else needs that, so no operation stores it: it is a parameter of the
/// step, which the compiler's state machine keeps. Where it keeps it otherwise nothing is shown.
/// </summary>
internal static class PendingStep
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The point that a step was entered at; null where it cannot be told.</summary>
    /// <param name="box">What the step waits with.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What is missing is not shown.")]
    public static int? PointOf(StepBox<int>? box)
        => box?.BoxedMachine is { } machine && machine.GetType().GetField("point", Fields)?.GetValue(machine) is int point ? point : null;
}

using System;

namespace CoroutineGen;

/// <summary>What can be saved: every coroutine of a <see cref="CoroutineAttribute.Saveable"/> method (rule 227).</summary>
public interface ISaveable
{
    /// <summary>
    /// The name of the point where it stands: the label of the yield, or its text; <c>(start)</c> before anything has run, <c>(end)</c>
    /// when it is closed, and <c>(running)</c> while its body runs.
    /// </summary>
    string PointName { get; }

    /// <summary>Writes where the coroutine stands and what it knows, and all coroutines that it uses. Nothing changes (rule 227).</summary>
    /// <param name="writer">Takes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="CoroutineStateException">It, or one that it uses, is running; nothing has been written (rule 229).</exception>
    /// <exception cref="CoroutineSaveException">Something that it uses cannot be saved; nothing has been written.</exception>
    void Save(CoroutineWriter writer);
}

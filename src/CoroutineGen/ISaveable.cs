namespace CoroutineGen;

/// <summary>What can be saved: every coroutine of a <see cref="CoroutineAttribute.Saveable"/> method (rule 227).</summary>
public interface ISaveable
{
}

using System;

namespace CoroutineGen;

/// <summary>
/// A parameter of a <see cref="CoroutineAttribute.Saveable"/> coroutine that is not saved, as a service or a connection. It is given anew
/// where the coroutine is restored (rule 243).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SuppliedAttribute : Attribute
{
}

using System;
using System.Collections;
using System.Collections.Generic;
#if NET
using System.Collections.Immutable;
#endif
using System.Reflection;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace CoroutineGen.Forking;

/// <summary>
/// The enumerators, behind an interface, of which a copy of the fields is another enumerator at the same place (rule 218). Most others keep
/// a stack or a buffer that the copy would share.
/// </summary>
// An allow-list: that a type is a struct says nothing. Those of SortedSet and ImmutableList are structs, and their copies yield nothing.
internal static class CopyableEnumerators
{
    private static readonly HashSet<Type> Known = Find();

#if !NET
    private static readonly Func<object, object> Cloning = (Func<object, object>)Delegate.CreateDelegate(
        typeof(Func<object, object>), typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!);
#endif

    /// <summary>Another enumerator at the same place; null where the object is no such enumerator.</summary>
    public static object? Copy(object enumerator)
    {
        var type = enumerator.GetType();
        return Known.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type) ? Clone(enumerator) : null;
    }

    private static HashSet<Type> Find() =>
    [
        TypeOf(new int[1]),
        TypeOf(""),
        typeof(List<>.Enumerator),
        typeof(Dictionary<,>.Enumerator),
        typeof(Dictionary<,>.KeyCollection.Enumerator),
        typeof(Dictionary<,>.ValueCollection.Enumerator),
        typeof(HashSet<>.Enumerator),
        typeof(Queue<>.Enumerator),
        typeof(Stack<>.Enumerator),
        typeof(LinkedList<>.Enumerator),
#if NET
        new int[1, 1].GetEnumerator().GetType(),
        typeof(PriorityQueue<,>.UnorderedItemsCollection.Enumerator),
        TypeOf(ImmutableArray.Create(1)),
        TypeOf(ImmutableQueue.Create(1)),
        TypeOf(ImmutableStack.Create(1)),
#endif
    ];

    private static Type TypeOf<T>(IEnumerable<T> sequence)
    {
        using var enumerator = sequence.GetEnumerator();
        var type = enumerator.GetType();
        return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

#if NET
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object Clone(object instance);
#else
    private static object Clone(object instance) => Cloning(instance);
#endif
}

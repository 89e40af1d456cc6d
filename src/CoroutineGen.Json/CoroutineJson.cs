using System;
using System.Buffers;
using System.Text.Json.Serialization;

namespace CoroutineGen.Json;

/// <summary>Saves coroutines as JSON, and restores them, by types of a <see cref="JsonSerializerContext"/> only.</summary>
public static class CoroutineJson
{
    /// <summary>Saves a coroutine, and all that it uses (rule 227).</summary>
    /// <param name="coroutine">The coroutine; nothing of it changes.</param>
    /// <param name="context">Knows the types of its variables; numbers, strings and dates need not be among them.</param>
    /// <param name="preserveReferences">
    /// Whether an object that is held by several variables, or several objects, is one again when it is restored (rule 237).
    /// </param>
    /// <returns>UTF-8: an array with an object for each coroutine, the outermost first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coroutine"/> or <paramref name="context"/> is null.</exception>
    /// <exception cref="CoroutineStateException">It, or one that it uses, is running (rule 229).</exception>
    /// <exception cref="CoroutineSaveException">Something of it cannot be saved.</exception>
    public static byte[] Save(ISaveable coroutine, JsonSerializerContext context, bool preserveReferences = false)
    {
        ArgumentNullException.ThrowIfNull(coroutine);
        ArgumentNullException.ThrowIfNull(context);
        var types = JsonTypes.Take(context, preserveReferences);
        var writer = JsonCoroutineWriter.Take(types);
        try
        {
            writer.Save(coroutine);
            return writer.ToArray();
        }
        finally
        {
            writer.Return();
            types.Return();
        }
    }

    /// <summary>The same, to a buffer.</summary>
    /// <param name="coroutine">The coroutine; nothing of it changes.</param>
    /// <param name="destination">Takes the UTF-8 text.</param>
    /// <param name="context">Knows the types of its variables.</param>
    /// <param name="preserveReferences">Whether objects that are held several times are one again.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <exception cref="CoroutineStateException">It, or one that it uses, is running; nothing has been written.</exception>
    /// <exception cref="CoroutineSaveException">Something of it cannot be saved; nothing has been written.</exception>
    public static void SaveTo(
        ISaveable coroutine, IBufferWriter<byte> destination, JsonSerializerContext context, bool preserveReferences = false)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(coroutine);
        ArgumentNullException.ThrowIfNull(context);
        var types = JsonTypes.Take(context, preserveReferences);
        var writer = JsonCoroutineWriter.Take(types);
        try
        {
            writer.Save(coroutine);
            destination.Write(writer.Written);
        }
        finally
        {
            writer.Return();
            types.Return();
        }
    }

    /// <summary>Restores a coroutine. Nothing of its body runs (rule 232).</summary>
    /// <typeparam name="TCoroutine">Its class.</typeparam>
    /// <param name="saved">UTF-8 that <see cref="Save"/> has made.</param>
    /// <param name="context">Knows the types of its variables.</param>
    /// <param name="restore">The method <c>Restore</c> of its class.</param>
    /// <param name="options">How it is restored; null for the defaults.</param>
    /// <param name="preserveReferences">Whether it was saved so.</param>
    /// <returns>The coroutine.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> or <paramref name="restore"/> is null.</exception>
    /// <exception cref="CoroutineRestoreException">It cannot be restored; nothing has been made (rules 247 and 248).</exception>
    // var order = CoroutineJson.Restore(saved, ShopJson.Default, Saga.OrderCoroutine.Restore);
    public static TCoroutine Restore<TCoroutine>(
        ReadOnlyMemory<byte> saved, JsonSerializerContext context, Func<CoroutineReader, RestoreOptions?, TCoroutine> restore,
        RestoreOptions? options = null, bool preserveReferences = false)
        where TCoroutine : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(restore);
        var types = JsonTypes.Take(context, preserveReferences);
        var reader = new JsonCoroutineReader(saved, types);
        try
        {
            return restore(reader, options);
        }
        finally
        {
            reader.Return();
            types.Return();
        }
    }
}

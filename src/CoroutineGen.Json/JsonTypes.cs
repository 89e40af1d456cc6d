using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Json;

/// <summary>The types of a context, and whether references are preserved.</summary>
internal sealed class JsonTypes
{
    private static readonly ConditionalWeakTable<JsonSerializerContext, JsonTypes> Plain = new();
    private static readonly ConditionalWeakTable<JsonSerializerContext, ConcurrentStack<JsonTypes>> Preserving = new();

    private readonly JsonSerializerOptions _options;
    private readonly SharedReferences? _references;
    private readonly ConcurrentStack<JsonTypes>? _spares;

    /// <summary>The types that have been looked through.</summary>
    private readonly ConcurrentDictionary<Type, JsonTypeInfo> _known = new();

    private JsonTypes(JsonSerializerContext context, ConcurrentStack<JsonTypes>? spares)
    {
        _options = context.Options;
        Name = context.GetType().Name;
        if (spares is null)
            return;
        _spares = spares;
        _references = new SharedReferences();
        _options = new JsonSerializerOptions(context.Options) { TypeInfoResolver = context, ReferenceHandler = _references };
        _options.MakeReadOnly();
    }

    /// <summary>What the context is called.</summary>
    public string Name { get; }

    /// <summary>How deep values may be nested.</summary>
    public int MaxDepth => _options.MaxDepth == 0 ? 64 : _options.MaxDepth;

    /// <summary>
    /// The types for one coroutine. Where references are preserved, nobody else has them until they are returned: they number its objects,
    /// and the serialiser tells them of no coroutine.
    /// </summary>
    public static JsonTypes Take(JsonSerializerContext context, bool preserves)
    {
        if (!preserves)
            return Plain.GetValue(context, static c => new JsonTypes(c, spares: null));
        var spares = Preserving.GetValue(context, static _ => new());
        return spares.TryPop(out var types) ? types : new JsonTypes(context, spares);
    }

    public void Return()
    {
        if (_spares is null)
            return;
        _references!.Reset();
        _spares.Push(this);
    }

    /// <summary>The metadata of a type.</summary>
    /// <exception cref="NotSupportedException">The context has none, or it says that a part would not be written.</exception>
    public JsonTypeInfo<T> InfoOf<T>()
    {
        var found = Found<T>.Last;
        if (found is not null && ReferenceEquals(found.Options, _options))
            return found.Info;
        found = new Found<T>(_options, (JsonTypeInfo<T>)_known.GetOrAdd(typeof(T), static (type, types) => types.Find(type), this));
        Found<T>.Last = found;
        return found.Info;
    }

    private JsonTypeInfo Find(Type type)
    {
        if (!_options.TryGetTypeInfo(type, out var info))
            throw new NotSupportedException($"{Name} has no metadata for {type}: add a [JsonSerializable] for it.");
        TupleCheck.Run(info, _options);
        return info;
    }

    /// <summary>The metadata that was found last: nearly always there is one context.</summary>
    private sealed class Found<T>(JsonSerializerOptions options, JsonTypeInfo<T> info)
    {
        public static Found<T>? Last;

        public readonly JsonSerializerOptions Options = options;
        public readonly JsonTypeInfo<T> Info = info;
    }
}

using System;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Json;

/// <summary>The types of a context, and whether references are preserved.</summary>
internal sealed class JsonTypes
{
    private static readonly ConditionalWeakTable<JsonSerializerContext, JsonTypes> Plain = new();
    private static readonly ConditionalWeakTable<JsonSerializerContext, JsonTypes> Preserving = new();

    private readonly JsonSerializerOptions _options;
    private readonly SharedReferences? _references;

    private JsonTypes(JsonSerializerContext context, bool preserves)
    {
        _options = context.Options;
        Name = context.GetType().Name;
        if (!preserves)
            return;
        _references = new SharedReferences();
        _options = new JsonSerializerOptions(context.Options) { TypeInfoResolver = context, ReferenceHandler = _references };
        _options.MakeReadOnly();
    }

    /// <summary>What the context is called.</summary>
    public string Name { get; }

    /// <summary>How deep values may be nested.</summary>
    public int MaxDepth => _options.MaxDepth == 0 ? 64 : _options.MaxDepth;

    public static JsonTypes Of(JsonSerializerContext context, bool preserves) => preserves
        ? Preserving.GetValue(context, static c => new JsonTypes(c, preserves: true))
        : Plain.GetValue(context, static c => new JsonTypes(c, preserves: false));

    /// <summary>The metadata of a type.</summary>
    /// <exception cref="NotSupportedException">The context has none, or it says that a part would not be written.</exception>
    public JsonTypeInfo<T> InfoOf<T>()
    {
        var found = Found<T>.Last;
        if (found is not null && ReferenceEquals(found.Options, _options))
            return found.Info;
        if (!_options.TryGetTypeInfo(typeof(T), out var info))
            throw new NotSupportedException(
                $"{Name} has no metadata for {typeof(T)}: add a [JsonSerializable] for it.");
        TupleCheck.Run(info, _options);
        found = new Found<T>(_options, (JsonTypeInfo<T>)info);
        Found<T>.Last = found;
        return found.Info;
    }

    /// <summary>Begins to tell objects apart, for one coroutine.</summary>
    /// <returns>What was told apart before.</returns>
    public ReferenceResolver? BeginReferences() => _references is null ? SharedReferences.Current : SharedReferences.Begin();

    public static void EndReferences(ReferenceResolver? outer) => SharedReferences.Current = outer;

    /// <summary>The metadata that was found last: nearly always there is one context.</summary>
    private sealed class Found<T>(JsonSerializerOptions options, JsonTypeInfo<T> info)
    {
        public static Found<T>? Last;

        public readonly JsonSerializerOptions Options = options;
        public readonly JsonTypeInfo<T> Info = info;
    }
}

using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoroutineGen.Json;

/// <summary>Numbers objects over a whole coroutine, and not over each variable (rule 237): used by one at a time.</summary>
internal sealed class SharedReferences : ReferenceHandler
{
    private Numbers? _numbers;

    /// <summary>Begins anew, with the next coroutine.</summary>
    public void Reset() => _numbers = null;

    public override ReferenceResolver CreateResolver() => _numbers ??= new Numbers();

    private sealed class Numbers : ReferenceResolver
    {
        private readonly Dictionary<object, string> _ids = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<string, object> _objects = new(StringComparer.Ordinal);

        public override string GetReference(object value, out bool alreadyExists)
        {
            alreadyExists = _ids.TryGetValue(value, out string? id);
            if (!alreadyExists)
                _ids.Add(value, id = (_ids.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return id!;
        }

        public override void AddReference(string referenceId, object value)
        {
            if (!_objects.TryAdd(referenceId, value))
                throw new JsonException($"The number {referenceId} is given twice.");
        }

        public override object ResolveReference(string referenceId)
            => _objects.TryGetValue(referenceId, out object? value) ? value : throw new JsonException($"There is no object {referenceId}.");
    }
}

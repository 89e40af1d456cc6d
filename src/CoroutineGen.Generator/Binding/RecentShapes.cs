using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// What is saved of coroutines, by the keys of their bodies; what has not been asked for since many others came is dropped.
/// </summary>
internal sealed class RecentShapes
{
    /// <summary>More than a large solution has in saveable coroutines.</summary>
    private const int Capacity = 1024;

    private readonly object _gate = new();
    private Dictionary<Fingerprint, SaveShape> _young = [];
    private Dictionary<Fingerprint, SaveShape> _old = [];

    public void Add(Fingerprint key, SaveShape shape)
    {
        lock (_gate)
        {
            if (_young.Count >= Capacity)
                (_old, _young) = (_young, []);
            _young[key] = shape;
        }
    }

    public SaveShape? Find(Fingerprint key)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var shape))
                return shape;
            if (!_old.TryGetValue(key, out shape))
                return null;
            Add(key, shape);
            return shape;
        }
    }
}

using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// A cache of the keys of bodies that need no more diagnostics: those that the generator has lowered without any, and those whose errors a
/// build has reported. The analyzer, which runs afterwards in the same process, does not bind them again. It holds hashes and no code, and
/// drops what has not been asked for in a while.
/// </summary>
internal sealed class SettledBodies
{
    /// <summary>The cache that the generators and analyzers of a process share.</summary>
    public static readonly SettledBodies Shared = new();

    private readonly RecentKeys _accepted = new();
    private readonly RecentKeys _reported = new();
    private readonly RecentShapes _saved = new();

    /// <summary>Notes that the generator has lowered a body without a diagnostic.</summary>
    /// <param name="key">The key of the body.</param>
    /// <param name="saved">What is saved of its coroutine; null for nothing.</param>
    public void Accept(Fingerprint key, SaveShape? saved = null)
    {
        _accepted.Add(key);
        if (saved is not null)
            _saved.Add(key, saved);
    }

    /// <summary>What is saved of a coroutine that was accepted; null where that is not known any more.</summary>
    public SaveShape? SavedOf(Fingerprint key) => _saved.Find(key);

    /// <summary>Notes that a build has reported the errors of a body.</summary>
    public void Report(Fingerprint key) => _reported.Add(key);

    public bool Contains(Fingerprint key) => _accepted.Contains(key) || _reported.Contains(key);
}

/// <summary>A set of keys that drops what has not been asked for since many others came.</summary>
internal sealed class RecentKeys
{
    /// <summary>More than a large solution has in coroutines; two megabytes.</summary>
    private const int Capacity = 16384;

    private readonly object _gate = new();
    private HashSet<Fingerprint> _young = [];
    private HashSet<Fingerprint> _old = [];

    public void Add(Fingerprint key)
    {
        lock (_gate)
        {
            if (_young.Count >= Capacity)
                (_old, _young) = (_young, []);
            _young.Add(key);
        }
    }

    public bool Contains(Fingerprint key)
    {
        lock (_gate)
        {
            if (_young.Contains(key))
                return true;
            if (!_old.Contains(key))
                return false;
        }
        Add(key);
        return true;
    }
}

using CoroutineGen.Generator.Declarations;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Remembers which bodies the generator has lowered without a word, by their keys, so that the analyzer, which runs after it in the same
/// process, need not bind them again only to find nothing. It holds hashes and no code, and forgets what nobody has asked for in a while.
/// </summary>
internal sealed class AcceptedBodies
{
    /// <summary>What the generators and analyzers of one process share.</summary>
    public static readonly AcceptedBodies Shared = new();

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

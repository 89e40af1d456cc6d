using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The last few environments, by the hash of all that they were made of. Most edits in an editor declare nothing new, and find theirs here.
/// They hold names and hashes, and nothing of a compilation.
/// </summary>
internal static class RecentEnvironments
{
    /// <summary>For the projects that one edit touches, and for undoing it; some megabytes in a large project.</summary>
    private const int Capacity = 8;

    private static readonly object Gate = new();
    private static readonly LinkedList<DeclarationEnvironment> Recent = new();

    public static DeclarationEnvironment Get(Fingerprint key, Func<Fingerprint, DeclarationEnvironment> make)
    {
        lock (Gate)
        {
            for (var node = Recent.First; node is not null; node = node.Next)
            {
                if (node.Value.All != key)
                    continue;
                Recent.Remove(node);
                Recent.AddFirst(node);
                return node.Value;
            }
        }
        var made = make(key);
        lock (Gate)
        {
            Recent.AddFirst(made);
            if (Recent.Count > Capacity)
                Recent.RemoveLast();
        }
        return made;
    }
}

namespace CoroutineGen.Fuzz.Python;

internal enum NodeKind
{
    // Statements.
    Block, Log, Assign, AddAssign, Evaluate, If, For, While, Break, Continue, Return, Raise, Rethrow, Try, Handler, Finally, FromList, Poke, Go, ForAwait,

    // Expressions.
    Constant, Variable, Yield, Sum, Add, FromNew, FromShared, Choice, Later,

    // Conditions.
    Less, And, Or, Not,
}

/// <summary>
/// A program of the language that C# and Python share, as a tree. <see cref="Number"/> is what its kind needs besides its parts: a
/// variable, a value, a kind of exception, a place in the log.
/// </summary>
internal sealed record Node(NodeKind Kind, int Number, params Node[] Parts)
{
    public bool IsStatement => Kind <= NodeKind.ForAwait;

    public bool IsExpression => Kind is >= NodeKind.Constant and <= NodeKind.Later;

    public Node With(int part, Node? replacement)
        => this with { Parts = replacement is null ? [.. Parts[..part], .. Parts[(part + 1)..]] : [.. Parts[..part], replacement, .. Parts[(part + 1)..]] };
}

/// <summary>Coroutines by their numbers, and the seed of the script that drives them.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Coroutines">Their bodies.</param>
/// <param name="IsAsync">Whether they are asynchronous, which generators of Python's that have neither results nor delegation can be.</param>
internal sealed record ProtocolProgram(int Seed, Node[] Coroutines, bool IsAsync = false);

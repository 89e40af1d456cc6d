using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The gate: a body is bound again only when its own text or the environment has changed. Keys compare by these alone; what is needed
/// to bind rides along and is handed out once. Of two equal keys the pipeline keeps the older one, whose cargo is gone, so that no step
/// keeps a compilation alive.
/// </summary>
internal sealed class BodyKey(string identity, Fingerprint text, Fingerprint environment, BodyKey.Cargo cargo) : IEquatable<BodyKey>
{
    private readonly string _identity = identity;
    private readonly Fingerprint _text = text;
    private readonly Fingerprint _environment = environment;
    private Cargo? _cargo = cargo;

    /// <summary>The keys of a project's coroutines, in the order of its files.</summary>
    public static IEnumerable<BodyKey> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation project)
            yield break;
        var environment = DeclarationEnvironment.Of(project);
        var fork = new Fork(project);
        foreach (var found in TreeFindings.Coroutines(project, cancellation))
            yield return new(found.Identity, found.Text, environment, new(found.Method, fork));
    }

    /// <summary>The method and the fork to bind it in; null when it was taken before.</summary>
    public Cargo? Take() => Interlocked.Exchange(ref _cargo, null);

    public bool Equals(BodyKey? other)
        => other is not null && _text == other._text && _environment == other._environment && _identity == other._identity;

    public override bool Equals(object? obj) => Equals(obj as BodyKey);

    public override int GetHashCode() => _text.GetHashCode();

    internal sealed record Cargo(MethodDeclarationSyntax Method, Fork Fork);
}

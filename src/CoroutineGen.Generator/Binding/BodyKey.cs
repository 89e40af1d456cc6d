using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The cache key of a body: it is bound again only when its own text or the environment has changed. Keys compare by these alone; the
/// cargo, which is needed to bind, is handed out once. Of two equal keys the pipeline keeps the older one, whose cargo is gone, so that no
/// step keeps a compilation alive.
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
        var findings = ProjectFindings.Of(project, cancellation);
        var environment = DeclarationEnvironment.OfInput(project);
        var fork = new Fork(project);
        foreach (var found in findings.Coroutines)
            yield return new(found.Identity, TextOf(found), environment.OfBody(found), new(found.Method, fork));
    }

    /// <summary>The key as one number.</summary>
    public Fingerprint Fingerprint => Combine(_identity, _text, _environment);

    /// <summary>
    /// What <see cref="Fingerprint"/> was or would be for a coroutine; for a method or function that can have no factory, one of its text
    /// alone.
    /// </summary>
    public static Fingerprint FingerprintOf(SyntaxNode function, DeclarationEnvironment environment)
        => TreeFindings.Of(function.SyntaxTree).Of(function) is { } found
            ? Combine(found.Identity, found.Text, environment.OfBody(found))
            : Combine("", DeclarationHash.OfText(function), environment.All);

    /// <summary>Takes the cargo out.</summary>
    /// <returns>Null where it was taken before.</returns>
    public Cargo? Take() => Interlocked.Exchange(ref _cargo, null);

    public bool Equals(BodyKey? other)
        => other is not null && _text == other._text && _environment == other._environment && _identity == other._identity;

    public override bool Equals(object? obj) => Equals(obj as BodyKey);

    public override int GetHashCode() => _text.GetHashCode();

    /// <summary>The hash of a coroutine's text; another one in a mended file, where there are stubs only.</summary>
    private static Fingerprint TextOf(TreeFindings.Found found)
        => MendedTree.Is(found.Method.SyntaxTree) ? Combine("mended", found.Text, default) : found.Text;

    private static Fingerprint Combine(string identity, Fingerprint text, Fingerprint environment)
    {
        var hash = new FingerprintBuilder();
        hash.Add(identity);
        hash.Add(text);
        hash.Add(environment);
        return hash.ToFingerprint();
    }

    /// <summary>What is needed to bind a body.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Fork">The compilation to bind it in.</param>
    internal sealed record Cargo(MethodDeclarationSyntax Method, Fork Fork);
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>
/// What one file gives: the hash of its declarations and its coroutines. Found once for each tree and kept as long as the tree itself,
/// outside of the pipeline, so that an edit costs one file's reading and nothing for all the others.
/// </summary>
internal sealed class TreeFindings
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFindings> All = new();

    private volatile bool _isInput;
    private readonly Lazy<ImmutableArray<SyntaxNode>> _unwritten;

    private TreeFindings(SyntaxTree tree)
    {
        Options = tree.Options;
        _unwritten = new(() => FindUnwritten(tree));
        if (tree.GetRoot() is not CompilationUnitSyntax root)
            return;
        var declared = DeclarationHash.OfTree(root);
        Declarations = declared.Common;
        AllDeclarations = declared.All;
        Members = declared.Members;
        MeantUnsaid = declared.MeantUnsaid.ToImmutableArray();
        bool hasLineDirectives = root.ContainsDirectives && HasLineDirectives(root);
        Methods = CoroutineSyntax.MethodsIn(root).Select(method => (method, model: CoroutineReader.Read(method)))
            .Where(found => found.model is not null)
            .Select(found => new Found(
                found.method,
                found.model!,
                found.model!.Identity,
                DeclarationHash.OfText(found.method),
                OwnType.Of(found.method),
                SetsMembers(found.method),
                LineMap.Of(found.method, hasLineDirectives)))
            .ToImmutableArray();
    }

    public ParseOptions Options { get; }

    /// <summary>What any body may mean, as a hash.</summary>
    public Fingerprint Declarations { get; }

    /// <summary>All that the file declares, as a hash.</summary>
    public Fingerprint AllDeclarations { get; }

    /// <summary>What only those bodies can mean that say its name.</summary>
    public ImmutableArray<DeclaredMember> Members { get; } = ImmutableArray<DeclaredMember>.Empty;

    /// <summary>Words whose members any body may mean without saying them.</summary>
    public ImmutableArray<string> MeantUnsaid { get; } = ImmutableArray<string>.Empty;

    public ImmutableArray<Found> Methods { get; } = ImmutableArray<Found>.Empty;

    /// <summary>
    /// What carries the attribute, and nothing can be written for: methods that can have no factory, local functions and lambdas. Only who
    /// reports them has every body searched for these.
    /// </summary>
    public ImmutableArray<SyntaxNode> Unwritten => _unwritten.Value;

    /// <summary>Whether a generator run was given the tree.</summary>
    public bool IsInput
    {
        get => _isInput;
        set => _isInput = value;
    }

    public static TreeFindings Of(SyntaxTree tree) => All.GetValue(tree, t => new(t));

    /// <summary>The findings of a tree that was read before; otherwise null.</summary>
    public static TreeFindings? Known(SyntaxTree tree) => All.TryGetValue(tree, out var known) ? known : null;

    /// <summary>What was found of a method, or null where it is no coroutine.</summary>
    public Found? Of(SyntaxNode method)
    {
        // They are in the order of the text.
        int low = 0;
        for (int high = Methods.Length; low < high;)
        {
            int middle = (low + high) / 2;
            if (Methods[middle].Method.SpanStart < method.SpanStart)
                low = middle + 1;
            else
                high = middle;
        }
        return low < Methods.Length && Methods[low].Method == method ? Methods[low] : null;
    }

    private ImmutableArray<SyntaxNode> FindUnwritten(SyntaxTree tree)
    {
        return AttributeSearch.CarriersIn(tree)
            .Where(node => node is MethodDeclarationSyntax method
                ? CoroutineSyntax.Attribute(method.AttributeLists) is not null && Of(method) is null
                : FunctionRule.MayBreak(node))
            .ToImmutableArray();
    }

    private static bool SetsMembers(MethodDeclarationSyntax method)
    {
        string yield = CoroutineSyntax.YieldParameters(method).Single().Identifier.ValueText;
        return method.DescendantNodes().Any(node
            => node.RawKind is (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression
                && node.DescendantTokens().Any(token => token.ValueText == yield));
    }

    private static bool HasLineDirectives(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            if (directive is LineOrSpanDirectiveTriviaSyntax)
                return true;
        return false;
    }

    /// <summary>A coroutine that was found.</summary>
    /// <param name="Identity">Its name in the project, composed once.</param>
    /// <param name="Text">The hash of its whole text.</param>
    /// <param name="OwnType">The type whose members alone can be meant by the coroutine's own name; null where others can.</param>
    /// <param name="SetsMembers">
    /// Whether a yield stands in an initializer: what its lowering asks of the type is more than the text says.
    /// </param>
    public sealed record Found(
        MethodDeclarationSyntax Method, CoroutineModel Model, string Identity, Fingerprint Text, string? OwnType, bool SetsMembers,
        LineMap Lines);
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Hashes what a file declares. A body's meaning depends on declarations elsewhere, and not on other bodies, so the hash leaves bodies
/// out, and comments and positions with them: while it stays the same, no other file's coroutine has to be bound again. Members that only
/// those can mean who say their names are hashed apart. Lowering looks into three kinds of bodies, which count: of members that return by
/// reference (what is returned), of constructors and of init accessors (what they write).
/// </summary>
internal sealed class DeclarationHash
{
    private readonly ImmutableArray<DeclaredMember>.Builder _members = ImmutableArray.CreateBuilder<DeclaredMember>();
    private readonly HashSet<string> _meantUnsaid = new(StringComparer.Ordinal);
    private FingerprintBuilder _common;

    /// <summary>Stands for a body: "get;" makes a field, and "get => 1;" does not.</summary>
    private const long HasBody = -1;

    private DeclarationHash(CompilationUnitSyntax root)
    {
        AddContainer(root);
        foreach (var member in root.Members)
            if (member is GlobalStatementSyntax statement && !Counts(statement))
                AddDeclaredNames(ref _common, statement);
    }

    /// <summary>The hash of what any body may mean.</summary>
    public Fingerprint Common => _common.ToFingerprint();

    /// <summary>What only bodies can mean that say its name.</summary>
    public ImmutableArray<DeclaredMember> Members => _members.ToImmutable();

    /// <summary>All of it: files with one hash declare the same.</summary>
    public Fingerprint All
    {
        get
        {
            var hash = new FingerprintBuilder();
            hash.Add(Common);
            foreach (var member in _members)
            {
                hash.Add(member.Name);
                hash.Add(member.Hash);
            }
            return hash.ToFingerprint();
        }
    }

    /// <summary>
    /// Words whose members any body may mean without saying them: those of attributes and their strings, and those in the body of a member
    /// that returns by reference.
    /// </summary>
    public IEnumerable<string> MeantUnsaid => _meantUnsaid;

    public static DeclarationHash OfTree(CompilationUnitSyntax root) => new(root);

    /// <summary>
    /// A member's own text: every token and directive in it, body and all. Spaces and comments count within a statement, since a call may
    /// ask for the text of its arguments, and not between statements.
    /// </summary>
    public static Fingerprint OfText(SyntaxNode node)
    {
        var hash = new FingerprintBuilder();
        if (node.ContainsSkippedText)
            hash.Add(node.ToFullString());
        bool isWithin = false;
        foreach (var token in node.DescendantTokens())
        {
            Add(ref hash, token);
            if (isWithin)
                hash.Add(token.LeadingTrivia.ToFullString());
            isWithin = !token.IsKind(SyntaxKind.SemicolonToken) && !token.IsKind(SyntaxKind.OpenBraceToken)
                && !token.IsKind(SyntaxKind.CloseBraceToken);
            if (isWithin)
                hash.Add(token.TrailingTrivia.ToFullString());
        }
        return hash.ToFingerprint();
    }

    /// <summary>Adds what stands in a file, a namespace or a type.</summary>
    private void AddContainer(SyntaxNode container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in container.ChildNodesAndTokens())
        {
            foreach (var maker in MakersIn(child.AsNode()))
                AddMaker(maker);
            switch (child.AsNode())
            {
                case null:
                    Add(ref _common, child.AsToken());
                    break;
                case BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax:
                    AddContainer(child.AsNode()!);
                    break;
                case MemberDeclarationSyntax member when MemberNames.Of(member).ToList() is { Count: > 0 } names:
                    AddMember(member, names);
                    break;
                case MethodDeclarationSyntax { ContainsDirectives: false, ContainsSkippedText: false } method
                    when CoroutineSyntax.Attribute(method.AttributeLists) is not null:
                    AddCoroutine(method);
                    break;
                case { } other:
                    AddTokens(ref _common, other);
                    break;
            }
        }
    }

    /// <summary>Adds what a node declares, and of its bodies only what can be seen from outside.</summary>
    private void AddTokens(ref FingerprintBuilder hash, SyntaxNode node)
    {
        foreach (var part in node.DescendantNodesAndTokensAndSelf(inner => !IsOpaque(inner)))
        {
            if (part.AsNode() is not { } inner)
                Add(ref hash, part.AsToken());
            else if (inner is AttributeSyntax || (IsBody(inner) && IsReturnedByReference(inner)))
                _meantUnsaid.UnionWith(inner.DescendantTokens().Select(token => token.ValueText));
            else if (IsOpaque(inner))
                hash.Add(HasBody);
        }
    }

    /// <summary>The bodies in a member that may write a readonly field, or show the object that is made.</summary>
    private static IEnumerable<SyntaxNode> MakersIn(SyntaxNode? member) => member switch
    {
        ConstructorDeclarationSyntax constructor => constructor.ChildNodes().Where(IsBody),
        BasePropertyDeclarationSyntax { AccessorList: { } list } => list.Accessors
            .Where(accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration))
            .SelectMany(accessor => accessor.ChildNodes().Where(IsBody)),
        _ => [],
    };

    /// <summary>What such a body does matters to those who say a word in it, as the name of a field that it writes.</summary>
    private void AddMaker(SyntaxNode body)
    {
        var fingerprint = OfText(body);
        string type = PathOf(body.Parent!);
        var words = body.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
        foreach (string word in words.Distinct())
            _members.Add(new(word, type, fingerprint));
    }

    private void AddMember(MemberDeclarationSyntax member, IEnumerable<string> names)
    {
        var hash = new FingerprintBuilder();
        string type = PathOf(member.Parent!);
        hash.Add(type);
        AddTokens(ref hash, member);
        var fingerprint = hash.ToFingerprint();
        foreach (string name in names)
            _members.Add(new(name, type, fingerprint));
    }

    /// <summary>
    /// What a coroutine's class is counts for all; its parameters, which only the factory has, for those who say the method's name or the
    /// class's.
    /// </summary>
    private void AddCoroutine(MethodDeclarationSyntax method)
    {
        foreach (var child in method.ChildNodesAndTokens())
        {
            if (child.AsNode() is ParameterListSyntax list)
            {
                foreach (var parameter in list.Parameters.Where(p => CoroutineSyntax.YieldType(p) is not null))
                    AddTokens(ref _common, parameter);
            }
            else if (child.AsNode() is { } inner)
                AddTokens(ref _common, inner);
            else
                Add(ref _common, child.AsToken());
        }
        AddMember(method, [method.Identifier.ValueText, CoroutineSyntax.ClassName(method)]);
    }

    /// <summary>A type by its names, from the innermost to the namespace: the same for all its parts.</summary>
    // Inner<0>.Outer<1>.Space of class Inner in Outer<T> in Space
    public static string PathOf(SyntaxNode type)
    {
        string path = "";
        for (SyntaxNode? node = type; node is not null; node = node.Parent)
        {
            path += node switch
            {
                TypeDeclarationSyntax outer => $"{outer.Identifier.ValueText}<{outer.TypeParameterList?.Parameters.Count ?? 0}>.",
                BaseNamespaceDeclarationSyntax space => space.Name + ".",
                _ => "",
            };
        }
        return path;
    }

    private static void Add(ref FingerprintBuilder hash, SyntaxToken token)
    {
        if (token.ContainsDirectives)
            foreach (var trivia in token.LeadingTrivia)
                if (trivia.IsDirective)
                    hash.Add(trivia.ToString());
        hash.Add(token.Text);
        hash.Add((int)token.RawKind);
    }

    private static bool IsOpaque(SyntaxNode node) => IsBody(node) && !Counts(node);

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax } => true,
        ArrowExpressionClauseSyntax => true,
        GlobalStatementSyntax => true,
        _ => false,
    };

    /// <summary>
    /// A body that can be seen from outside: directives reach beyond it, skipped text may hide anything, the field keyword gives its
    /// property a field, and what is returned by reference may be taken again.
    /// </summary>
    private static bool Counts(SyntaxNode body)
        => body.ContainsDirectives || body.ContainsSkippedText || IsReturnedByReference(body)
            || (IsInProperty(body) && MentionsField(body));

    private static bool IsReturnedByReference(SyntaxNode body)
    {
        var member = body.Parent is AccessorDeclarationSyntax { Parent.Parent: { } property } ? property : body.Parent;
        return member is MethodDeclarationSyntax { ReturnType: RefTypeSyntax } or BasePropertyDeclarationSyntax { Type: RefTypeSyntax };
    }

    private static bool IsInProperty(SyntaxNode body) => body.Parent is AccessorDeclarationSyntax or BasePropertyDeclarationSyntax;

    private static bool MentionsField(SyntaxNode body)
    {
        foreach (var token in body.DescendantTokens())
            if (token.Text == "field")
                return true;
        return false;
    }

    /// <summary>Variables and functions of top-level statements are in scope (and in error) everywhere: their names count.</summary>
    private static void AddDeclaredNames(ref FingerprintBuilder hash, GlobalStatementSyntax statement)
    {
        foreach (var node in statement.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable: hash.Add(variable.Identifier.Text); break;
                case SingleVariableDesignationSyntax variable: hash.Add(variable.Identifier.Text); break;
                case LocalFunctionStatementSyntax function: hash.Add(function.Identifier.Text); break;
            }
        }
    }
}

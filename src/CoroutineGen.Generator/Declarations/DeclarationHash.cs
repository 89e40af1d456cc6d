using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Hashes what a file declares. A body's meaning depends on declarations elsewhere, never on other bodies, so the hash leaves bodies
/// out, and comments and positions with them: while it stays the same, no other file's coroutine has to be bound again.
/// </summary>
internal static class DeclarationHash
{
    public static Fingerprint OfTree(CompilationUnitSyntax root)
    {
        var hash = new FingerprintBuilder();
        foreach (var token in root.DescendantTokens(node => !IsOpaque(node)))
            Add(ref hash, token);
        foreach (var member in root.Members)
            if (member is GlobalStatementSyntax statement && !Counts(statement))
                AddDeclaredNames(ref hash, statement);
        return hash.ToFingerprint();
    }

    /// <summary>A member's own text: every token and directive in it, body and all.</summary>
    public static Fingerprint OfText(SyntaxNode node)
    {
        var hash = new FingerprintBuilder();
        if (node.ContainsSkippedText)
            hash.Add(node.ToFullString());
        foreach (var token in node.DescendantTokens())
            Add(ref hash, token);
        return hash.ToFingerprint();
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
    /// A body that can be seen from outside: directives reach beyond it, skipped text may hide anything, and the field keyword gives
    /// its property a field.
    /// </summary>
    private static bool Counts(SyntaxNode body)
        => body.ContainsDirectives || body.ContainsSkippedText || (IsInProperty(body) && MentionsField(body));

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

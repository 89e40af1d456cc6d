using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>
/// Makes a coroutine of a method: a copy whose sub-expressions pass through yields, and the method itself as a call that answers each yield
/// with what it handed out.
/// </summary>
internal sealed class Mutator(Compilation original, int seed)
{
    public const string Suffix = "__coroutine";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>A source file with some of its methods mutated.</summary>
    /// <param name="tree">A file of the user's.</param>
    /// <param name="spared">The methods, by place, that stay as they are.</param>
    /// <param name="mutated">Takes the places of those that were mutated.</param>
    public string Mutate(SyntaxTree tree, IReadOnlySet<string> spared, ICollection<string> mutated)
    {
        var model = original.GetSemanticModel(tree);
        var edits = new List<(int Position, int Length, string Text)>();
        var opened = new HashSet<TypeDeclarationSyntax>();
        foreach (var method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => CanBeCoroutine(m, model)))
        {
            string place = PlaceOf(method);
            if (spared.Contains(place))
                continue;
            var random = new Random(HashCode.Combine(seed, StableHash(place)));
            if (MutatedBody(method, model, random) is not { } body)
                continue;
            mutated.Add(place);
            edits.Add((BodyOf(method).Start, BodyOf(method).End - BodyOf(method).Start, $" => global::CoroutineGen.Torture.Identity.Run({Call(method)}); {Copy(method, body)}"));
            foreach (var type in method.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                if (opened.Add(type) && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                    edits.Add((type.Keyword.SpanStart, 0, "partial "));
            }
        }
        var text = new StringBuilder(tree.ToString());
        foreach (var (position, length, replacement) in edits.OrderByDescending(e => e.Position))
            text.Remove(position, length).Insert(position, replacement);
        return text.ToString();
    }

    /// <summary>A name for a method that does not change with the text around it.</summary>
    public static string PlaceOf(MethodDeclarationSyntax method)
        => $"{method.SyntaxTree.FilePath}: {string.Join(".", method.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(t => t.Identifier.ValueText + t.TypeParameterList?.Parameters.Count))}"
            + $".{method.Identifier.ValueText.Replace(Suffix, "", StringComparison.Ordinal)}({string.Join(", ", method.ParameterList.Parameters.Where(p => p.Identifier.ValueText != "yield").Select(p => p.Type))})";

    /// <summary>String hashes differ from run to run; seeds must not.</summary>
    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    private static bool CanBeCoroutine(MethodDeclarationSyntax method, SemanticModel model)
    {
        if (Corpus.NotMutated.Any(place => method.SyntaxTree.FilePath.Contains(place, StringComparison.Ordinal)))
            return false;
        if (method is { Body: null, ExpressionBody: null } || method.ExplicitInterfaceSpecifier is not null || method.AttributeLists.ToString().Contains("Coroutine", StringComparison.Ordinal))
            return false;
        if (method.Modifiers.Any(m => m.RawKind is (int)SyntaxKind.AsyncKeyword or (int)SyntaxKind.PartialKeyword or (int)SyntaxKind.AbstractKeyword))
            return false;
        if (method.DescendantTokens().Any(t => t.ValueText == "yield") || method.ReturnType is RefTypeSyntax)
            return false;
        if (method.ParameterList.Parameters.Any(p => p.Modifiers.Any(m => m.RawKind is not ((int)SyntaxKind.ThisKeyword or (int)SyntaxKind.ParamsKeyword))))
            return false;
        var symbol = model.GetDeclaredSymbol(method)!;
        if (symbol.ReturnType.IsRefLikeType || symbol.Parameters.Any(p => p.Type.IsRefLikeType) || symbol.ContainingType.IsFileLocal
            || symbol.TypeParameters.Any(p => p.AllowsRefLikeType))
            return false;
        // Only in the runtime can a coroutine's host be its own base class, whose nested types then hide those of the host.
        for (var type = symbol.ContainingType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Coroutine" or "CoroutineCore", IsGenericType: true })
                return false;
        }
        return symbol.ContainingType.TypeKind switch
        {
            TypeKind.Class => true,
            TypeKind.Struct => !symbol.ContainingType.IsRefLikeType && (symbol.IsStatic || symbol.IsReadOnly),
            _ => false,
        };
    }

    private static Microsoft.CodeAnalysis.Text.TextSpan BodyOf(MethodDeclarationSyntax method)
        => method.Body?.Span ?? Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(method.ExpressionBody!.SpanStart, method.SemicolonToken.Span.End);

    private static string? MutatedBody(MethodDeclarationSyntax method, SemanticModel model, Random random)
    {
        SyntaxNode body = (SyntaxNode?)method.Body ?? method.ExpressionBody!;
        var candidates = body.DescendantNodes().OfType<ExpressionSyntax>()
            .Select(e => (Expression: e, Type: Wrappable.TypeOf(e, body, model)))
            .Where(c => c.Type is not null).ToArray();
        if (candidates.Length == 0)
            return null;
        random.Shuffle(candidates);
        var inserts = new List<(int Position, bool Closes, int Length, string Text)>();
        foreach (var (expression, type) in candidates.Take(1 + random.Next(3)))
        {
            string name = type!.ToDisplayString(Full);
            inserts.Add((expression.SpanStart, false, expression.Span.Length, $"(({name})yield(({name})("));
            inserts.Add((expression.Span.End, true, expression.Span.Length, "))!)"));
        }
        var span = BodyOf(method);
        var text = new StringBuilder(method.SyntaxTree.ToString(), span.Start, span.Length, span.Length * 2);
        foreach (var insert in inserts.OrderByDescending(i => i.Position).ThenBy(i => i.Closes ? 0 : 1).ThenBy(i => i.Closes ? -i.Length : i.Length))
            text.Insert(insert.Position - span.Start, insert.Text);
        return text.ToString();
    }

    private static string Call(MethodDeclarationSyntax method)
        => $"{method.Identifier.Text}{Suffix}{TypeArguments(method)}({string.Join(", ", method.ParameterList.Parameters.Select(p => p.Identifier.Text))})";

    private static string TypeArguments(MethodDeclarationSyntax method)
        => method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(p => p.Identifier.Text))}>" : "";

    private static string Copy(MethodDeclarationSyntax method, string body)
    {
        var modifiers = method.Modifiers.Where(m => m.RawKind is (int)SyntaxKind.StaticKeyword or (int)SyntaxKind.UnsafeKeyword or (int)SyntaxKind.ReadOnlyKeyword);
        var parameters = method.ParameterList.Parameters.Select(p => $"{p.Type} {p.Identifier.Text}").Append("global::CoroutineGen.Yield<object?, object?> yield");
        // An override takes its constraints over; only these two have to be said, and may be.
        return $"[global::CoroutineGen.Coroutine(ClassName = \"{ClassName(method)}\")] private {string.Join(" ", modifiers)} {method.ReturnType} {method.Identifier.Text}{Suffix}"
            + $"{TypeArguments(method)}({string.Join(", ", parameters)}) {method.ConstraintClauses} {body}";
    }

    /// <summary>Overloads need classes of different names.</summary>
    private static string ClassName(MethodDeclarationSyntax method)
        => $"{method.Identifier.ValueText}Mutant{(uint)StableHash(method.ParameterList.ToString())}_{method.TypeParameterList?.Parameters.Count}";
}

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Torture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>
/// Where a debugger can stop in a coroutine, read from the portable PDB: at every statement of the user's method, in his file, and nowhere
/// else.
/// </summary>
public sealed class SequencePointTests
{
    /// <summary>Keywords and punctuation that make no line a place to stop at.</summary>
    private static readonly SyntaxKind[] NoPlace =
    [
        SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken, SyntaxKind.SemicolonToken, SyntaxKind.ElseKeyword, SyntaxKind.TryKeyword,
        SyntaxKind.FinallyKeyword, SyntaxKind.DoKeyword, SyntaxKind.CloseParenToken, SyntaxKind.OpenParenToken,
    ];

    public static TheoryData<string> Projects => ["Tour", "CoroutineGen.Tests"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_statement_and_nothing_else(string project)
    {
        var output = (CSharpCompilation)Corpus.Generate(Corpus.All.Single(c => c.Name == project).Load());
        output = output.WithOptions(output.Options
            .WithOptimizationLevel(OptimizationLevel.Debug).WithMetadataImportOptions(MetadataImportOptions.All));
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        var emitted = output.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var built = CSharpCompilation.Create(
            "Reader", references: output.References.Append(MetadataReference.CreateFromImage(image.ToArray())), options: output.Options);

        int seen = 0;
        var wrong = new List<string>();
        foreach (var method in Coroutines(output))
        {
            if (StepsOf(method, built) is not { Count: > 0 } steps)
                continue;
            seen++;
            wrong.AddRange(Check(method, output, [.. steps.SelectMany(step => Points(reader, step))]));
        }
        Assert.True(seen > 30, $"only {seen} coroutines");
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong in {seen} coroutines:\n" + string.Join("\n", wrong));
    }

    private static IEnumerable<MethodDeclarationSyntax> Coroutines(Compilation output) => output.SyntaxTrees
        .Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Where(method => method.AttributeLists.Any(list => list.Attributes.Any(a => a.Name.ToString() == "Coroutine")));

    /// <summary>
    /// The step method in the assembly that was built, and the one with finally blocks: the overloads that take the frame.
    /// </summary>
    private static List<IMethodSymbol> StepsOf(MethodDeclarationSyntax syntax, Compilation built)
    {
        var names = syntax.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse()
            .Select(type => type.Identifier.ValueText
                + (type is TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var count } ? "`" + count : ""));
        var spaces = syntax.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse();
        string space = string.Join(".", spaces.Select(n => n.Name.ToString()));
        var host = built.GetTypeByMetadataName((space.Length > 0 ? space + "." : "") + string.Join("+", names));
        var steps = host?.GetMembers(syntax.Identifier.ValueText).OfType<IMethodSymbol>()
            .Where(m => m.Arity == (syntax.TypeParameterList?.Parameters.Count ?? 0)
                && m.Parameters.Any(p => p is { RefKind: RefKind.Ref, Type: { TypeKind: TypeKind.Struct } type }
                    && SymbolEqualityComparer.Default.Equals(type.ContainingType, host)
                    && type.Name.TrimEnd('_') == Stem(ClassName(syntax)) + "Locals"));
        return [.. steps ?? []];
    }

    private static string Stem(string className)
        => className.EndsWith("Coroutine", StringComparison.Ordinal) ? className[..^"Coroutine".Length] : className;

    private static string ClassName(MethodDeclarationSyntax syntax)
    {
        var named = syntax.AttributeLists.SelectMany(list => list.Attributes).SelectMany(a => a.ArgumentList?.Arguments ?? default)
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "ClassName");
        return named?.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : syntax.Identifier.ValueText + "Coroutine";
    }

    private static List<(string File, int Line)> Points(MetadataReader reader, IMethodSymbol step)
    {
        var debug = reader.GetMethodDebugInformation(MetadataTokens.MethodDefinitionHandle(step.MetadataToken & 0xFFFFFF));
        return [.. debug.GetSequencePoints().Where(p => !p.IsHidden)
            .Select(p => (reader.GetString(reader.GetDocument(p.Document).Name), p.StartLine))];
    }

    private static IEnumerable<string> Check(MethodDeclarationSyntax method, Compilation output, List<(string File, int Line)> points)
    {
        var tree = method.SyntaxTree;
        string name = $"{tree.FilePath}: {method.Identifier}";
        SyntaxNode body = (SyntaxNode?)method.Body ?? method.ExpressionBody!.Expression;
        var places = body.DescendantTokens().Where(t => !NoPlace.Contains(t.Kind()) || IsCopiedBrace(t, method))
            .Select(t => LineOf(tree, t.SpanStart)).ToHashSet();
        foreach (var (file, line) in points.Distinct())
        {
            if (file != tree.FilePath || !places.Contains(line))
                yield return $"{name} can stop at {file}:{line}";
        }
        var model = output.GetSemanticModel(tree);
        foreach (var statement in body.DescendantNodesAndSelf(IsOwn).OfType<StatementSyntax>().Where(IsPlace))
        {
            int line = LineOf(tree, statement.SpanStart);
            if (!points.Contains((tree.FilePath, line)) && IsReachable(model, statement) && !IsOmitted(model, statement))
                yield return $"{name} cannot stop at {line}: {tree.GetText().Lines[line - 1].ToString().Trim()}";
        }
    }

    /// <summary>The braces of a block that does not suspend, which is copied as it is; plain C# stops at them too.</summary>
    private static bool IsCopiedBrace(SyntaxToken token, MethodDeclarationSyntax method)
    {
        string yield = method.ParameterList.Parameters
            .First(p => p.Type!.ToString().Split('<')[0] is "Yield" or "Receive" or "AsyncYield" or "AsyncReceive")
            .Identifier.ValueText;
        return token.Parent is BlockSyntax or SwitchStatementSyntax
            && !token.Parent.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == yield);
    }

    private static bool IsOwn(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static bool IsPlace(StatementSyntax statement) => statement switch
    {
        // A jump that follows a condition becomes a part of that line, and one to the next line is left out.
        BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => false,
        BlockSyntax or LocalFunctionStatementSyntax or EmptyStatementSyntax or LabeledStatementSyntax or TryStatementSyntax => false,
        CheckedStatementSyntax or UnsafeStatementSyntax or DoStatementSyntax => false,
        LocalDeclarationStatementSyntax local => !local.IsConst && local.Declaration.Variables.Any(v => v.Initializer is not null),
        WhileStatementSyntax loop => !IsTrue(loop.Condition),
        ForStatementSyntax loop => loop.Declaration is not null
            || loop.Initializers.Count > 0 || (loop.Condition is { } condition && !IsTrue(condition)),
        _ => true,
    };

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);

    private static bool IsReachable(SemanticModel model, StatementSyntax statement)
        => model.AnalyzeControlFlow(statement)!.StartPointIsReachable;

    /// <summary>
    /// What the compiler itself gives no place: a call of a conditional method, or of a partial one that nobody implements; a lock of a
    /// Lock.
    /// </summary>
    private static bool IsOmitted(SemanticModel model, StatementSyntax statement) => statement switch
    {
        LockStatementSyntax gate => model.GetTypeInfo(gate.Expression).Type?.Name == "Lock",
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } =>
            model.GetSymbolInfo(call).Symbol is IMethodSymbol target
            && (target.GetAttributes().Any(a => a.AttributeClass?.Name == "ConditionalAttribute")
                || target is { IsPartialDefinition: true, PartialImplementationPart: null }),
        _ => false,
    };

    private static int LineOf(SyntaxTree tree, int position) => tree.GetMappedLineSpan(new(position, 0)).StartLinePosition.Line + 1;
}

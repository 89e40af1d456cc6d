using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Tests.Faults;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Kinds;

/// <summary>A body with some kinds of syntax in it.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Text">Its statements.</param>
/// <param name="Refusal">By what it is to be refused; null for what is to behave as it does push-style.</param>
internal sealed record KindExample(string Name, string Text, string? Refusal)
{
    /// <summary>The class around it, in a file of its own.</summary>
    public string File => $$"""
        #nullable disable annotations
        using Bugs;
        using static Bugs.Drv;
        public sealed partial class C{{Number}} : Shared
        {
            [Coroutine]
            public void M(Log l, Yield<int, int> yield)
            {
                Kept.L = l;
                {{Text.Replace("typeof(C)", $"typeof(C{Number})", StringComparison.Ordinal)}}
            }
            public static void Run() => Check<int, int>((l, y) => new C{{Number}}().M(l, y), l => new C{{Number}}().M(l));
        }
        """;

    public int Number { get; init; }
}

/// <summary>The examples, compiled together, and what stands in them.</summary>
internal sealed class KindExamples
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static readonly KindExample[] All = [.. Read("Examples").Split("//// ", StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    /// <summary>The kinds of syntax that stand in a body which is lowered; and in which of them a yield stands, in which example.</summary>
    public Dictionary<SyntaxKind, (string Copied, string? Lowered)> Syntax { get; } = [];

    /// <summary>The same of operations.</summary>
    public Dictionary<OperationKind, (string Copied, string? Lowered)> Operations { get; } = [];

    /// <summary>The user's operators that are called.</summary>
    public HashSet<string> Operators { get; } = [];

    public static KindExamples Of(Compilation compilation)
    {
        var found = new KindExamples();
        foreach (var example in All.Where(e => e.Refusal is null))
        {
            var tree = compilation.SyntaxTrees.Single(t => t.FilePath == PathOf(example));
            var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
            foreach (var node in method.Body!.DescendantNodesAndSelf())
                Add(found.Syntax, node.Kind(), example, node);
            var model = compilation.GetSemanticModel(tree);
            foreach (var operation in Below(model.GetOperation(method)!))
            {
                Add(found.Operations, operation.Kind, example, operation.Syntax);
                if (OperatorOf(operation) is { } called)
                    found.Operators.Add(called.Name);
            }
        }
        return found;
    }

    public static Task<FaultProject> Build(IEnumerable<KindExample> examples) => FaultProject.Build(
        OutputKind.DynamicallyLinkedLibrary, "",
        [("/src/Driver.cs", Read("../Faults/Driver")), ("/src/Declarations.cs", Read("Declarations")), .. examples.Select(e => (PathOf(e), e.File))]);

    /// <summary>A compilation of the examples without generated code, to look at.</summary>
    public static CSharpCompilation Compilation()
    {
        var (_, usings) = FaultProject.Common;
        return CSharpCompilation.Create(
            "Kinds",
            [
                CSharpSyntaxTree.ParseText(usings, Parsing), CSharpSyntaxTree.ParseText(Read("../Faults/Driver"), Parsing),
                CSharpSyntaxTree.ParseText(Read("Declarations"), Parsing),
                .. All.Where(e => e.Refusal is null).Select(e => CSharpSyntaxTree.ParseText(e.File, Parsing, PathOf(e))),
            ],
            FaultProject.Common.References,
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    public static string PathOf(KindExample example) => $"/src/C{example.Number}.cs";

    private static KindExample Parse(string text, int number)
    {
        string name = text[..text.IndexOf('\n')].Trim(), body = text[text.IndexOf('\n')..];
        int refusal = name.IndexOf("CORO", StringComparison.Ordinal);
        return new(refusal < 0 ? name : name[..(refusal - 1)], body, refusal < 0 ? null : name[refusal..]) { Number = number };
    }

    private static void Add<T>(Dictionary<T, (string Copied, string? Lowered)> found, T kind, KindExample example, SyntaxNode node)
        where T : notnull
    {
        var (copied, lowered) = found.GetValueOrDefault(kind, (example.Name, null));
        found[kind] = (copied, lowered ?? (node.DescendantNodesAndSelf().Any(IsYield) ? example.Name : null));
    }

    private static bool IsYield(SyntaxNode node)
        => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "yield" } };

    private static IEnumerable<IOperation> Below(IOperation operation) => operation.ChildOperations.SelectMany(Below).Prepend(operation);

    private static IMethodSymbol? OperatorOf(IOperation operation) => operation switch
    {
        Microsoft.CodeAnalysis.Operations.IBinaryOperation binary => binary.OperatorMethod,
        Microsoft.CodeAnalysis.Operations.IUnaryOperation unary => unary.OperatorMethod,
        Microsoft.CodeAnalysis.Operations.ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        Microsoft.CodeAnalysis.Operations.IIncrementOrDecrementOperation count => count.OperatorMethod,
        Microsoft.CodeAnalysis.Operations.IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    private static string Read(string name, [CallerFilePath] string here = "")
        => System.IO.File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, name + ".cs.txt"));
}

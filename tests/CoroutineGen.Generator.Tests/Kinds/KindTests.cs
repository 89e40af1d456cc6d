using System.Reflection;
using System.Text;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Kinds;

/// <summary>
/// Every kind of syntax, of operation and every operator that the newest compiler knows is lowered, copied, refused, or never in a body, and
/// an example shows it. A compiler with a new one fails these tests, and the generator refuses the new one until somebody has looked at it.
/// </summary>
public sealed class KindTests
{
    /// <summary>What is no part of a body, by the reason.</summary>
    private static readonly (string Reason, string[] Kinds)[] NotInABody =
    [
        ("documentation, and what is skipped", [
            "XmlElement", "XmlElementStartTag", "XmlElementEndTag", "XmlEmptyElement", "XmlTextAttribute", "XmlCrefAttribute", "XmlNameAttribute",
            "XmlName", "XmlPrefix", "XmlText", "XmlCDataSection", "XmlComment", "XmlProcessingInstruction", "TypeCref", "QualifiedCref",
            "NameMemberCref", "IndexerMemberCref", "OperatorMemberCref", "ConversionOperatorMemberCref", "CrefParameterList",
            "CrefBracketedParameterList", "CrefParameter", "ExtensionMemberCref", "PreprocessingMessageTrivia", "SkippedTokensTrivia"]),
        ("declarations of types and members", [
            "CompilationUnit", "GlobalStatement", "NamespaceDeclaration", "FileScopedNamespaceDeclaration", "ClassDeclaration",
            "StructDeclaration", "InterfaceDeclaration", "EnumDeclaration", "DelegateDeclaration", "BaseList", "SimpleBaseType",
            "ExplicitInterfaceSpecifier", "EnumMemberDeclaration", "FieldDeclaration", "EventFieldDeclaration", "MethodDeclaration",
            "OperatorDeclaration", "ConversionOperatorDeclaration", "ConstructorDeclaration", "BaseConstructorInitializer",
            "ThisConstructorInitializer", "DestructorDeclaration", "PropertyDeclaration", "EventDeclaration", "IndexerDeclaration",
            "AccessorList", "GetAccessorDeclaration", "SetAccessorDeclaration", "AddAccessorDeclaration", "RemoveAccessorDeclaration",
            "UnknownAccessorDeclaration", "InitAccessorDeclaration", "BracketedParameterList", "IncompleteMember", "RecordDeclaration",
            "PrimaryConstructorBaseType", "RecordStructDeclaration", "ExtensionBlockDeclaration", "UnionDeclaration"]),
        ("of an accessor; a coroutine is a method", ["FieldExpression"]),
        ("only in declarations that override, as local functions do not", ["DefaultConstraint"]),
        ("only with a method of variable arguments, which nothing but C can call across platforms", ["ArgListExpression"]),
        ("no node", ["None", "List", "UsingDirective", "ExternAliasDirective", "LineDirectivePosition"]),
    ];

    private static readonly (string Reason, string[] Kinds)[] NotAnOperationOfABody =
    [
        ("what does not compile", ["None", "Invalid", "InterpolatedStringAppendInvalid"]),
        ("of Visual Basic", ["Stop", "End", "RaiseEvent", "ReDim", "ReDimClause"]),
        ("of flow graphs", [
            "FlowCapture", "FlowCaptureReference", "IsNull", "CaughtException", "StaticLocalInitializationSemaphore", "FlowAnonymousFunction"]),
        ("of initializers and constructors", ["FieldInitializer", "PropertyInitializer", "ConstructorBodyOperation"]),
        ("not made by the C# compiler for any body", [
            "Parenthesized", "OmittedArgument", "CollectionElementInitializer"]),
        ("places of other operations within them", ["InterpolatedStringHandlerArgumentPlaceholder", "CollectionExpressionElementsPlaceholder"]),
        ("of the parameter itself, and of attributes", ["ParameterInitializer", "Attribute"]),
    ];

    // Of other languages; and those that C# calls as parts of && and ||, or does not have.
    private static readonly string[] NoOperators = ["op_False", "op_LogicalAnd", "op_LogicalOr", "op_Concatenate", "op_Exponent", "op_IntegerDivision", "op_Like",
        "op_UnsignedLeftShift"];

    [Fact]
    public async Task Every_example_behaves_as_its_push_style_call()
    {
        var project = await KindExamples.Build(KindExamples.All.Where(e => e.Refusal is null));
        Assert.True(project.Problems.IsEmpty, string.Join("\n", project.Problems) + "\n\n" + project.Generated);
        string differences = project.Run(program =>
        {
            foreach (var type in program.GetTypes().Where(t => t.Name[0] == 'C' && t.GetMethod("Run") is not null).OrderBy(t => t.Name))
                type.GetMethod("Run")!.Invoke(null, null);
            return program.GetType("Bugs.Drv")!.GetField("Fails")!.GetValue(null)!.ToString()!;
        });
        Assert.True(differences.Length == 0, differences + "\n" + project.Generated);
    }

    public static TheoryData<string> Refused => [.. KindExamples.All.Where(e => e.Refusal is not null).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_refused_says_why(string name)
    {
        var example = KindExamples.All.Single(e => e.Name == name);
        var project = await KindExamples.Build([example]);
        Assert.Equal([example.Refusal!], project.Problems.Where(d => d.Id != "CORO0001").Select(d => d.Id).Distinct());
    }

    [Fact]
    public void Every_kind_of_syntax_is_known()
    {
        var examples = KindExamples.Of(KindExamples.Compilation());
        var elsewhere = Elsewhere(NotInABody);
        var kinds = Enum.GetValues<SyntaxKind>().Distinct().Where(IsNode).ToArray();
        Assert.Equal([], kinds.Where(k => !examples.Syntax.ContainsKey(k) && !elsewhere.ContainsKey(k.ToString())));
        Assert.Equal([], elsewhere.Keys.Where(k => !Enum.TryParse<SyntaxKind>(k, out var kind) || examples.Syntax.ContainsKey(kind)));
    }

    /// <summary>The generator's own table has what examples show, and no more.</summary>
    [Fact]
    public void The_generator_refuses_all_other_kinds()
    {
        var examples = KindExamples.Of(KindExamples.Compilation());
        Assert.Equal([], examples.Syntax.Keys.Except(KnownKinds.Kinds));
        Assert.Equal([], KnownKinds.Kinds.Except(examples.Syntax.Keys).Where(k => k is not (SyntaxKind.ArgListExpression or SyntaxKind.DefaultConstraint)));
    }

    [Fact]
    public void Every_kind_of_operation_is_known()
    {
        var examples = KindExamples.Of(KindExamples.Compilation());
        var elsewhere = Elsewhere(NotAnOperationOfABody);
        Assert.Equal("", string.Join(" ", Enum.GetValues<OperationKind>().Distinct().Where(k => !examples.Operations.ContainsKey(k) && !elsewhere.ContainsKey(k.ToString()))));
    }

    /// <summary>Every operator that a user can define is called in an example.</summary>
    [Fact]
    public void Every_operator_is_known()
    {
        var examples = KindExamples.Of(KindExamples.Compilation());
        var names = typeof(WellKnownMemberNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!).Where(n => n.StartsWith("op_", StringComparison.Ordinal));
        Assert.Equal([], names.Except(NoOperators).Except(examples.Operators).Order());
    }

    /// <summary>The page says what these tests see. With COROUTINEGEN_ACCEPT=1 it is written anew.</summary>
    [Fact]
    public void The_page_is_true()
    {
        var examples = KindExamples.Of(KindExamples.Compilation());
        string page = Page(examples).ReplaceLineEndings("\n"), path = Path.Combine(Repository.Root, "docs", "internals", "kinds.md");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(path, page);
        Assert.Equal(Repository.Read("docs", "internals", "kinds.md"), page);
    }

    private static string Page(KindExamples examples)
    {
        var text = new StringBuilder();
        text.AppendLine("# Kinds of syntax and operation").AppendLine();
        text.AppendLine("What becomes of each kind that the newest compiler knows. *Lowered*: a yield can stand in it, as in the example named. *Copied*: no yield");
        text.AppendLine("stands in it. The examples are `tests/CoroutineGen.Generator.Tests/Kinds/Examples.cs.txt`; this page is written by `KindTests`, which fails");
        text.AppendLine("with a compiler that knows another kind. Any other kind in a body is refused with CORO2003 (`KnownKinds`).").AppendLine();
        Table(text, "Syntax", examples.Syntax.Select(k => (k.Key.ToString(), k.Value.Copied, k.Value.Lowered)), NotInABody);
        Table(text, "Operations", examples.Operations.Select(k => (k.Key.ToString(), k.Value.Copied, k.Value.Lowered)), NotAnOperationOfABody);
        text.AppendLine("## Refused").AppendLine();
        foreach (var example in KindExamples.All.Where(e => e.Refusal is not null))
            text.AppendLine($"- {example.Name["refused: ".Length..]}: {example.Refusal}");
        return text.ToString();
    }

    private static void Table(
        StringBuilder text, string title, IEnumerable<(string Kind, string Copied, string? Lowered)> rows, (string Reason, string[] Kinds)[] elsewhere)
    {
        text.AppendLine($"## {title}").AppendLine();
        text.AppendLine("| kind | | example |").AppendLine("|---|---|---|");
        foreach (var (kind, copied, lowered) in rows.OrderBy(r => r.Kind, StringComparer.Ordinal))
            text.AppendLine($"| {kind} | {(lowered is null ? "copied" : "lowered")} | {lowered ?? copied} |");
        text.AppendLine().AppendLine("In no body:").AppendLine();
        foreach (var (reason, kinds) in elsewhere)
            text.AppendLine($"- {reason}: {string.Join(", ", kinds)}");
        text.AppendLine();
    }

    private static Dictionary<string, string> Elsewhere((string Reason, string[] Kinds)[] groups)
        => groups.SelectMany(g => g.Kinds.Select(k => (k, g.Reason))).ToDictionary(p => p.k, p => p.Reason);

    private static bool IsNode(SyntaxKind kind)
        => !SyntaxFacts.IsAnyToken(kind) && !SyntaxFacts.IsTrivia(kind) && !SyntaxFacts.IsPreprocessorDirective(kind)
            && !kind.ToString().EndsWith("DirectiveTrivia", StringComparison.Ordinal);
}

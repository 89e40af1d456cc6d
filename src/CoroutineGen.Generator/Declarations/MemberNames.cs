using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Which members matter only to those bodies that say their names. Most do: methods of classes and structs, fields and properties of
/// classes. All others may be meant without a word, or change what something else is, and count for every body.
/// </summary>
// int Twice(int x) => 2 * x;        matters to bodies that say Twice
// const int Limit = 3;              to all: other constants may be made of it
// public int X; in a struct         to all: the struct may hold references, or be assigned in full, or not
// ref int At(int i) => ref a[i];    to all, with its body and the words in that: lowering looks what it returns
// operator +, a constructor, a type to all
internal static class MemberNames
{
    /// <summary>
    /// Members that C# calls without their names being said. An attribute may name more, such as the method of a collection builder: see
    /// <see cref="DeclarationHash"/>.
    /// </summary>
    public static readonly HashSet<string> CalledUnsaid = new(StringComparer.Ordinal)
    {
        // foreach, await foreach, using, await using
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync",
        // await
        "GetAwaiter", "IsCompleted", "OnCompleted", "UnsafeOnCompleted", "GetResult",
        // Initializers, deconstruction, ranges, list patterns, fixed, lock, delegates
        "Add", "Deconstruct", "Length", "Count", "Slice", "Substring", "GetPinnableReference", "Enter", "EnterScope", "Exit", "Invoke",
        // Queries
        "Select", "SelectMany", "Where", "Join", "GroupJoin", "GroupBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending",
        "Cast",
        // Interpolation, concatenation, comparison
        "AppendLiteral", "AppendFormatted", "ToStringAndClear", "ToString", "Equals", "GetHashCode", "Concat", "Format",
        // Collection expressions, events
        "Create", "AsSpan", "Main", "Finalize",
    };

    /// <summary>The names by which a member is meant; empty where it may be meant without.</summary>
    public static IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null, ReturnType: not RefTypeSyntax } method when IsOrdinary(method)
            => [method.Identifier.ValueText],
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, Type: not RefTypeSyntax, Parent: ClassDeclarationSyntax } property
            when IsOrdinary(property)
            => [property.Identifier.ValueText],
        FieldDeclarationSyntax { Parent: ClassDeclarationSyntax } field when IsOrdinary(field)
            => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        _ => [],
    };

    private static bool IsOrdinary(MemberDeclarationSyntax member)
        => member is { Parent: ClassDeclarationSyntax or StructDeclarationSyntax, ContainsDirectives: false, ContainsSkippedText: false }
            // A generator may be asked for code by any attribute.
            && member.AttributeLists.Count == 0
            && !member.Modifiers.Any(m => m.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.PartialKeyword or SyntaxKind.ExternKeyword
                or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.RequiredKeyword or SyntaxKind.FixedKeyword);
}

using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// The parameter that the token of an enumeration goes to as well (rules 165 and 166): the one that is a CancellationToken by its text, of
/// several the one that is marked with [EnumeratorCancellation].
/// </summary>
internal static class TokenParameters
{
    private const string TypeName = "CancellationToken", Mark = "EnumeratorCancellation";

    /// <summary>The parameter; null where there is none, or no telling which.</summary>
    public static ParameterSyntax? Of(MethodDeclarationSyntax method)
    {
        var tokens = In(method);
        return tokens.Count == 1 ? tokens[0] : tokens.FindAll(IsMarked) is { Count: 1 } marked ? marked[0] : null;
    }

    /// <summary>All that are of the type.</summary>
    public static List<ParameterSyntax> In(MethodDeclarationSyntax method)
        => method.ParameterList.Parameters.Where(p => p.Type is NameSyntax type && LastWord(type) == TypeName).ToList();

    private static bool IsMarked(ParameterSyntax parameter)
        => parameter.AttributeLists.SelectMany(list => list.Attributes).Any(a => LastWord(a.Name) is Mark or Mark + "Attribute");

    private static string LastWord(NameSyntax name) => name.GetLastToken().ValueText;
}

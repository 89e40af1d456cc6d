using CoroutineGen.Generator.Declarations.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The errors in the declarations of coroutines. To ask the compiler for those of one method makes it walk over every type of the project,
/// so that a run which binds many bodies would take quadratic time. Most methods are plain, and not asked for at all. A run with many
/// others reads the declarations of the whole project once, and asks for single methods only where that reading cannot answer.
/// </summary>
/// <param name="written">The project without skeletons: to read these as well would cost more than all of the user's declarations.</param>
/// <param name="findings">Its coroutines.</param>
internal sealed class DeclarationErrors(CSharpCompilation written, ProjectFindings findings)
{
    /// <summary>How many methods are asked for one by one. An edit of a body has no more; an edit that changes more binds all.</summary>
    private const int Single = 16;

    /// <summary>Below one coroutine in so many files, reading all files takes longer than asking for each coroutine.</summary>
    private const int FilesForEach = 8;

    private readonly PlainSignatures _plain = new();

    private ILookup<SyntaxTree?, Diagnostic>? _all;
    private HashSet<string>? _generated;
    private int _asked;

    /// <summary>The errors in the declaration of a coroutine.</summary>
    /// <param name="method">The coroutine.</param>
    /// <param name="model">The model of its tree, in the project with the skeletons.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<Diagnostic> In(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => IsPlain(method, model, cancellation) || (++_asked > Single && HasManyCoroutines && AreNoneKnown(method, cancellation))
            ? []
            : model.GetDeclarationDiagnostics(method.Span, cancellation).Where(BodyErrors.IsError);

    private bool IsPlain(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => model.GetDeclaredSymbol(method, cancellation) is { } symbol && _plain.Contain(method, symbol);

    private bool HasManyCoroutines => findings.Coroutines.Length * FilesForEach >= findings.Trees.Length;

    /// <summary>Whether the declarations of the whole project, read once, show that the method has no error.</summary>
    private bool AreNoneKnown(MethodDeclarationSyntax method, CancellationToken cancellation)
    {
        _all ??= written.GetDeclarationDiagnostics(cancellation).Where(BodyErrors.IsError)
            .SelectMany(error => error.AdditionalLocations.Prepend(error.Location).Select(place => (place.SourceTree, error)))
            .ToLookup(found => found.SourceTree, found => found.error);
        return !_all[method.SyntaxTree].Any(error => error.AdditionalLocations.Prepend(error.Location)
                .Any(place => place.SourceTree == method.SyntaxTree && place.SourceSpan.IntersectsWith(method.Span)))
            && !MentionsGenerated(method);
    }

    /// <summary>Whether the signature names a generated class, which binds only where there are skeletons.</summary>
    private bool MentionsGenerated(MethodDeclarationSyntax method)
    {
        _generated ??= new(findings.Coroutines.Select(found => found.Model.ClassName), StringComparer.Ordinal);
        return method.DescendantTokens(node => node != method.Body && node != method.ExpressionBody)
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _generated.Contains(token.ValueText));
    }
}

using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The errors in the bodies of coroutines. To ask the compiler for those of one method makes it walk over every type of the project, and
/// every member of the method's own, so that a file of many coroutines would take quadratic time. Of such a file all bodies are asked for
/// at once, after the first few.
/// </summary>
internal sealed class BodyErrors
{
    /// <summary>How many methods of a file are asked for one by one. An edit of a body has no more.</summary>
    private const int Single = 8;

    /// <summary>Where less than one in so many parts of a file is coroutines, its other bodies take longer than the walks.</summary>
    private const int PartOfFile = 4;

    private readonly Dictionary<SyntaxTree, int> _asked = [];
    private readonly Dictionary<SyntaxTree, ImmutableArray<Diagnostic>> _known = [];

    /// <summary>The errors in the body of a coroutine, and in what else stands in its declaration.</summary>
    /// <param name="method">The coroutine.</param>
    /// <param name="model">The model of its tree, in the project with the skeletons.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IEnumerable<Diagnostic> In(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var tree = method.SyntaxTree;
        if (_known.TryGetValue(tree, out var known))
            return known.Where(error => IsIn(method, error));
        _asked.TryGetValue(tree, out int asked);
        _asked[tree] = asked + 1;
        if (asked < Single || !HasManyCoroutines(tree))
            return Errors(model.GetMethodBodyDiagnostics(method.Span, cancellation));
        known = Errors(model.GetMethodBodyDiagnostics(cancellationToken: cancellation)).ToImmutableArray();
        _known.Add(tree, known);
        return known.Where(error => IsIn(method, error));
    }

    private static IEnumerable<Diagnostic> Errors(ImmutableArray<Diagnostic> found)
        => found.Where(IsError);

    /// <summary>
    /// Whether the compiler reports an error that leaves a body without a meaning. A warning does not, also where warnings are errors: what
    /// is wrong then, the compiler says, unless a suppressor knows better, as of a label that names a point.
    /// </summary>
    public static bool IsError(Diagnostic found)
        => found.Severity == DiagnosticSeverity.Error && !found.IsWarningAsError;

    private static bool HasManyCoroutines(SyntaxTree tree)
        => TreeFindings.Of(tree).Methods.Sum(found => found.Method.Span.Length) * PartOfFile >= tree.Length;

    private static bool IsIn(SyntaxNode method, Diagnostic error)
        => error.AdditionalLocations.Prepend(error.Location)
            .Any(place => place.SourceTree == method.SyntaxTree && place.SourceSpan.IntersectsWith(method.Span));
}

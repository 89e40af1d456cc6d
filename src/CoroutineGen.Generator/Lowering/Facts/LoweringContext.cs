using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Naming;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>
/// What all passes over one method share: facts of the method and of the compiler's, which never change, and where refusals and new names
/// go.
/// </summary>
internal sealed class LoweringContext
{
    private LoweringContext(MethodDeclarationSyntax method, SemanticModel model, bool isPartlyKnown, CancellationToken cancellation)
    {
        Method = method;
        Model = model;
        Cancellation = cancellation;
        Symbol = model.GetDeclaredSymbol(method, cancellation)!;
        Yield = Symbol.Parameters.First(p => YieldShape.Of(p.Type) is not null);
        Shape = YieldShape.Of(Yield.Type)!;
        Body = (SyntaxNode?)method.Body ?? method.ExpressionBody!.Expression;
        Closures = new Closures(Body);
        Tokens = new TokenMap(method);
        Refusals = new Refusals(isPartlyKnown);
        Names = new FreshNames(method);
        for (var type = Symbol.ContainingType; type is not null; type = type.ContainingType)
            Names.Avoid([type.Name, .. type.TypeParameters.Select(p => p.Name)]);
        Examples = new Examples(Names);
        Operators = new Operators(model, cancellation);
        LateBinding = new LateBinding(model, cancellation);
        Receivers = new Receivers(model, cancellation);
        InArguments = new InArguments(model, Receivers, cancellation);
        References = new References(model.Compilation, cancellation);
    }

    public MethodDeclarationSyntax Method { get; }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    public IMethodSymbol Symbol { get; }

    /// <summary>What the generator knows by name in this compilation.</summary>
    public KnownSymbols Known => KnownSymbols.Of(Model.Compilation);

    /// <summary>The type of what the body returns; null for nothing. Of an async method it is what its task has.</summary>
    public ITypeSymbol? ResultType => Symbol.ReturnsVoid ? null
        : !IsAsync ? Symbol.ReturnType
        : Symbol.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } results } ? results[0] : null;

    /// <summary>Whether the coroutine is asynchronous: its yields are awaited.</summary>
    public bool IsAsync => Shape.IsAsync;

    /// <summary>Whether the step may wait, as an async method: the body's own awaits stay in it as they are.</summary>
    public bool Waits { get; private set; }

    /// <summary>Whether the coroutine can be forked.</summary>
    public bool IsForkable => CoroutineSyntax.IsForkable(Method);

    /// <summary>Whether the coroutine can be saved and restored.</summary>
    public bool IsSaveable => CoroutineSyntax.IsSaveable(Method);

    /// <summary>The yield parameter.</summary>
    public IParameterSymbol Yield { get; }

    public YieldShape Shape { get; }

    /// <summary>The block, or the expression of an expression-bodied method.</summary>
    public SyntaxNode Body { get; }

    public Closures Closures { get; }

    public TokenMap Tokens { get; }

    public Refusals Refusals { get; }

    public FreshNames Names { get; }

    /// <summary>Examples of types that have no name.</summary>
    public Examples Examples { get; }

    /// <summary>Where the body suspends.</summary>
    public SuspensionMap Suspensions { get; } = new();

    public Operators Operators { get; }

    public LateBinding LateBinding { get; }

    public Receivers Receivers { get; }

    public InArguments InArguments { get; }

    public References References { get; }

    /// <summary>Reads a method and finds where it suspends.</summary>
    /// <param name="method">The method.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="isPartlyKnown">Whether names do not bind in it that another generator may make.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LoweringContext Of(
        MethodDeclarationSyntax method, SemanticModel model, bool isPartlyKnown, CancellationToken cancellation)
    {
        var context = new LoweringContext(method, model, isPartlyKnown, cancellation);
        SuspensionFinder.Find(context.Body, context);
        context.Waits = context.IsAsync && OwnAwaits.AreIn(context.Body, context.Suspensions.IsYield);
        return context;
    }

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).Type;

    public ITypeSymbol? ConvertedTypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).ConvertedType;
}

using System.Collections.Immutable;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.Placing;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>What all passes over one method share.</summary>
internal sealed class LoweringContext
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Dictionary<int, int> _tokens = [];
    private readonly bool _isPartlyKnown;
    private readonly List<int> _positions = [];

    /// <param name="method">The method.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="isPartlyKnown">Whether names do not bind in it that another generator may make.</param>
    /// <param name="cancellation">Stops the work.</param>
    public LoweringContext(MethodDeclarationSyntax method, SemanticModel model, bool isPartlyKnown, CancellationToken cancellation)
    {
        _isPartlyKnown = isPartlyKnown;
        Method = method;
        Model = model;
        Cancellation = cancellation;
        Symbol = model.GetDeclaredSymbol(method, cancellation)!;
        Yield = Symbol.Parameters.First(p => YieldShape.Of(p.Type) is not null);
        Shape = YieldShape.Of(Yield.Type)!;
        Body = (SyntaxNode?)method.Body ?? method.ExpressionBody!.Expression;
        foreach (var token in method.DescendantTokens())
        {
            _tokens[token.SpanStart] = _positions.Count;
            _positions.Add(token.SpanStart);
        }
        Names = new FreshNames(method);
        for (var type = Symbol.ContainingType; type is not null; type = type.ContainingType)
            Names.Avoid([type.Name, .. type.TypeParameters.Select(p => p.Name)]);
        Examples = new Examples(Names);
        Operators = new Operators(model, cancellation);
        LateBinding = new LateBinding(model, cancellation);
        Receivers = new Receivers(model, cancellation);
        InArguments = new InArguments(model, Receivers, cancellation);
        References = new References(model.Compilation, cancellation);
        Suspensions = SuspensionFinder.Find(Body, this);
    }

    public MethodDeclarationSyntax Method { get; }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    public IMethodSymbol Symbol { get; }

    /// <summary>What the generator knows by name in this compilation.</summary>
    public KnownSymbols Known => KnownSymbols.Of(Model.Compilation);

    /// <summary>The type of what the body returns; null for nothing.</summary>
    public ITypeSymbol? ResultType => Symbol.ReturnsVoid ? null : Symbol.ReturnType;

    /// <summary>The yield parameter.</summary>
    public IParameterSymbol Yield { get; }

    public YieldShape Shape { get; }

    /// <summary>The block, or the expression of an expression-bodied method.</summary>
    public SyntaxNode Body { get; }

    public FreshNames Names { get; }

    /// <summary>Examples of types that have no name.</summary>
    public Examples Examples { get; }

    public SuspensionMap Suspensions { get; }

    public Operators Operators { get; }

    public LateBinding LateBinding { get; }

    public Receivers Receivers { get; }

    public InArguments InArguments { get; }

    public References References { get; }

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    public bool Refused { get; private set; }

    /// <summary>Reports why the body cannot be lowered; the passes go on, so that all reasons are reported at once.</summary>
    public void Refuse(DiagnosticDescriptor reason, SyntaxNode place, params object[] arguments)
    {
        if (_isPartlyKnown && reason == LoweringDiagnostics.NotLowered)
        {
            NotKnown(
                place, (string)arguments[0],
                "keep what it needs in variables whose types are written out, and yield in statements of their own");
            return;
        }
        Refused = true;
        _diagnostics.Add(Diagnostic.Create(reason, place.GetLocation(), arguments));
    }

    /// <summary>Reports a type that must be known and is not, because another generator makes it.</summary>
    public void NotKnown(SyntaxNode place, string what, string repair) => Refuse(LoweringDiagnostics.TypeNotKnown, place, what, repair);

    public void Warn(DiagnosticDescriptor reason, SyntaxToken place, params object[] arguments)
        => _diagnostics.Add(Diagnostic.Create(reason, place.GetLocation(), arguments));

    /// <summary>The index of a node's first token within the method declaration.</summary>
    public int TokenOf(SyntaxNode node) => TokenOf(node.SpanStart);

    public int TokenOf(int position) => _tokens.TryGetValue(position, out int index) ? index : -1;

    /// <summary>Where a token of the method declaration starts.</summary>
    public int PositionOf(int token) => _positions[token];

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).Type;

    public ITypeSymbol? ConvertedTypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).ConvertedType;
}

/// <summary>What the yield parameter's type says of the coroutine.</summary>
/// <param name="Yield">The type handed out; null for a consumer, which hands out Unit.</param>
/// <param name="Send">The type received; null for a one-way coroutine.</param>
internal sealed record YieldShape(ITypeSymbol? Yield, ITypeSymbol? Send)
{
    public static YieldShape? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeArguments: var arguments })
            return null;
        return KnownSymbols.IsYield(type, 1) ? new YieldShape(arguments[0], null)
            : KnownSymbols.IsYield(type, 2) ? new YieldShape(arguments[0], arguments[1])
            : KnownSymbols.IsReceive(type) ? new YieldShape(null, arguments[0])
            : null;
    }
}

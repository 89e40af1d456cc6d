using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// The variables whose scope suspends: only these may have to be hoisted. A variable whose whole scope is free of suspensions stays inside
/// its verbatim statement, and nobody looks at it.
/// </summary>
internal sealed class VariableMap
{
    private readonly LoweringContext _context;
    private readonly Dictionary<ISymbol, Variable> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, VariableScope> _scopes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private HashSet<Variable>? _assigned;

    public VariableMap(LoweringContext context)
    {
        _context = context;
        foreach (var parameter in context.Symbol.Parameters)
        {
            if (!SymbolEqualityComparer.Default.Equals(parameter, context.Yield))
                Add(parameter, parameter.Type, ScopeOf(context.Method), context.Method, isParameter: true);
        }
        foreach (var node in context.Body.DescendantNodesAndSelf(
            n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            Discover(node);
        MarkCaptured();
    }

    /// <summary>The variable that a symbol stands for; null where it is none of ours.</summary>
    public Variable? Find(ISymbol? symbol)
        => symbol is ILocalSymbol or IParameterSymbol && _variables.TryGetValue(symbol, out var variable) ? variable : null;

    /// <summary>
    /// The variable that a name mentions; null where it is none of ours. Of most names their text says so, and they need no binding.
    /// </summary>
    public Variable? Find(SimpleNameSyntax name)
        => _names.Contains(name.Identifier.ValueText) ? Find(_context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol) : null;

    /// <summary>The variables and environment of a scope node; null where it declares none.</summary>
    public VariableScope? FindScope(SyntaxNode node) => _scopes.TryGetValue(node, out var scope) ? scope : null;

    public IEnumerable<Variable> All => _scopes.Values.SelectMany(s => s.Variables);

    public IEnumerable<Variable> Parameters => ScopeOf(_context.Method).Variables.Where(v => v.IsParameter);

    public IEnumerable<VariableScope> Scopes => _scopes.Values;

    /// <summary>The loops that suspend, with what says where each stands.</summary>
    public Dictionary<SyntaxNode, LoopPlace> Loops { get; } = [];

    /// <summary>A variable of ours, for a value that must be kept.</summary>
    public Variable Temporary(
        string hint, ITypeSymbol type, SyntaxNode declaration, FieldRole role = FieldRole.Temporary, bool isKept = false)
        => Temporary(hint, TypeText.Of(type), type, declaration, role, isKept);

    public Variable Temporary(
        string hint, string typeText, ITypeSymbol? type, SyntaxNode declaration, FieldRole role = FieldRole.Temporary, bool isKept = false)
    {
        var scope = ScopeOf(_context.Method);
        var variable = new Variable(_context.Names.TakeNumbered(hint), typeText, scope)
        {
            Declaration = declaration,
            Role = role,
            IsKept = isKept,
            TypeSymbol = type,
            IsBound = type?.IsRefLikeType ?? false,
            Unspeakable = type is null ? null : TypeText.WhyUnspeakable(type),
            HoldsReferences = type is null || TypeText.HoldsReferences(type),
        };
        scope.Variables.Add(variable);
        return variable;
    }

    /// <summary>Whether something in the body assigns a variable, but for its declaration.</summary>
    public bool IsAssigned(Variable variable)
    {
        _assigned ??= new(_context.Body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => Writes.To(n)).Select(Find).OfType<Variable>());
        return _assigned.Contains(variable);
    }

    private void Discover(SyntaxNode node)
    {
        if (node is not (VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax))
            return;
        if (_context.Model.GetDeclaredSymbol(node, _context.Cancellation) is not ILocalSymbol local)
            return;
        var scope = VariableScopes.OwnerOf(node);
        if (scope is not null && VariableScopes.LosesItsPlace(scope, _context.Suspensions))
            Add(local, local.Type, ScopeOf(scope), node, isParameter: false);
    }

    private VariableScope ScopeOf(SyntaxNode node)
    {
        if (!_scopes.TryGetValue(node, out var scope))
            _scopes.Add(node, scope = new VariableScope(VariableScopes.DepthOf(node)));
        return scope;
    }

    private void Add(ISymbol symbol, ITypeSymbol type, VariableScope scope, SyntaxNode declaration, bool isParameter)
    {
        if (declaration is ForEachStatementSyntax { Type.IsVar: true } loop
            && _context.TypeOf(loop.Expression) is { TypeKind: TypeKind.Dynamic } element)
            type = element;
        if (IsInferred(declaration))
            type = type.WithNullableAnnotation(NullableAnnotation.None);
        // What the user wrote means the same in the generated part of his type, whoever makes the type that it names.
        var written = TypeText.IsUnknown(type) ? WrittenType(symbol, declaration) : null;
        var variable = new Variable(symbol.Name, written ?? TypeText.Of(type), scope)
        {
            Symbol = symbol,
            Declaration = declaration,
            TypeSymbol = type,
            Role = isParameter ? FieldRole.Parameter : FieldRole.Local,
            IsConstant = symbol is ILocalSymbol { IsConst: true },
            IsBound = type.IsRefLikeType || symbol is ILocalSymbol { IsRef: true },
            RefPrefix = symbol is ILocalSymbol { IsRef: true } local
                ? (local.RefKind == RefKind.RefReadOnly ? "ref readonly " : "ref ")
                : "",
            Unspeakable = written is null ? TypeText.WhyUnspeakable(type) : null,
            HoldsReferences = TypeText.HoldsReferences(type),
        };
        _variables.Add(symbol, variable);
        _names.Add(symbol.Name);
        scope.Variables.Add(variable);
    }

    /// <summary>The type of a variable in the user's own words; null for "var".</summary>
    private string? WrittenType(ISymbol symbol, SyntaxNode declaration)
    {
        var type = declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            ForEachStatementSyntax loop => loop.Type,
            CatchDeclarationSyntax clause => clause.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax expression } => expression.Type,
            SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } => pattern.Type,
            MethodDeclarationSyntax method
                => method.ParameterList.Parameters.FirstOrDefault(p => p.Identifier.ValueText == symbol.Name)?.Type,
            _ => null,
        };
        return type is null or { IsVar: true } or RefTypeSyntax ? null : type.ToString();
    }

    /// <summary>The "?" that the compiler puts on a "var" of a reference type says nothing to a reader.</summary>
    private static bool IsInferred(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } => true,
        ForEachStatementSyntax { Type.IsVar: true } => true,
        SingleVariableDesignationSyntax => true,
        _ => false,
    };

    private void MarkCaptured()
    {
        foreach (var address in _context.Body.DescendantNodes().OfType<PrefixUnaryExpressionSyntax>())
        {
            if (address.IsKind(SyntaxKind.AddressOfExpression) && RootOf(address.Operand) is { } root
                && Find(root) is { } pinned && !IsUsedAtOnce(address))
                pinned.Address = address;
        }
        foreach (var name in _context.Body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (_context.Closures.Contain(name) && Find(name) is { IsConstant: false } variable)
                variable.IsCaptured = true;
        }
    }

    /// <summary>The variable that an address lies in: n of "&amp;n.X.Y".</summary>
    private static IdentifierNameSyntax? RootOf(ExpressionSyntax place) => place switch
    {
        IdentifierNameSyntax name => name,
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } member => RootOf(member.Expression),
        _ => null,
    };

    /// <summary>The address that a mention of a variable is a part of, where only the statement around it knows that; else null.</summary>
    public PrefixUnaryExpressionSyntax? AddressOf(IdentifierNameSyntax name)
    {
        ExpressionSyntax place = name;
        while (place.Parent is ExpressionSyntax outer && RootOf(outer) == name)
            place = outer;
        return place.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address && IsUsedAtOnce(address)
            ? address
            : null;
    }

    /// <summary>
    /// Whether an address is only known to the statement around it: an argument, what is followed at once, or the first value of a variable
    /// that lives in that statement.
    /// </summary>
    private bool IsUsedAtOnce(PrefixUnaryExpressionSyntax address)
    {
        if (_context.Closures.Contain(address))
            return false;
        SyntaxNode node = address;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax } => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } => true,
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression } => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
                => Find(_context.Model.GetDeclaredSymbol(declarator, _context.Cancellation)) is null,
            _ => false,
        };
    }
}

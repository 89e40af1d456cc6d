using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations.Inheriting;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>
/// The roles of a compilation's factories. Only what types inherit is looked at, and of nearly all that is nothing: signatures are bound
/// where a base class or an interface has a method of the coroutine's name.
/// </summary>
internal sealed class FactoryRoles
{
    private static readonly ConditionalWeakTable<CSharpCompilation, FactoryRoles> Known = new();

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<MethodDeclarationSyntax, CoroutineModel> _models = [];
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _taken = new(SymbolEqualityComparer.Default);

    private FactoryRoles(CSharpCompilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        foreach (var tree in ProjectFindings.Of(compilation, cancellation).Trees)
        {
            SemanticModel? model = null;
            foreach (var found in tree.Methods.Where(found => MayInherit(found.Method)))
            {
                model ??= compilation.GetSemanticModel(found.Method.SyntaxTree);
                if (RoleOf(found.Method, model, cancellation) is { } role && role != FactoryRole.None)
                    _models.Add(found.Method, found.Model with { Role = role });
            }
        }
    }

    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static FactoryRoles Of(CSharpCompilation compilation, CancellationToken cancellation)
        => Known.TryGetValue(compilation, out var known) ? known : Known.GetValue(compilation, c => new(c, cancellation));

    /// <summary>Whether the factory of a coroutine overrides or implements something.</summary>
    public bool HasRole(TreeFindings.Found coroutine) => _models.ContainsKey(coroutine.Method);

    /// <summary>The model of a coroutine, with the role of its factory.</summary>
    public CoroutineModel ModelOf(TreeFindings.Found coroutine)
        => _models.TryGetValue(coroutine.Method, out var model) ? model : coroutine.Model;

    private static bool MayInherit(MethodDeclarationSyntax method)
        => method.TypeParameterList is null
            && method.Parent is TypeDeclarationSyntax host && !host.Modifiers.Any(SyntaxKind.StaticKeyword);

    private FactoryRole? RoleOf(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var host = model.GetDeclaredSymbol((TypeDeclarationSyntax)method.Parent!, cancellation);
        string name = method.Identifier.ValueText;
        if (host is null || !BasesOf(host).Concat(InterfacesOf(host)).Any(type => !type.GetMembers(name).IsEmpty)
            || model.GetDeclaredSymbol(method, cancellation) is not { } coroutine || InheritedFactory.IsPrimedLater(coroutine))
            return null;
        return new(Overridden(coroutine), Implemented(coroutine).ToEquatableArray());
    }

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol host)
    {
        for (var type = host.BaseType; type is not null; type = type.BaseType)
            yield return type;
    }

    /// <summary>The interfaces of which a type can implement members explicitly: those that it names, and theirs.</summary>
    private static IEnumerable<INamedTypeSymbol> InterfacesOf(INamedTypeSymbol host)
        => host.Interfaces.SelectMany(i => i.AllInterfaces.Prepend(i)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>
    /// An override can return its own class where nothing overrides it again, as that one could not return another; where the class can
    /// be seen by all who see the method; and where the framework knows it.
    /// </summary>
    // public override ScriptCoroutine Script() => ..             of a sealed class
    // public override Coroutine<Wait> Script() => ..             of any other
    private OverriddenMethod? Overridden(IMethodSymbol coroutine)
    {
        if (InheritedFactory.Of(coroutine, _compilation) is not { IsOverridden: true, Method: var method })
            return null;
        bool isCovariant = coroutine.ContainingType.IsSealed && coroutine.DeclaredAccessibility == method.DeclaredAccessibility
            && _compilation.SupportsRuntimeCapability(RuntimeCapability.CovariantReturnsOfClasses);
        return new(AccessibilityOf(method, coroutine), isCovariant ? null : TypeText.Of(method.ReturnType));
    }

    private static string AccessibilityOf(IMethodSymbol method, IMethodSymbol coroutine) => method.DeclaredAccessibility switch
    {
        Accessibility.ProtectedOrInternal when !InheritedFactory.InternalsAreVisible(method, coroutine) => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Protected => "protected",
        Accessibility.Internal => "internal",
        _ => "public",
    };

    private IEnumerable<ImplementedMethod> Implemented(IMethodSymbol coroutine)
    {
        if (CoroutineBase.Of(coroutine) is not { } made || (coroutine.IsStatic && !HasStaticImplementations(coroutine)))
            yield break;
        var taken = TakenIn(coroutine.ContainingType);
        foreach (var type in InterfacesOf(coroutine.ContainingType))
        {
            foreach (var method in type.GetMembers(coroutine.Name).OfType<IMethodSymbol>())
            {
                if ((method.IsAbstract || method.IsVirtual) && method.IsStatic == coroutine.IsStatic
                    && InheritedFactory.IsInherited(method, coroutine) && FactorySignature.Has(coroutine, method)
                    && CoroutineBase.Is(made, method.ReturnType)
                    && !taken.Contains(method)
                    && GlobalNames.Has(type, _compilation) && GlobalNames.Has(method.ReturnType, _compilation))
                    yield return new(TypeText.Of(type), TypeText.Of(method.ReturnType));
            }
        }
    }

    /// <summary>The methods of interfaces that a type implements explicitly.</summary>
    private HashSet<ISymbol> TakenIn(INamedTypeSymbol host)
    {
        if (!_taken.TryGetValue(host, out var taken))
        {
            var implemented = host.GetMembers().OfType<IMethodSymbol>().SelectMany(method => method.ExplicitInterfaceImplementations);
            _taken.Add(host, taken = new(implemented, SymbolEqualityComparer.Default));
        }
        return taken;
    }

    private static bool HasStaticImplementations(IMethodSymbol coroutine)
        => coroutine.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 };
}

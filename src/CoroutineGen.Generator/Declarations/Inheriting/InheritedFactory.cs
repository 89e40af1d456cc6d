using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Declarations.Inheriting;

/// <summary>The method of a base class that a factory overrides, or would have to.</summary>
/// <param name="IsOverridden">Whether the factory can override it: otherwise it would hide it.</param>
internal sealed record InheritedFactory(IMethodSymbol Method, bool IsOverridden)
{
    // abstract class Enemy { public abstract Coroutine<Wait> Script(); }
    // partial class Goblin : Enemy { [Coroutine] void Script(Yield<Wait> yield) { .. } }     overrides Enemy.Script()
    // partial class Chief : Goblin { [Coroutine] void Script(Yield<Wait> yield) { .. } }     too, as Goblin's factory is that method
    /// <returns>Null where the factory inherits no method that can be overridden.</returns>
    public static InheritedFactory? Of(IMethodSymbol coroutine, Compilation compilation)
    {
        if (Slot(coroutine, compilation) is not { } slot)
            return null;
        bool fits = !coroutine.IsStatic && coroutine.Arity == 0 && !IsPrimedLater(coroutine)
            && CoroutineBase.Of(coroutine) is { } made && CoroutineBase.Is(made, slot.ReturnType)
            && GlobalNames.Has(slot.ReturnType, compilation);
        return new(slot, fits);
    }

    private static IMethodSymbol? Slot(IMethodSymbol coroutine, Compilation compilation)
    {
        for (var type = coroutine.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            var methods = type.GetMembers(coroutine.Name).OfType<IMethodSymbol>().ToArray();
            // Its factory may not be there yet.
            if (methods.FirstOrDefault(other => FactorySignature.IsShared(coroutine, other)) is { } another)
                return Of(another, compilation) is { IsOverridden: true } slot ? slot.Method : null;
            if (methods.FirstOrDefault(other => IsInherited(other, coroutine) && FactorySignature.Has(coroutine, other)) is { } method)
                return (method.IsAbstract || method.IsVirtual || method.IsOverride) && !method.IsSealed ? method : null;
        }
        return null;
    }

    /// <summary>Whether a member of a base class or an interface can be overridden or implemented beside a coroutine.</summary>
    public static bool IsInherited(IMethodSymbol method, IMethodSymbol coroutine) => method.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal => InternalsAreVisible(method, coroutine),
        _ => true,
    };

    /// <summary>Whether what is internal to a method's assembly can be named beside a coroutine.</summary>
    public static bool InternalsAreVisible(IMethodSymbol method, IMethodSymbol coroutine)
        => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, coroutine.ContainingAssembly)
            || method.ContainingAssembly.GivesAccessTo(coroutine.ContainingAssembly);

    /// <summary>Whether the factory gives a task of the coroutine: for a primed one that awaits.</summary>
    public static bool IsPrimedLater(IMethodSymbol coroutine)
        => coroutine.Parameters.Any(p => KnownSymbols.IsAsyncYieldOrReceive(p.Type)) && CoroutineSymbols.IsPrimed(coroutine);
}

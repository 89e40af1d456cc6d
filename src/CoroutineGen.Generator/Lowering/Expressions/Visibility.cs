using CoroutineGen.Generator.Lowering.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// What others could see of an object's creation. Asked where a creation is done in another order, or with a copy, than C# would; of code
/// that is not in this project nothing is assumed.
/// </summary>
internal sealed class Visibility(LoweringContext context)
{
    /// <summary>
    /// Whether creating an object does nothing but store values: a constructor that the compiler makes, and no initial values that are
    /// computed.
    /// </summary>
    public bool IsSilent(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        bool isMade = constructor is { IsImplicitlyDeclared: true } || DeclarationsOf(constructor).Any(d => d is TypeDeclarationSyntax);
        return isMade && type.DeclaringSyntaxReferences.Length > 0 && (IsRoot(type.BaseType)
                || (type.BaseType is { } inherited
                    && IsSilent(inherited, inherited.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty))))
            && DeclarationsOf(type).All(HasNoComputedFields);
    }

    /// <summary>Whether assigning a member does nothing but store: a field, or a property without a body.</summary>
    public bool IsSilent(ISymbol? member) => member is IFieldSymbol
        || (member is IPropertySymbol { IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences.Length: > 0 } property
            && DeclarationsOf(property).All(d => d is ParameterSyntax
                || (d is PropertyDeclarationSyntax { AccessorList: { } list }
                    && list.Accessors.All(a => a.Body is null && a.ExpressionBody is null))));

    /// <summary>
    /// Whether nobody but the creator can know an object of a type when it has been made: its constructors touch their own fields and
    /// nothing else of it, so that it may be replaced by a copy.
    /// </summary>
    public bool StaysPrivate(INamedTypeSymbol type)
    {
        for (var current = type; !IsRoot(current); current = current.BaseType!)
        {
            if (current.DeclaringSyntaxReferences.Length == 0
                || current.InstanceConstructors.Any(
                    c => DeclarationsOf(c).Any(d => d is ConstructorDeclarationSyntax made && Shows(made, current))))
                return false;
        }
        return true;
    }

    /// <summary>Whether copying a record is left to the compiler, in the whole chain of its bases.</summary>
    public static bool IsCopiedAsIs(INamedTypeSymbol type)
    {
        for (var current = type; !IsRoot(current); current = current.BaseType!)
        {
            if (!current.IsRecord || current.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters.Length == 1
                    && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, current)))
                return false;
        }
        return true;
    }

    private static bool IsRoot(INamedTypeSymbol? type)
        => type is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType };

    private IEnumerable<SyntaxNode> DeclarationsOf(ISymbol? symbol)
        => symbol?.DeclaringSyntaxReferences.Select(r => r.GetSyntax(context.Cancellation)) ?? [];

    private bool Shows(ConstructorDeclarationSyntax constructor, INamedTypeSymbol type)
    {
        var model = context.Model.Compilation.GetSemanticModel(constructor.SyntaxTree);
        return constructor.DescendantNodes().Any(node => node switch
        {
            AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => true,
            ThisExpressionSyntax => node.Parent is not MemberAccessExpressionSyntax,
            SimpleNameSyntax name => model.GetSymbolInfo(name, context.Cancellation).Symbol is { IsStatic: false } member
                && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol
                && IsWithin(member.ContainingType, type) && !(member is IPropertySymbol property && IsSilent(property)),
            _ => false,
        });
    }

    private static bool IsWithin(INamedTypeSymbol owner, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, owner.OriginalDefinition))
                return true;
        }
        return owner.TypeKind == TypeKind.Interface;
    }

    private static bool HasNoComputedFields(SyntaxNode type)
        => type.ChildNodes().OfType<MemberDeclarationSyntax>().All(m => m is not (FieldDeclarationSyntax or PropertyDeclarationSyntax)
            || !m.DescendantNodes().OfType<EqualsValueClauseSyntax>().Any(v => v.Value
                is not (LiteralExpressionSyntax or IdentifierNameSyntax
                    or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
                    or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax })));
}

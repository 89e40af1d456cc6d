using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Symbols;
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
        || (member is IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } property
            && (property.DeclaringSyntaxReferences.IsEmpty
                ? property.SetMethod is { } setter && setter.GetAttributes().Any(KnownSymbols.IsCompilerGenerated)
                : DeclarationsOf(property).All(IsWithoutBody)));

    private static bool IsWithoutBody(SyntaxNode property) => property is ParameterSyntax
        || (property is PropertyDeclarationSyntax { AccessorList: { } list }
            && list.Accessors.All(a => a.Body is null && a.ExpressionBody is null));

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
            if (!current.IsRecord || HasCopyConstructor(current))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Whether nobody sees that a record of a static type is copied: what there is of it in this project, whatever it is when it runs, is
    /// copied as the compiler does it. Records of other projects that derive from it are not known.
    /// </summary>
    public bool IsCopiedUnseen(ITypeSymbol type)
        => RecordOf(type) is { } record
            && IsCopiedAsIs(record)
            && (record.IsSealed || !TypesIn(context.Model.Compilation.Assembly.GlobalNamespace)
                .Any(other => DerivesFrom(other, record) && HasCopyConstructor(other)));

    private static INamedTypeSymbol? RecordOf(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault(t => t.IsRecord)
        : type as INamedTypeSymbol;

    private static bool HasCopyConstructor(INamedTypeSymbol record)
        => record.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, record)
            && !c.GetAttributes().Any(KnownSymbols.IsCompilerGenerated));

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol record)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, record.OriginalDefinition))
                return true;
        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space)
        => space.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => TypesIn(member).Concat(member is INamedTypeSymbol { IsRecord: true } type ? [type] : []));

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

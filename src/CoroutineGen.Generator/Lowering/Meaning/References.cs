using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Which members that return by reference may be called again after a suspension, to get the reference that could not be kept: those that
/// can be seen to do nothing but to locate a variable, and always the same one for the same receiver and arguments.
/// </summary>
internal sealed class References(Compilation compilation, CancellationToken cancellation)
{
    public bool MayBeTakenAgain(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        if (definition is IFieldSymbol || definition.IsVirtual || definition.IsAbstract || definition.IsOverride
            || definition.ContainingType is null or { TypeKind: TypeKind.Interface or TypeKind.Delegate }
            || definition.DeclaringSyntaxReferences.Length != 1)
            return false;
        var parameters = definition switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            _ => default,
        };
        if (parameters.IsDefault || parameters.Any(p => p.RefKind != RefKind.None))
            return false;
        var declaration = definition.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return Returned(declaration) is { } place && IsFixed(place, compilation.GetSemanticModel(place.SyntaxTree));
    }

    /// <summary>The place of "=> ref place" or "{ return ref place; }"; null for any other body.</summary>
    private static ExpressionSyntax? Returned(SyntaxNode declaration)
    {
        var (body, arrow) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody),
            PropertyDeclarationSyntax { ExpressionBody: { } one } => (null, one),
            IndexerDeclarationSyntax { ExpressionBody: { } one } => (null, one),
            BasePropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } => (accessors[0].Body, accessors[0].ExpressionBody),
            _ => default,
        };
        var returned = arrow?.Expression
            ?? (body?.Statements is { Count: 1 } statements && statements[0] is ReturnStatementSyntax @return ? @return.Expression : null);
        return returned is RefExpressionSyntax reference ? reference.Expression : null;
    }

    /// <summary>Whether a place is the same variable each time: a field or an element of what cannot be another object.</summary>
    private bool IsFixed(ExpressionSyntax place, SemanticModel model)
    {
        place = Receivers.Bare(place);
        var symbol = model.GetSymbolInfo(place, cancellation).Symbol;
        return place switch
        {
            ElementAccessExpressionSyntax element => model.GetTypeInfo(element.Expression, cancellation).Type is IArrayTypeSymbol
                && IsSame(element.Expression, model) && element.ArgumentList.Arguments.All(a => IsSame(a.Expression, model)),
            IdentifierNameSyntax => symbol is IFieldSymbol { RefKind: RefKind.None } field && IsLocated(field, isThis: true),
            MemberAccessExpressionSyntax member => symbol is IFieldSymbol { RefKind: RefKind.None } field && IsLocated(field, isThis: false)
                && (field.IsStatic || IsSame(member.Expression, model)
                    || (field.ContainingType.IsValueType && IsFixed(member.Expression, model))),
            _ => false,
        };
    }

    /// <summary>Each thread has its own variable of a static field that says so.</summary>
    private static bool IsLocated(IFieldSymbol field, bool isThis)
        => field.IsStatic ? field.GetAttributes().IsEmpty : !isThis || field.ContainingType.IsReferenceType;

    /// <summary>Whether an expression has the same value each time: this, a parameter, a constant.</summary>
    private bool IsSame(ExpressionSyntax expression, SemanticModel model)
    {
        expression = Receivers.Bare(expression);
        return expression is ThisExpressionSyntax
            ? model.GetTypeInfo(expression, cancellation).Type is { IsReferenceType: true }
            : model.GetConstantValue(expression, cancellation).HasValue
                || (expression is IdentifierNameSyntax
                    && model.GetSymbolInfo(expression, cancellation).Symbol is IParameterSymbol { RefKind: RefKind.None }
                        or IFieldSymbol { IsReadOnly: true, IsStatic: false, ContainingType.IsReferenceType: true });
    }
}

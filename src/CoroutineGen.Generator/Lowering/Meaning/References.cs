using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Which members that return by reference may be called again after a suspension, because the reference itself cannot be hoisted: those
/// whose body has no effect, and returns the same lvalue for the same receiver and arguments.
/// </summary>
// ref int At(int i) => ref _items[i];         may be called again, where _items is readonly
// ref int Next() => ref _items[_count++];     may not
internal sealed class References(Compilation compilation, CancellationToken cancellation)
{
    public bool MayBeTakenAgain(ISymbol symbol)
    {
        var definition = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
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
        return Returned(declaration) is { } place
            && new Located(definition, compilation.GetSemanticModel(place.SyntaxTree), cancellation).IsFixed(place);
    }

    /// <summary>The lvalue of "=> ref lvalue" or "{ return ref lvalue; }"; null for any other body.</summary>
    private static ExpressionSyntax? Returned(SyntaxNode declaration)
    {
        var (body, arrow) = declaration switch
        {
            MethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            LocalFunctionStatementSyntax function => (function.Body, function.ExpressionBody),
            PropertyDeclarationSyntax { ExpressionBody: { } one } => (null, one),
            IndexerDeclarationSyntax { ExpressionBody: { } one } => (null, one),
            BasePropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors }
                => (accessors[0].Body, accessors[0].ExpressionBody),
            _ => default,
        };
        var returned = arrow?.Expression
            ?? (body?.Statements is { Count: 1 } statements && statements[0] is ReturnStatementSyntax @return ? @return.Expression : null);
        return returned is RefExpressionSyntax reference ? reference.Expression : null;
    }

    /// <summary>The lvalue that the body of a member returns.</summary>
    private sealed class Located(ISymbol member, SemanticModel model, CancellationToken cancellation)
    {
        /// <summary>Whether it is the same one in each call: a field or an element of an object that is always the same.</summary>
        public bool IsFixed(ExpressionSyntax place)
        {
            place = Receivers.Bare(place);
            var symbol = SymbolOf(place);
            return place switch
            {
                ElementAccessExpressionSyntax element => model.GetTypeInfo(element.Expression, cancellation).Type is IArrayTypeSymbol
                    && IsSame(element.Expression) && element.ArgumentList.Arguments.All(a => IsSameIndex(a.Expression)),
                IdentifierNameSyntax => symbol is IFieldSymbol { RefKind: RefKind.None } field && IsLocated(field, isThis: true),
                MemberAccessExpressionSyntax access => symbol is IFieldSymbol { RefKind: RefKind.None } field
                    && IsLocated(field, isThis: false)
                    && (field.IsStatic || IsSame(access.Expression)
                        || (field.ContainingType.IsValueType && IsFixed(access.Expression))),
                _ => false,
            };
        }

        /// <summary>Whether a field is one variable: no thread-static one, and none of a struct that "this" refers to.</summary>
        private static bool IsLocated(IFieldSymbol field, bool isThis)
            => field.IsStatic ? field.GetAttributes().IsEmpty : !isThis || field.ContainingType.IsReferenceType;

        private bool IsSameIndex(ExpressionSyntax index)
            => IsSame(index is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } hat ? hat.Operand : index);

        /// <summary>
        /// Whether an expression has the same value in each call, and no side effect: this, a parameter, a constant, their readonly fields.
        /// </summary>
        private bool IsSame(ExpressionSyntax expression)
        {
            expression = Receivers.Bare(expression);
            if (model.GetConversion(expression, cancellation).IsUserDefined)
                return false;
            if (model.GetConstantValue(expression, cancellation).HasValue)
                return true;
            return expression switch
            {
                ThisExpressionSyntax or BaseExpressionSyntax
                    => model.GetTypeInfo(expression, cancellation).Type is { IsReferenceType: true },
                IdentifierNameSyntax => SymbolOf(expression) switch
                {
                    IParameterSymbol parameter => IsOwn(parameter),
                    IFieldSymbol field => IsSettled(field) && field.RefKind == RefKind.None && IsLocated(field, isThis: true),
                    _ => false,
                },
                MemberAccessExpressionSyntax access => SymbolOf(access) is IFieldSymbol { RefKind: RefKind.None } field
                    && (field.IsStatic
                        ? IsSettled(field) && IsLocated(field, isThis: false)
                        : (field.ContainingType.IsValueType || IsSettled(field)) && IsSame(access.Expression)),
                _ => false,
            };
        }

        private bool IsSettled(IFieldSymbol field) => ReadOnlyFields.AreSettled(field, model.Compilation, cancellation);

        /// <summary>
        /// Whether a parameter is the member's own. One of a function or of a primary constructor around it may be assigned.
        /// </summary>
        private bool IsOwn(IParameterSymbol parameter)
            => parameter.RefKind == RefKind.None
                && (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member)
                    || (parameter.ContainingSymbol is IMethodSymbol { AssociatedSymbol: { } property }
                        && SymbolEqualityComparer.Default.Equals(property, member)));

        private ISymbol? SymbolOf(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellation).Symbol;
    }
}

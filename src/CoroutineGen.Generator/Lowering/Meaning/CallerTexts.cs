using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// What C# passes for the [CallerArgumentExpression] parameters of a call: the source text of an argument. Generated code passes it
/// explicitly, since its own argument may be a temporary.
/// </summary>
// Check(yield(1))    ---->  current = 1; return 1; Resumed1: Check(sent, s: "yield(1)");
internal static class CallerTexts
{
    /// <summary>The parameters of a call that the compiler fills, with the texts.</summary>
    /// <param name="call">A call, a creation, or the use of an indexer.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<(IParameterSymbol Parameter, string Text)> Of(
        SyntaxNode call, SemanticModel model, CancellationToken cancellation)
        => HasAny(model.GetSymbolInfo(call, cancellation).Symbol) ? Of(PassedArguments.Of(model.GetOperation(call, cancellation))) : [];

    /// <summary>The same for the Add that C# calls for an element of a collection initializer.</summary>
    public static IReadOnlyList<(IParameterSymbol Parameter, string Text)> OfElement(
        ExpressionSyntax element, SemanticModel model, CancellationToken cancellation)
    {
        if (!HasAny(model.GetCollectionInitializerSymbolInfo(element, cancellation).Symbol)
            || model.GetOperation(element.Parent!, cancellation) is not IObjectOrCollectionInitializerOperation initializer)
            return [];
        return Of(PassedArguments.Of(initializer.Initializers.FirstOrDefault(i => i.Syntax == element)));
    }

    /// <summary>The same for an element of a collection expression.</summary>
    public static IReadOnlyList<(IParameterSymbol Parameter, string Text)> OfElement(
        CollectionElementSyntax element, ITypeSymbol collection, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode added = element is ExpressionElementSyntax one ? Told(one.Expression) : element;
        return UnwrittenCalls.AddOf(element, collection, model, cancellation) is { } add
            ? add.Parameters.Where(p => p.IsOptional && IsText(p)).Select(p => (p, added.ToString())).ToList()
            : [];
    }

    /// <summary>The part of a value whose text C# passes: without parentheses, "!" and "checked".</summary>
    private static ExpressionSyntax Told(ExpressionSyntax value)
        => Receivers.Bare(value) is CheckedExpressionSyntax { Expression: var inner } ? Told(inner) : Receivers.Bare(value);

    /// <summary>Whether a method has such a parameter.</summary>
    public static bool AreAskedBy(IMethodSymbol method) => method.Parameters.Any(p => p.IsOptional && IsText(p));

    /// <summary>Whether a method of an interpolated string handler has such a parameter.</summary>
    public static bool AreAskedBy(ITypeSymbol? handler)
    {
        for (var type = handler; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (type.GetMembers("AppendFormatted").Concat(type.GetMembers("AppendLiteral")).OfType<IMethodSymbol>().Any(AreAskedBy))
                return true;
        }
        return false;
    }

    public static bool IsText(IParameterSymbol parameter) => parameter.GetAttributes().Any(KnownSymbols.IsCallerText);

    private static bool HasAny(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.Any(IsText),
        IPropertySymbol property => property.Parameters.Any(IsText),
        _ => false,
    };

    private static IReadOnlyList<(IParameterSymbol Parameter, string Text)> Of(IEnumerable<IArgumentOperation> arguments)
        => arguments.Where(a => a is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: not null } && IsText(a.Parameter))
            .OrderBy(a => a.Parameter!.Ordinal)
            .Select(a => (a.Parameter!, ConstantOf(a.Value)))
            .Where(a => a.Item2 is not null)
            .Select(a => (a.Item1, a.Item2!)).ToList();

    private static string? ConstantOf(IOperation value)
        => value.ConstantValue is { HasValue: true, Value: string text } ? text
            : value is IConversionOperation conversion ? ConstantOf(conversion.Operand)
            : null;
}

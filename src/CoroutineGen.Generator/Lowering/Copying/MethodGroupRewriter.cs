using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Local functions that were moved, as values. Two conversions of one function are equal delegates in plain C#, so the delegate is kept in
/// the environment that it belongs to.
/// </summary>
internal sealed class MethodGroupRewriter(LoweringContext context, NameLookup names, LocalFunctionRewriter functions)
{
    /// <summary>
    /// list.Select(L)    ---->    list.Select((scope1.L1 ??= (a0) =&gt; L(scope1, a0)))
    /// </summary>
    public bool TryRewrite(SimpleNameSyntax name, SyntaxCopier copier)
    {
        if (name.Parent is NameColonSyntax or NameEqualsSyntax || names.FunctionOf(name) is not { } function)
            return false;
        if (function.Scopes.Count == 0)
            functions.RewriteName(name, function, copier);
        else if (DelegateOf(name) is { DelegateInvokeMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } invoke } type
            && KeptDelegate(type, function) is { } kept)
            copier.Output.Replace(name, Lambda(name, function, invoke, kept));
        else
            context.Refusals.Add(LoweringDiagnostics.CapturingLocalFunction, name, function.Symbol.Name);
        return true;
    }

    /// <summary>
    /// A delegate of the delegate that L becomes would not be equal to it.
    /// new Func&lt;int, int&gt;(L)    ---->    (scope1.L1 ??= (a0) =&gt; L(scope1, a0))
    /// </summary>
    public bool TryRewrite(BaseObjectCreationExpressionSyntax creation, SyntaxCopier copier)
    {
        if (creation is not { ArgumentList.Arguments: { Count: 1 } arguments, Initializer: null })
            return false;
        var argument = arguments[0].Expression;
        while (argument is ParenthesizedExpressionSyntax inner)
            argument = inner.Expression;
        if (argument is not SimpleNameSyntax name || names.FunctionOf(name) is not { Scopes.Count: > 0 }
            || context.TypeOf(creation) is not { TypeKind: TypeKind.Delegate })
            return false;
        copier.Visit(name);
        return true;
    }

    private static Code Lambda(SimpleNameSyntax name, LocalFunction function, IMethodSymbol invoke, Code kept)
    {
        bool hasRefs = invoke.Parameters.Any(p => p.RefKind != RefKind.None);
        string parameters = string.Join(
            ", ", invoke.Parameters.Select((p, i) => hasRefs ? $"{Ref(p)}{TypeText.Of(p.Type)} a{i}" : $"a{i}"));
        string arguments = string.Join(", ", invoke.Parameters.Select((p, i) => $"{Ref(p)}a{i}"));
        return Code.Of(
            "(", kept, $" ??= ({parameters}) => ", new FunctionNamePiece(function),
            (name as GenericNameSyntax)?.TypeArgumentList.ToString() ?? "", "(",
            new ScopeArgumentsPiece(function, InClosure: true, invoke.Parameters.Length > 0), arguments, "))");
    }

    /// <summary>
    /// The delegate that a local function becomes: by a cast, a creation, the type that its place wants, or its natural type.
    /// </summary>
    private INamedTypeSymbol? DelegateOf(SimpleNameSyntax name)
    {
        for (var operation = context.Model.GetOperation(name, context.Cancellation); operation is not null;)
        {
            if (operation is IDelegateCreationOperation creation)
                return creation.Type as INamedTypeSymbol;
            operation = operation.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation
                ? operation.Parent
                : null;
        }
        return context.Model.GetTypeInfo(name, context.Cancellation).ConvertedType as INamedTypeSymbol;
    }

    /// <summary>The variable that keeps a delegate; null where its type can be neither written nor inferred.</summary>
    private Code? KeptDelegate(INamedTypeSymbol type, LocalFunction function)
    {
        var innermost = function.Scopes[function.Scopes.Count - 1];
        if (TypeText.WhyUnspeakable(type) is null)
            return Code.Of(new ScopePiece(innermost), "." + innermost.DelegateField(function, TypeText.Of(type), context.Names));
        if (context.Examples.For(type) is not { } example)
            return null;
        string field = innermost.DelegateField(function, "object", context.Names);
        return Code.Of(
            "global::CoroutineGen.CompilerServices.Anonymous.Ref(ref ", new ScopePiece(innermost), $".{field}, {example})");
    }

    private static string Ref(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.None => "",
        _ => "in ",
    };
}

using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>What can be said against a coroutine's declaration once types are known: the rest of CORO1xxx.</summary>
internal static class SymbolRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(method, cancellation) is not { } symbol)
            yield break;
        if (CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { Type: { } type }
            && model.GetTypeInfo(type, cancellation).Type is { TypeKind: not TypeKind.Error } yieldType
            && !KnownSymbols.IsYieldOrReceive(yieldType))
            yield return Diagnostic.Create(
                DeclarationDiagnostics.NoYieldParameter, method.Identifier.GetLocation(), method.Identifier.Text);
        foreach (var parameter in symbol.Parameters)
            if (parameter.RefKind == RefKind.None && Instead(parameter.Type) is { } instead)
                yield return Diagnostic.Create(DeclarationDiagnostics.UnstorableParameter, Place(method, parameter),
                    parameter.Name, parameter.Type.ToMinimalDisplayString(model, method.SpanStart), instead);
        var host = symbol.ContainingType;
        if (!symbol.IsStatic && host.IsRefLikeType)
            yield return Diagnostic.Create(DeclarationDiagnostics.RefStructHost, method.Identifier.GetLocation(), symbol.Name, host.Name);
        else if (!symbol.IsStatic && host.TypeKind == TypeKind.Struct && !symbol.IsReadOnly)
            yield return Diagnostic.Create(DeclarationDiagnostics.MutableStruct, method.Identifier.GetLocation(), symbol.Name, host.Name);
        foreach (var diagnostic in AsyncRules.Check(method, symbol).Concat(NameRules.Check(method, symbol))
            .Concat(InheritanceRules.Check(method, symbol, model)))
            yield return diagnostic;
    }

    private static Location Place(MethodDeclarationSyntax method, IParameterSymbol parameter)
        => parameter.Ordinal < method.ParameterList.Parameters.Count
            ? method.ParameterList.Parameters[parameter.Ordinal].GetLocation()
            : method.Identifier.GetLocation();

    /// <summary>What to take instead of a type that can only live on the stack; null for any other type.</summary>
    private static string? Instead(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } when KnownSymbols.IsSpan(type) => $"a {type.Name.Replace("Span", "Memory")} or an array",
        { IsRefLikeType: true } => "what it was made from",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "an array, a delegate or a handle",
        _ => null,
    };
}

using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Mentions of local functions that were moved: calls and declarations pass the environments, method groups become cached lambdas.
/// </summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private LocalFunction? FunctionOf(SimpleNameSyntax name)
            => printer._functions.IsEmpty
                ? null
                : printer._functions.Find(name, _context);

        private bool IsInClosure(SyntaxNode node) => VariableMap.IsInClosure(node, _context.Body);

        private void CallFunction(InvocationExpressionSyntax call, SimpleNameSyntax name, LocalFunction function)
        {
            FunctionName(name, function);
            Arguments(call.ArgumentList, function);
        }

        private void FunctionName(SimpleNameSyntax name, LocalFunction function)
        {
            Separate(name.Identifier);
            Output.Add(new FunctionNamePiece(function));
            _pending = name.Identifier.TrailingTrivia;
            if (name is GenericNameSyntax generic)
                Visit(generic.TypeArgumentList);
        }

        private void DeclareFunction(LocalFunctionStatementSyntax declaration, LocalFunction function)
        {
            foreach (var child in declaration.ChildNodesAndTokens())
            {
                if (child.AsNode() is ParameterListSyntax parameters)
                {
                    Token(parameters.OpenParenToken);
                    Output.Add(new ScopeParametersPiece(function, parameters.Parameters.Count > 0));
                    foreach (var inner in parameters.ChildNodesAndTokens().Skip(1))
                    {
                        if (inner.IsToken)
                            Token(inner.AsToken());
                        else
                            Visit(inner.AsNode()!);
                    }
                }
                else if (child.AsNode() is { } node)
                    Visit(node);
                else if (child.AsToken() is var token && token == declaration.Identifier)
                {
                    Separate(token);
                    Output.Add(new FunctionNamePiece(function));
                    _pending = token.TrailingTrivia;
                }
                else
                    Token(child.AsToken());
            }
        }

        /// <summary>
        /// A local function as a value. Two conversions of one function are equal delegates in plain C#, so the delegate is kept in the
        /// environment that it belongs to.
        /// </summary>
        private bool MethodGroup(SimpleNameSyntax name)
        {
            if (name.Parent is NameColonSyntax or NameEqualsSyntax || FunctionOf(name) is not { } function)
                return false;
            if (function.Scopes.Count == 0)
            {
                FunctionName(name, function);
                return true;
            }
            if (DelegateOf(name) is not { DelegateInvokeMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } invoke } type
                || KeptDelegate(type, function) is not { } kept)
            {
                _context.Refusals.Add(LoweringDiagnostics.CapturingLocalFunction, name, function.Symbol.Name);
                return true;
            }
            bool hasRefs = invoke.Parameters.Any(p => p.RefKind != RefKind.None);
            string parameters = string.Join(
                ", ", invoke.Parameters.Select((p, i) => hasRefs ? $"{Ref(p)}{TypeText.Of(p.Type)} a{i}" : $"a{i}"));
            string arguments = string.Join(", ", invoke.Parameters.Select((p, i) => $"{Ref(p)}a{i}"));
            Replace(name, Code.Of(
                "(", kept, $" ??= ({parameters}) => ", new FunctionNamePiece(function),
                (name as GenericNameSyntax)?.TypeArgumentList.ToString() ?? "", "(",
                new ScopeArgumentsPiece(function, InClosure: true, invoke.Parameters.Length > 0), arguments, "))"));
            return true;
        }

        /// <summary>
        /// "new Func&lt;int&gt;(L)" is what the conversion of L gives: a delegate of that delegate would not be equal to it.
        /// </summary>
        private SimpleNameSyntax? FunctionIn(BaseObjectCreationExpressionSyntax creation)
        {
            if (printer._functions.IsEmpty || creation is not { ArgumentList.Arguments: { Count: 1 } arguments, Initializer: null })
                return null;
            var argument = arguments[0].Expression;
            while (argument is ParenthesizedExpressionSyntax inner)
                argument = inner.Expression;
            return argument is SimpleNameSyntax name && FunctionOf(name) is { Scopes.Count: > 0 }
                && _context.TypeOf(creation) is { TypeKind: TypeKind.Delegate } ? name : null;
        }

        /// <summary>
        /// The delegate that a local function becomes: by a cast, a creation, the type that its place wants, or its natural type.
        /// </summary>
        private INamedTypeSymbol? DelegateOf(SimpleNameSyntax name)
        {
            for (var operation = _context.Model.GetOperation(name, _context.Cancellation); operation is not null;)
            {
                if (operation is IDelegateCreationOperation creation)
                    return creation.Type as INamedTypeSymbol;
                operation = operation.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation
                    ? operation.Parent
                    : null;
            }
            return _context.Model.GetTypeInfo(name, _context.Cancellation).ConvertedType as INamedTypeSymbol;
        }

        /// <summary>The variable that keeps a delegate; null where its type can be neither written nor inferred.</summary>
        private Code? KeptDelegate(INamedTypeSymbol type, LocalFunction function)
        {
            var innermost = function.Scopes[function.Scopes.Count - 1];
            if (TypeText.WhyUnspeakable(type) is null)
                return Code.Of(new ScopePiece(innermost), "." + innermost.DelegateField(function, TypeText.Of(type), _context.Names));
            if (_context.Examples.For(type) is not { } example)
                return null;
            string field = innermost.DelegateField(function, "object", _context.Names);
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
}

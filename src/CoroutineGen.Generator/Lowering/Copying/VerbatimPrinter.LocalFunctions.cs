using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

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
                : printer._functions.Find(_context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol);

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
            var type = _context.Model.GetTypeInfo(name, _context.Cancellation).ConvertedType;
            if (type is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } invoke })
            {
                _context.Refuse(LoweringDiagnostics.CapturingLocalFunction, name, function.Symbol.Name);
                return true;
            }
            var innermost = function.Scopes[function.Scopes.Count - 1];
            string field = innermost.DelegateField(function, TypeText.Of(type), _context.Names);
            bool hasRefs = invoke.Parameters.Any(p => p.RefKind != RefKind.None);
            string parameters = string.Join(
                ", ", invoke.Parameters.Select((p, i) => hasRefs ? $"{Ref(p)}{TypeText.Of(p.Type)} a{i}" : $"a{i}"));
            string arguments = string.Join(", ", invoke.Parameters.Select((p, i) => $"{Ref(p)}a{i}"));
            Replace(name, Code.Of(
                "(", new ScopePiece(innermost), $".{field} ??= ({parameters}) => ", new FunctionNamePiece(function),
                (name as GenericNameSyntax)?.TypeArgumentList.ToString() ?? "", "(",
                new ScopeArgumentsPiece(function, InClosure: true, invoke.Parameters.Length > 0), arguments, "))"));
            return true;
        }

        private static string Ref(IParameterSymbol parameter) => parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            _ => "",
        };
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// [CallerArgumentExpression] hands a method the text of an argument. Where copying changes that text, the user's own is passed explicitly.
/// </summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private bool CallerTexts(ArgumentListSyntax list)
        {
            if (!list.Arguments.Any(a => Changes(a.Expression))
                && !(list.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax on } && Changes(on.Expression)))
                return false;
            var texts = list.Parent is { } call && _context.Model.GetSymbolInfo(call, _context.Cancellation).Symbol is IMethodSymbol method
                ? TextsFor(list, method)
                : [];
            if (texts.Count == 0)
                return false;
            foreach (var child in list.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } node)
                    Visit(node);
                else if (child.IsKind(SyntaxKind.CloseParenToken))
                    Output.Add(string.Concat(texts.Select((t, i) => i == 0 && list.Arguments.Count == 0 ? t : ", " + t)) + ")");
                else
                    Token(child.AsToken());
            }
            _pending = list.CloseParenToken.TrailingTrivia;
            return true;
        }

        /// <summary>Whether an argument is printed in other words than the user's.</summary>
        private bool Changes(ExpressionSyntax argument)
            => _context.Suspensions.Suspends(argument)
                || argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => VariableOf(n) is { IsConstant: false });

        private static List<string> TextsFor(ArgumentListSyntax list, IMethodSymbol method)
        {
            var texts = new List<string>();
            foreach (var parameter in method.Parameters)
            {
                if (!parameter.IsOptional || ArgumentFor(list, parameter) is not null || TextParameter(parameter) is not { } name)
                    continue;
                if (SubjectOf(list, method, name) is { } subject)
                    texts.Add($"{parameter.Name}: {SymbolDisplay.FormatLiteral(subject.ToString(), quote: true)}");
            }
            return texts;
        }

        /// <summary>The argument, or the receiver of an extension, whose text is asked for.</summary>
        private static ExpressionSyntax? SubjectOf(ArgumentListSyntax list, IMethodSymbol method, string name)
        {
            if (method.ReducedFrom is { } extension && extension.Parameters[0].Name == name)
                return ((list.Parent as InvocationExpressionSyntax)?.Expression as MemberAccessExpressionSyntax)?.Expression;
            return method.Parameters.FirstOrDefault(p => p.Name == name) is { } subject ? ArgumentFor(list, subject)?.Expression : null;
        }

        private static string? TextParameter(IParameterSymbol parameter)
            => parameter.GetAttributes()
                .FirstOrDefault(a => a.AttributeClass is { Name: "CallerArgumentExpressionAttribute" }) is { } attribute
                ? attribute.ConstructorArguments[0].Value as string
                : null;

        private static ArgumentSyntax? ArgumentFor(ArgumentListSyntax list, IParameterSymbol parameter)
            => list.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? (parameter.Ordinal < list.Arguments.Count && list.Arguments[parameter.Ordinal].NameColon is null
                    ? list.Arguments[parameter.Ordinal]
                    : null);
    }
}

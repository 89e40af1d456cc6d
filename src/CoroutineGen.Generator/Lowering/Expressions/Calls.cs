using System.Collections.Immutable;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Calls and object creations: the receiver or the delegate first, then the arguments in the order in which they are written.
/// </summary>
internal sealed class Calls(ExpressionLowerer root) : ExpressionPart(root)
{
    // o().M(ref a[i()], yield(b))
    // ---->
    // kept1 = o(); kept2 = a; kept3 = i(); _ = kept2[kept3]; yield(b); kept1.M(ref kept2[kept3], sent)
    public Code Call(InvocationExpressionSyntax call)
    {
        var operands = new List<Operand>();
        if (Context.Model.GetSymbolInfo(call, Context.Cancellation).Symbol is not IMethodSymbol method)
        {
            // A dynamic call binds while it runs; what it is called on is evaluated first.
            if (Context.TypeOf(call) is not { TypeKind: TypeKind.Dynamic })
                return Refuse(call, $"a call that does not bind ('{call.Expression}')");
            if (!Context.LateBinding.IsMethod(call.Expression))
                operands.Add(new Operand(call.Expression));
            else if (LateBinding.Inner(call.Expression) is MemberAccessExpressionSyntax { Expression: { } receiver }
                && Context.Model.GetSymbolInfo(receiver, Context.Cancellation).Symbol is not ITypeSymbol
                && !Lvalues.Receiver(receiver, operands, call.ArgumentList.Arguments.Any(Context.Suspensions.Suspends)))
                return Code.Empty;
        }
        else if (IsLeftOut(method))
            return Code.Empty;
        else if (method.MethodKind == MethodKind.DelegateInvoke
            && !IsInvoke(call.Expression))
            operands.Add(new Operand(call.Expression));
        else if (!CallReceiver(call, method, operands, isTakenAgain: false))
            return Code.Empty;
        return Arguments(call.ArgumentList.Arguments, operands) ? Printer.Print(call, Operands.LowerAll(operands)) : Code.Empty;
    }

    /// <summary>Whether a delegate is called by its method, "d.Invoke(x)"; else its value stands before the arguments.</summary>
    private bool IsInvoke(ExpressionSyntax called)
        => called is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            && Context.Model.GetSymbolInfo(called, Context.Cancellation).Symbol
                is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };

    /// <summary>
    /// Whether C# leaves out a call and its arguments: a [Conditional] method without its symbol, a partial one without a body.
    /// </summary>
    private bool IsLeftOut(IMethodSymbol method)
    {
        if (method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true })
            return true;
        var conditions = method.GetAttributes().Where(KnownSymbols.IsConditional)
            .Select(a => a.ConstructorArguments[0].Value as string).ToList();
        return conditions.Count > 0 && !conditions.Exists(IsDefined);
    }

    private bool IsDefined(string? symbol)
    {
        var tree = Context.Method.SyntaxTree;
        bool defined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        foreach (var directive in tree.GetRoot(Context.Cancellation).DescendantNodes(descendIntoTrivia: true)
            .OfType<DirectiveTriviaSyntax>())
        {
            if (directive is DefineDirectiveTriviaSyntax define && define.Name.ValueText == symbol)
                defined = define.IsActive || defined;
            else if (directive is UndefDirectiveTriviaSyntax undefine && undefine.Name.ValueText == symbol)
                defined = !undefine.IsActive && defined;
        }
        return defined;
    }

    public bool CallReceiver(InvocationExpressionSyntax call, IMethodSymbol method, List<Operand> operands, bool isTakenAgain)
    {
        isTakenAgain = isTakenAgain || call.ArgumentList.Arguments.Any(Context.Suspensions.Suspends);
        if (call.Expression is not MemberAccessExpressionSyntax member)
        {
            if (call.Expression is SimpleNameSyntax or MemberBindingExpressionSyntax)
                return true;
            Refuse(call.Expression, $"a call of '{call.Expression}'");
            return false;
        }
        if (method.IsStatic && method.ReducedFrom is null)
            return true;
        if (method.ReducedFrom is { } extension)
        {
            if (extension.Parameters[0].RefKind == RefKind.None)
                operands.Add(new Operand(member.Expression));
            else if (!Reference(member.Expression, extension.Parameters[0].RefKind == RefKind.Ref, operands, isTakenAgain))
            {
                Refuse(call, $"an argument of '{method.Name}', whose receiver is passed by reference");
                return false;
            }
            return true;
        }
        return Lvalues.Receiver(member.Expression, operands, isTakenAgain, method);
    }

    public bool Arguments(SeparatedSyntaxList<ArgumentSyntax> arguments, List<Operand> operands)
    {
        int last = Operands.LastSuspending(arguments);
        for (int i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            bool isExplicit = argument.RefKindKeyword.RawKind != (int)SyntaxKind.None;
            if (!isExplicit && i >= last)
                operands.Add(new Operand(argument.Expression));
            else if (i <= last && !Reference(argument.Expression, isExplicit, operands, isTakenAgain: i < last))
            {
                Context.Refusals.Add(
                    LoweringDiagnostics.NotLowered, FirstYieldIn(arguments[last]),
                    $"an argument right of '{argument}', which is passed by reference");
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// A reference is kept as the way to find its variable again; what C# locates before the yields to its right is located there too. An
    /// operand that is not written as one goes by value, unless C# hands over a variable.
    /// </summary>
    public bool Reference(ExpressionSyntax expression, bool isExplicit, List<Operand> operands, bool isTakenAgain)
    {
        // What the binder looks up is read, and not written back: C# passes a temporary that holds what it read.
        if (Context.LateBinding.IsPlace(expression)
            || (isExplicit ? expression : Context.InArguments.VariableOf(expression)) is not { } place)
        {
            operands.Add(new Operand(expression));
            return true;
        }
        if (place is DeclarationExpressionSyntax or LiteralExpressionSyntax)
            return true;
        int before = operands.Count;
        if (!Lvalues.IsPlace(place) || !Lvalues.AddOperandsOf(place, operands, isTakenAgain))
            return false;
        if (isTakenAgain)
            Lvalues.Probe(place, operands, before, IsReferred(place));
        return true;
    }

    /// <summary>Whether a variable is assigned, or goes to a parameter that may be assigned.</summary>
    public bool IsReferred(ExpressionSyntax variable)
        => PassedArguments.Of(variable, Context.Model, Context.Cancellation) is { Parameter.RefKind: var kind }
            ? kind is RefKind.Ref or RefKind.Out
            : Writes.To(variable);
}

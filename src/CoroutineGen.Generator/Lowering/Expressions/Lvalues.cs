using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Lvalues. A reference cannot be kept while the coroutine waits; what is kept instead is what must be evaluated to find the variable
/// again: its receiver and its indices.
/// <code>
/// a.B[i()].X = yield(1)    ---->    kept1 = a.B; kept2 = i(); _ = kept1[kept2]; yield; kept1[kept2].X = sent
/// </code>
/// </summary>
internal sealed class Lvalues(ExpressionLowerer root) : ExpressionPart(root)
{
    /// <summary>An element, a member or an increment whose own parts suspend.</summary>
    public Code Access(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
            => Access(suppressed.Operand, suppressed),
        PostfixUnaryExpressionSyntax postfix => Access(postfix.Operand, postfix),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } prefix
            => Access(prefix.Operand, prefix),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PointerIndirectionExpression } pointer
            => Refuse(pointer),
        PrefixUnaryExpressionSyntax prefix => Operands.Print(prefix, [prefix.Operand]),
        _ => Access(expression, expression),
    };

    /// <summary>Nothing suspends behind the place: it is located once, where it stands.</summary>
    public Code Access(ExpressionSyntax target, ExpressionSyntax whole)
    {
        if (!IsPlace(target))
            return Operands.Print(whole, [target]);
        return OperandsOf(target, isTakenAgain: false) is { } recipe ? Printer.Print(whole, Operands.LowerAll(recipe)) : Code.Empty;
    }

    /// <summary>Whether an expression is made of a receiver and what is accessed in it, and not a value of another kind.</summary>
    public static bool IsPlace(ExpressionSyntax expression) => Receivers.Bare(expression)
        is SimpleNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or MemberBindingExpressionSyntax
            or ElementBindingExpressionSyntax or InvocationExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax
            or ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax };

    /// <summary>What must be evaluated, in order, to know which variable an expression means; null where that was refused.</summary>
    /// <param name="target">The expression.</param>
    /// <param name="isTakenAgain">Whether something suspends behind it, so that the variable must be found again.</param>
    public List<Operand>? OperandsOf(ExpressionSyntax target, bool isTakenAgain = true)
    {
        var operands = new List<Operand>();
        return AddOperandsOf(target, operands, isTakenAgain) ? operands : null;
    }

    public bool AddOperandsOf(ExpressionSyntax target, List<Operand> operands, bool isTakenAgain = true)
    {
        target = Receivers.Bare(target);
        if (Context.Receivers.ReturnsRef(target))
            return Reached(target, operands, isTakenAgain);
        var symbol = Context.Model.GetSymbolInfo(target, Context.Cancellation).Symbol;
        switch (target)
        {
            case IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax or MemberBindingExpressionSyntax:
                return true;
            case ElementBindingExpressionSyntax binding:
                return AddIndices(binding, binding.ArgumentList.Arguments, Receivers.Bound(binding)!, operands, isTakenAgain);
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } when symbol is { IsStatic: true }:
                return true;
            case MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } member:
                return Receiver(member.Expression, operands, isTakenAgain, symbol);
            case ElementAccessExpressionSyntax access:
                return Element(access, operands, isTakenAgain);
            case ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax, WhenFalse: RefExpressionSyntax }:
                operands.Add(new Operand(target, OperandKind.RefChoice));
                return true;
            case InvocationExpressionSyntax or AwaitExpressionSyntax when Context.Suspensions.IsYield(target) || !isTakenAgain:
                operands.Add(new Operand(target));
                return true;
            default:
                Refuse(target, $"an assignment to '{target}'");
                return false;
        }
    }

    private bool Element(ElementAccessExpressionSyntax access, List<Operand> operands, bool isTakenAgain)
    {
        var elements = Context.Receivers.ElementsOf(access.Expression);
        if (elements is IArrayTypeSymbol)
            operands.Add(new Operand(access.Expression));
        else if (!IndexedReceiver(access, operands, isTakenAgain))
            return false;
        if (!AddIndices(access, access.ArgumentList.Arguments, access.Expression, operands, isTakenAgain))
            return false;
        // C# takes the address of an inline array's element, and so tests the index, before it goes on; that of an array it only loads.
        if (elements is { TypeKind: TypeKind.Struct } && isTakenAgain)
            operands.Add(new Operand(access, OperandKind.Probe));
        return true;
    }

    /// <summary>What is indexed is located before the indices are evaluated.</summary>
    private bool IndexedReceiver(ElementAccessExpressionSyntax access, List<Operand> operands, bool isTakenAgain)
        => Receiver(
            access.Expression, operands, isTakenAgain || access.ArgumentList.Arguments.Any(Context.Suspensions.Suspends),
            Context.Model.GetSymbolInfo(access, Context.Cancellation).Symbol);

    /// <summary>
    /// What a reference leads to, which a member gives. It is taken where it stands if nothing suspends behind it; else it has to be taken
    /// again, which only a member of whose body that is known may be.
    /// </summary>
    private bool Reached(ExpressionSyntax target, List<Operand> operands, bool isTakenAgain)
    {
        var symbol = Context.Model.GetSymbolInfo(target, Context.Cancellation).Symbol!;
        if (isTakenAgain && !Context.References.MayBeTakenAgain(symbol))
        {
            if (Context.TypeOf(target) is { } type)
                Context.Refusals.Add(
                    LoweringDiagnostics.RefTemporary, target, target.ToString(),
                    "ref " + type.ToMinimalDisplayString(Context.Model, target.SpanStart));
            return false;
        }
        bool isCollected = target switch
        {
            InvocationExpressionSyntax call when symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
                => Called(call.Expression, operands) && Calls.Arguments(call.ArgumentList.Arguments, operands),
            InvocationExpressionSyntax call
                => Calls.CallReceiver(call, (IMethodSymbol)symbol, operands, isTakenAgain)
                    && Calls.Arguments(call.ArgumentList.Arguments, operands),
            MemberAccessExpressionSyntax member => symbol.IsStatic || Receiver(member.Expression, operands, isTakenAgain, symbol),
            ElementAccessExpressionSyntax access => IndexedReceiver(access, operands, isTakenAgain)
                && Calls.Arguments(access.ArgumentList.Arguments, operands),
            ElementBindingExpressionSyntax binding => Calls.Arguments(binding.ArgumentList.Arguments, operands),
            SimpleNameSyntax or MemberBindingExpressionSyntax => true,
            _ => false,
        };
        if (!isCollected)
            return false;
        if (isTakenAgain)
            operands.Add(new Operand(target, OperandKind.Probe));
        return true;
    }

    private static bool Called(ExpressionSyntax value, List<Operand> operands)
    {
        operands.Add(new Operand(value));
        return true;
    }

    /// <summary>The object or the location that a member belongs to.</summary>
    public bool Receiver(ExpressionSyntax receiver, List<Operand> operands, bool isTakenAgain = true, ISymbol? member = null)
    {
        var type = Context.TypeOf(receiver);
        if (type is null or { TypeKind: TypeKind.Error })
        {
            Refuse(receiver, $"an access to '{receiver}'");
            return false;
        }
        // A reference is a value; of a struct that is a value, not a variable, only its own copy can be changed or read.
        if (type.IsReferenceType || type.TypeKind == TypeKind.Dynamic || !Context.Receivers.IsVariable(receiver)
            || (type.IsValueType && Context.Receivers.IsCopied(receiver, member)))
        {
            operands.Add(new Operand(receiver));
            return true;
        }
        if (type is ITypeParameterSymbol { IsValueType: false }
            && Receivers.Bare(receiver) is not (ThisExpressionSyntax or BaseExpressionSyntax))
            return GenericReceiver(receiver, operands, isTakenAgain);
        int before = operands.Count;
        if (!AddOperandsOf(receiver, operands, isTakenAgain))
            return false;
        if (isTakenAgain)
            Probe(receiver, operands, before);
        return true;
    }

    /// <summary>Something is evaluated to find a variable, and may fault, or show what it does, where C# locates the variable.</summary>
    /// <param name="place">The variable.</param>
    /// <param name="operands">What was collected to find it.</param>
    /// <param name="before">How much there was before that.</param>
    /// <param name="isReferred">Whether a reference is taken through which it may be assigned: C# tests the type of an array.</param>
    public void Probe(ExpressionSyntax place, List<Operand> operands, int before, bool isReferred = false)
    {
        if (isReferred && Context.Receivers.IsTested(place))
        {
            operands.Add(new Operand(place, OperandKind.TestedProbe));
            return;
        }
        bool isFound = operands.Count > before ? !operands[operands.Count - 1].IsProbe : Context.Receivers.InitializesType(place);
        if (isFound)
            operands.Add(new Operand(place, OperandKind.Probe));
    }

    private bool AddIndices(
        ExpressionSyntax access, SeparatedSyntaxList<ArgumentSyntax> indices, ExpressionSyntax counted, List<Operand> operands,
        bool isTakenAgain)
    {
        if (indices.Count == 1 && Context.Receivers.IsCounted(indices[0].Expression, access, counted))
        {
            operands.Add(new Operand(indices[0].Expression, OperandKind.Index, counted));
            return true;
        }
        int last = Operands.LastSuspending(indices);
        return indices.Select((index, i) => Calls.Reference(
                index.Expression, index.RefKindKeyword.RawKind != (int)SyntaxKind.None, operands, isTakenAgain || i < last))
            .All(isFound => isFound);
    }

    /// <summary>A receiver of a type parameter: a value where it is a value anyway, else a place.</summary>
    private bool GenericReceiver(ExpressionSyntax receiver, List<Operand> operands, bool isTakenAgain)
    {
        if (Context.Receivers.IsReadOnly(receiver))
        {
            operands.Add(new Operand(receiver));
            return true;
        }
        if (!AddOperandsOf(receiver, operands, isTakenAgain))
            return false;
        if (isTakenAgain)
            operands.Add(new Operand(receiver, OperandKind.GenericReceiver));
        return true;
    }

    /// <summary>
    /// Only the variable that is chosen is located.
    /// <code>
    /// (c ? ref a[i] : ref b).X = yield(1)
    /// ---->
    /// picked1 = c; if (!picked1) goto Else; kept1 = a; kept2 = i; goto End; Else: End: yield;
    /// (picked1 ? ref kept1[kept2] : ref b).X = sent
    /// </code>
    /// </summary>
    public void KeepChoice(ConditionalExpressionSyntax choice, ExpressionSyntax[] later, Dictionary<SyntaxNode, Code> results)
    {
        var picked = Variables.Temporary("picked", "bool", null, choice.Condition);
        Builder.Declare(picked, Conditions.AsBool(choice.Condition, Lower(choice.Condition)));
        results[choice.Condition] = Code.Of(picked);
        var otherwise = Regions.NewLabel("Else");
        var end = Regions.NewLabel("End");
        Builder.Branch(Code.Of(picked), false, otherwise);
        Locate(choice.WhenTrue);
        Builder.Jump(end);
        Builder.Mark(otherwise);
        Locate(choice.WhenFalse);
        Builder.Mark(end);

        void Locate(ExpressionSyntax side)
        {
            var place = ((RefExpressionSyntax)side).Expression;
            if (OperandsOf(place, isTakenAgain: later.Length > 0) is not { } recipe)
                return;
            if (later.Length > 0)
                Probe(place, recipe, 0, Calls.IsReferred(choice));
            foreach (var located in Operands.LowerAll(recipe, later))
                results[located.Key] = located.Value;
        }
    }
}

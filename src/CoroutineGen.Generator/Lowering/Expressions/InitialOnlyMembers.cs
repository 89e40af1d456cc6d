using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Object creations whose initializer sets init-only or required members, which C# allows nowhere else. C# makes the object, then evaluates
/// and sets one member after the other. With a yield in between, it is made in the first way that nobody can tell from that; where there is
/// none, it is refused.
/// </summary>
internal sealed class InitialOnlyMembers(ExpressionLowerer root) : ExpressionPart(root)
{
    private readonly Visibility _visibility = new(root.Context);

    public Code InitialOnly(BaseObjectCreationExpressionSyntax creation, List<Operand> operands, INamedTypeSymbol type)
    {
        if (creation.Initializer!.Expressions.Any(e => e is not AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax, Right: not InitializerExpressionSyntax
            }))
            return Refuse(creation.Initializer, "an initializer of init-only or required members that holds another initializer");
        var members = creation.Initializer.Expressions.Cast<AssignmentExpressionSyntax>().ToList();
        int first = members.FindIndex(Context.Suspensions.Suspends);
        int last = members.FindLastIndex(Context.Suspensions.Suspends);
        var constructor = Context.Model.GetSymbolInfo(creation, Context.Cancellation).Symbol as IMethodSymbol;
        if (members.Take(last).All(IsSilent) && _visibility.IsSilent(type, constructor))
            return ValuesFirst(creation, operands, members);
        var rest = members.Skip(first).ToList();
        var required = rest.Where(m => IsRequired(m) && !SetsRequired(constructor)).ToList();
        // A required member needs a value at once: a first one, of which nobody may hear.
        if (required.All(IsSilent) && (required.Count == 0 || type.IsValueType || _visibility.StaysPrivate(type)))
        {
            if (!rest.Exists(IsInitOnly) || (type.IsValueType && HasWithOf(type)))
                return OneByOne(creation, operands, type, members.Take(first), required, rest);
            if (type.IsRecord && rest.All(IsSilent) && _visibility.StaysPrivate(type) && Visibility.IsCopiedAsIs(type))
                return WithCopy(creation, operands, type, members.Take(first), required, rest);
        }
        var culprit = rest.Find(m => IsInitOnly(m) && !IsSilent(m)) ?? rest.Find(IsInitOnly) ?? rest[0];
        return Refuse(
            creation.Initializer,
            $"an initializer that sets '{culprit.Left}' of '{type.Name}', which can be set nowhere else, "
                + "where its constructor or a setter may do something that shows the order");
    }

    // new C { X = a(), Y = yield(b) }
    // ---->
    // kept1 = a(); yield(b); new C { X = kept1, Y = sent }
    /// <summary>Making the object and setting its members shows nobody anything, so all values are computed first.</summary>
    private Code ValuesFirst(BaseObjectCreationExpressionSyntax creation, List<Operand> operands, List<AssignmentExpressionSyntax> members)
    {
        operands.AddRange(members.Select(m => new Operand(m.Right)));
        return Printer.Print(creation, Operands.LowerAll(operands));
    }

    // new S { X = yield(a), Y = b() }
    // ---->
    // made1 = new S(); yield(a); made1 = made1 with { X = sent }; made1 = made1 with { Y = b() };
    /// <summary>The object first; then each member is assigned, or, in a struct, set in a copy that takes its place.</summary>
    private Code OneByOne(
        BaseObjectCreationExpressionSyntax creation, List<Operand> operands, INamedTypeSymbol type,
        IEnumerable<AssignmentExpressionSyntax> before, List<AssignmentExpressionSyntax> required, List<AssignmentExpressionSyntax> rest)
    {
        var made = Make(creation, operands, type, before, required);
        foreach (var member in rest)
        {
            var value = Lower(member.Right);
            Builder.Emit(IsInitOnly(member)
                ? Code.Of(made, " = ", made, $" with {{ {member.Left} = ", value, " };")
                : Code.Of(made, $".{member.Left} = ", value, ";"));
        }
        return Code.Of(made);
    }

    // new R { X = yield(a), Y = b() }
    // ---->
    // made1 = new R(); yield(a); made1 with { X = sent, Y = b() }
    /// <summary>The record first; then all values, and a copy that has them.</summary>
    private Code WithCopy(
        BaseObjectCreationExpressionSyntax creation, List<Operand> operands, INamedTypeSymbol type,
        IEnumerable<AssignmentExpressionSyntax> before, List<AssignmentExpressionSyntax> required, List<AssignmentExpressionSyntax> rest)
    {
        var made = Make(creation, operands, type, before, required);
        var values = Operands.LowerAll(rest.Select(m => new Operand(m.Right)).ToList());
        var parts = new List<object> { made, " with { " };
        foreach (var member in rest)
            parts.AddRange(
            [
                $"{member.Left} = ",
                values.TryGetValue(member.Right, out var value) ? value : Printer.Print(member.Right),
                member == rest[rest.Count - 1] ? " }" : ", "
            ]);
        return Code.Of([.. parts]);
    }

    private Variable Make(
        BaseObjectCreationExpressionSyntax creation, List<Operand> operands, INamedTypeSymbol type,
        IEnumerable<AssignmentExpressionSyntax> before, List<AssignmentExpressionSyntax> required)
    {
        var made = Variables.Temporary("made", type, creation, FieldRole.Made);
        var replacements = Operands.LowerAll(operands, [.. creation.Initializer!.Expressions.Where(Context.Suspensions.Suspends)]);
        var arguments = creation.ArgumentList is { } list ? Printer.Print(list, replacements) : Code.Of("()");
        var set = before.Select(m => Printer.Print(m)).Concat(required.Select(m => Code.Of($"{m.Left} = default!"))).ToList();
        var initial = new List<object>();
        for (int i = 0; i < set.Count; i++)
            initial.AddRange([i == 0 ? " { " : ", ", set[i], i == set.Count - 1 ? " }" : ""]);
        Builder.Declare(
            made, Code.Of([$"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}", arguments, .. initial]));
        return made;
    }

    private ISymbol? MemberOf(AssignmentExpressionSyntax assignment)
        => Context.Model.GetSymbolInfo(assignment.Left, Context.Cancellation).Symbol;

    private bool IsSilent(AssignmentExpressionSyntax assignment) => _visibility.IsSilent(MemberOf(assignment));

    public bool IsInitOnly(AssignmentExpressionSyntax assignment)
        => MemberOf(assignment) is IPropertySymbol { SetMethod.IsInitOnly: true };

    public bool IsRequired(AssignmentExpressionSyntax assignment)
        => MemberOf(assignment) is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool SetsRequired(IMethodSymbol? constructor)
        => constructor?.GetAttributes().Any(KnownSymbols.IsSetsRequiredMembers) ?? false;

    /// <summary>C# 10 copies any struct by "with"; record structs came with it.</summary>
    private bool HasWithOf(INamedTypeSymbol type)
        => type.IsRecord || Context.Method.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp10 };
}

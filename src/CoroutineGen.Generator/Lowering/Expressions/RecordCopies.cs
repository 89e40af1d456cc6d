using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// "with" expressions. C# copies first, then computes and sets one member after the other, all in one expression: init-only members can be
/// set nowhere else. With a yield in between, they are set in the first way that nobody can tell from that; where there is none, it is
/// refused.
/// </summary>
internal sealed class RecordCopies(ExpressionLowerer root) : ExpressionPart(root)
{
    private readonly Visibility _visibility = new(root.Context);

    public Code With(WithExpressionSyntax with)
    {
        if (!Context.Suspensions.Suspends(with.Initializer))
            return Operands.Print(with, [with.Expression]);
        if (Context.TypeOf(with.Expression) is not { } type
            || with.Initializer.Expressions.Any(e => e is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax }))
            return Refuse(with.Initializer);
        var members = with.Initializer.Expressions.Cast<AssignmentExpressionSyntax>().ToList();
        bool isCopiedUnseen = type.IsValueType || type.IsAnonymousType || _visibility.IsCopiedUnseen(type);
        if (isCopiedUnseen && (type.IsAnonymousType || members.Take(members.FindLastIndex(Context.Suspensions.Suspends)).All(IsSilent)))
            return CopyTwice(with, type, members);
        if (type.IsValueType)
            return CopyForEach(with, type, members);
        int first = members.FindIndex(Context.Suspensions.Suspends);
        if (!members.Skip(first).Any(InitialOnlyMembers.IsInitOnly))
            return CopyOnce(with, type, members.Take(first).ToList(), members.Skip(first));
        var culprit = members.Find(m => !IsSilent(m)) ?? members.Find(InitialOnlyMembers.IsInitOnly)!;
        return Refuse(
            with.Initializer,
            $"a 'with' expression that sets '{culprit.Left}' of '{type.Name}', where a copy constructor or a setter may do something that "
                + "shows the order");
    }

    // r with { X = a(), Y = yield(b) }
    // ---->
    // copy1 = r with { }; kept1 = a(); yield(b); copy1 with { X = kept1, Y = sent }
    /// <summary>Nobody sees a copy being made or its members set: it is made first, and again, with the values, at the end.</summary>
    private Code CopyTwice(WithExpressionSyntax with, ITypeSymbol type, List<AssignmentExpressionSyntax> members)
    {
        var copy = Copy(with, type, []);
        var replacements = Operands.LowerAll(members.Select(m => new Operand(m.Right)).ToList());
        replacements[with.Expression] = Code.Of(copy);
        return Printer.Print(with, replacements);
    }

    // s with { X = yield(a), Y = b() }
    // ---->
    // copy1 = s; yield(a); copy1 = copy1 with { X = sent }; copy1 = copy1 with { Y = b() };
    /// <summary>Nothing runs where a struct is copied, so each member may be set in a copy of its own.</summary>
    private Code CopyForEach(WithExpressionSyntax with, ITypeSymbol type, List<AssignmentExpressionSyntax> members)
    {
        var copy = Copy(with, type, []);
        foreach (var member in members)
            Builder.Emit(Code.Of(copy, " = ", copy, $" with {{ {member.Left} = ", Lower(member.Right), " };"));
        return Code.Of(copy);
    }

    // r with { X = a(), Y = yield(b) }      Y is not init-only
    // ---->
    // copy1 = r with { X = a() }; yield(b); copy1.Y = sent;
    private Code CopyOnce(
        WithExpressionSyntax with, ITypeSymbol type, List<AssignmentExpressionSyntax> before, IEnumerable<AssignmentExpressionSyntax> rest)
    {
        var copy = Copy(with, type, before, FieldRole.Made);
        foreach (var member in rest)
            Builder.Emit(Code.Of(copy, $".{member.Left} = ", Lower(member.Right), ";"));
        return Code.Of(copy);
    }

    /// <summary>The copy that C# makes first, with the members that are set before the first yield.</summary>
    private Variable Copy(
        WithExpressionSyntax with, ITypeSymbol type, List<AssignmentExpressionSyntax> set, FieldRole role = FieldRole.Temporary)
    {
        var copy = Variables.Temporary("copy", type, with.Expression, role);
        var source = Grouped(with.Expression, Lower(with.Expression));
        if (type.IsValueType || type.IsAnonymousType)
        {
            Builder.Declare(copy, source);
            return copy;
        }
        var parts = new List<object> { source, " with { " };
        for (int i = 0; i < set.Count; i++)
            parts.AddRange([i == 0 ? "" : ", ", Printer.Print(set[i])]);
        parts.Add(set.Count == 0 ? "}" : " }");
        Builder.Declare(copy, Code.Of([.. parts]));
        return copy;
    }

    private bool IsSilent(AssignmentExpressionSyntax member)
        => _visibility.IsSilent(Context.Model.GetSymbolInfo(member.Left, Context.Cancellation).Symbol);
}

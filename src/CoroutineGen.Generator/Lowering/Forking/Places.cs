using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>Where in the user's text the things are that a fork has to do with, and what they are called there.</summary>
internal static class Places
{
    /// <summary>The yield, or the delegation, of a suspension.</summary>
    public static SyntaxNode Of(Suspend point, LoweringContext context)
        => context.Method.FindToken(context.Tokens.PositionOf(point.CallToken)).Parent!.AncestorsAndSelf()
            .First(context.Suspensions.IsYield);

    /// <summary>A variable's name, or the text of the expression whose value generated code keeps.</summary>
    public static string NameOf(Variable variable)
        => variable is { Symbol: null, Declaration: { } declaration } ? LineBreaks.Joined(declaration.ToString()) : variable.Name;

    /// <summary>
    /// Whether an object that is being made is set or filled behind a suspension within it: then forks would go on with one object. A
    /// struct is copied, unless it is the handler of an interpolated string, which keeps what it has been given.
    /// </summary>
    public static bool IsMadeAround(Variable variable, SyntaxNode suspension)
    {
        if (variable is not { Declaration: { } made, TypeSymbol: { } type })
            return false;
        if (made.Parent is WithExpressionSyntax with)
            made = with;
        return made.Span.Contains(suspension.Span)
            && (!type.IsValueType || (made is InterpolatedStringExpressionSyntax && variable.HoldsReferences));
    }

    /// <summary>Refuses a variable of which a fork could not have its own.</summary>
    public static void Refuse(Variable variable, ITypeSymbol type, LoweringContext context)
    {
        var place = PlaceOf(variable, context);
        string shown = type.ToMinimalDisplayString(context.Model, place.SpanStart);
        if (CoroutineTypes.HasCoroutineShape(type))
            context.Refusals.Add(ForkDiagnostics.NotForkable, place, variable.Description, shown, RepairOf(type));
        else if (variable.Role == FieldRole.Enumerator || ForkTypes.IsEnumerator(type))
            context.Refusals.Add(ForkDiagnostics.EnumeratorNotCopied, place, variable.Description, shown);
        else
            context.Refusals.Add(
                ForkDiagnostics.NotForkable, place, variable.Description, shown, "keep what it holds in variables of their own");
    }

    /// <summary>What makes a coroutine forkable.</summary>
    public static string RepairOf(ITypeSymbol type)
        => CoroutineTypes.IsCoroutine(type)
            ? "set Forkable = true on its method"
            : "implement IForkable on it, or use an array or a List";

    private static SyntaxNode PlaceOf(Variable variable, LoweringContext context) => variable.Declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration,
        MethodDeclarationSyntax method => method.ParameterList.Parameters.FirstOrDefault(p => p.Identifier.ValueText == variable.Name)
            ?? (SyntaxNode)method,
        { } node => node,
        null => context.Method,
    };
}

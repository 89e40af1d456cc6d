using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// What a body holds and has to give back, as the enumerator of a foreach, where nothing within the body could tell a finally block from
/// the runtime's guard: no handler surrounds it, and control leaves it by its end, by a return or by an exception. The step notes what it
/// holds in the frame and has no handler for it, which is what lets the JIT keep its variables in registers.
/// </summary>
internal sealed class Holdings(VariableMap variables, LoweringContext context)
{
    private readonly Stack<int> _open = new();
    private readonly List<Holding> _all = [];

    /// <summary>The variable that says what is held: the number of the innermost, or 0.</summary>
    public Variable? Held { get; private set; }

    /// <summary>All that the body may hold, by number.</summary>
    public IReadOnlyList<Holding> All => _all;

    /// <summary>What is mentioned outside of the step, and has to be in the frame for it.</summary>
    public IEnumerable<Code> Mentions => _all.Select(h => h.Release).Concat(Held is null ? [] : [Code.Of(Held)]);

    /// <summary>How many are open at the place that is being lowered.</summary>
    public int Depth => _open.Count;

    private int Innermost => _open.Count > 0 ? _open.Peek() : 0;

    /// <summary>Begins to hold something.</summary>
    /// <returns>What the step notes then.</returns>
    public Code Take(Code release)
    {
        Held ??= variables.Temporary("held", "int", null, context.Method);
        _all.Add(new Holding(_all.Count + 1, Innermost, release));
        _open.Push(_all.Count);
        return Note();
    }

    /// <summary>Ends to hold what was taken last.</summary>
    /// <returns>What the step notes before it gives it back.</returns>
    public Code Leave()
    {
        _open.Pop();
        return Note();
    }

    private Code Note() => Code.Of(Held!, $" = {Innermost};");

    /// <summary>Whether a break, continue or goto may lead out of a statement.</summary>
    public static bool JumpsOut(SyntaxNode statement) => statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node switch
        {
            GotoStatementSyntax => true,
            BreakStatementSyntax => !Encloses(statement, node, n => n.IsKind(SyntaxKind.SwitchStatement) || IsLoop(n)),
            ContinueStatementSyntax => !Encloses(statement, node, IsLoop),
            _ => false,
        });

    private static bool Encloses(SyntaxNode statement, SyntaxNode jump, Func<SyntaxNode, bool> isTarget)
        => jump.Ancestors().TakeWhile(a => a != statement.Parent).Any(isTarget);

    private static bool IsLoop(SyntaxNode node)
        => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;
}

/// <summary>Something that the body holds.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of what is still held when this is not; 0 for nothing.</param>
/// <param name="Release">The statement that gives it back.</param>
internal sealed record Holding(int Number, int Outer, Code Release);

using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

// Catch clauses whose handlers suspend.
internal sealed partial class StatementLowerer
{
    /// <summary>A clause whose handler suspends, and so stands behind the try statement: the clause stores what it caught.</summary>
    // catch (E e) when (F(e)) { B }    ---->  catch (E caught1) when (F(caught1)) { f.e = caught1; goto Catch1; }
    // catch { B }
    // ---->
    // catch (Exception caught1) when (caught1 is not CoroutineExitException) { f.error1 = caught1; goto Catch1; }
    //
    // catch (E e) when (c) { .. () => e .. }                   e is captured: the filter makes its environment
    // ---->
    // catch (E caught1) when ((f.scope1 = new()) is var scope1 && (f.scope1.e = caught1) is var _ && (c)) { goto Catch1; }
    //
    // catch (E e) when (c) { e = null; B; throw; }             "throw;" means what was caught
    // ---->
    // catch (E caught1) when ((f.thrown1 = caught1) is var _ && (c)) { f.e = caught1; goto Catch1; }
    private CatchRegion MovedCatch(CatchClauseSyntax clause, Label start, bool suspends)
    {
        string name = _context.Names.TakeNumbered("caught");
        var variable = clause.Declaration is { Identifier.ValueText.Length: > 0 } declaration
            ? Declared(declaration)
            : _variables.Temporary("error", "global::System.Exception", null, clause, FieldRole.Error);
        // "throw;" throws what was caught, whatever has been assigned to the variable since.
        var thrown = variable.Symbol is not null && Rethrows(clause) && IsChanged(variable, clause)
            ? _variables.Temporary("thrown", "global::System.Exception", null, clause, FieldRole.Error)
            : variable;
        _ways.Caught.Keep(clause, thrown);
        var filter = clause.Filter;
        // A filter runs before the handler, and both see the variables that closures in either of them capture: one environment.
        var entered = filter is not null && _variables.FindScope(clause) is { HasEnvironment: true } own ? own : null;
        bool isStored = entered is not null && variable.IsCaptured;
        bool isKept = filter is not null && thrown != variable;
        var conditions = new List<Code>();
        if (suspends && MeetsExit(clause))
            conditions.Add(Code.Of(name + NotExit));
        if (isKept)
            conditions.Add(Stored(thrown, name));
        if (entered is not null)
            conditions.Add(Code.Of("(", new ScopeFieldPiece(entered), " = new()) is var ", new ScopePiece(entered)));
        if (isStored)
            conditions.Add(Stored(variable, name));
        if (filter is not null)
        {
            var test = isStored
                ? FilterOf(clause)
                : FilterOf(clause).Renaming(new Dictionary<Variable, string> { [variable] = name });
            conditions.Add(conditions.Count == 0 ? test : Code.Of("(", test, ")"));
        }
        var type = clause.Declaration is null ? Code.Of("global::System.Exception") : _printer.Print(clause.Declaration.Type);
        var head = Code.Of("catch (", type, $" {name})");
        for (int i = 0; i < conditions.Count; i++)
            head = Code.Of(head, i == 0 ? " when (" : " && ", conditions[i], i == conditions.Count - 1 ? ")" : "");
        var body = _builder.Region(() =>
        {
            _builder.Token = -1;
            if (entered is null)
                EnterScope(clause);
            if (thrown != variable && !isKept)
                _builder.Emit(Code.Of(new Target(thrown), $" = {name};"));
            if (!isStored)
                _builder.Emit(Code.Of(new Target(variable), $" = {name};"));
            _builder.Jump(start);
        });
        return new CatchRegion(head, body, _context.Tokens.Of(clause)) { Entered = entered };
    }

    /// <summary>An assignment as a condition that always holds: a filter is one expression.</summary>
    // e = caught1    ---->  (f.e = caught1) is var _
    private static Code Stored(Variable variable, string value) => Code.Of("(", variable, $" = {value}) is var _");

    /// <summary>Whether "throw;" stands in a handler, not in one within, nor in a closure.</summary>
    private static bool Rethrows(CatchClauseSyntax clause)
        => clause.Block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ThrowStatementSyntax>()
            .Any(t => t.Expression is null && t.FirstAncestorOrSelf<CatchClauseSyntax>() == clause);

    /// <summary>Whether a clause, or a closure in it, may give its variable another value.</summary>
    private bool IsChanged(Variable variable, CatchClauseSyntax clause)
        => clause.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(n => Writes.To(n) && _variables.Find(n) == variable);
}

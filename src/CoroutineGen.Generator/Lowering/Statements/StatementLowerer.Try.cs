using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Unwinding;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>
/// try: handlers that do not suspend stay real. A catch clause that suspends stores its exception and leaves; its handler stands behind the
/// try block, still inside of its finally. A finally that suspends stands behind its try block too, as ordinary code that every exit goes
/// through.
/// </summary>
internal sealed partial class StatementLowerer
{
    private void Try(TryStatementSyntax @try)
    {
        if (@try.Finally is null)
            TryCatch(@try);
        else if (Suspends(@try.Finally))
            MovedFinally(() => TryCatch(@try), () => LowerBlock(@try.Finally.Block));
        else
            RealFinally(() => TryCatch(@try), () => CopyStatements(@try.Finally.Block));
    }

    /// <summary>A body with a finally that does not suspend: a real one, which runs only when control really leaves.</summary>
    private void RealFinally(Action body, Action final)
    {
        var region = Within(new Region(RegionKind.RealFinally, Protection.Finally), body);
        var cleanup = _emitter.Region(final);
        _emitter.Add(new TryRegion(region, [], cleanup));
    }

    /// <summary>Lowers the body of a region, which has a list of its own.</summary>
    private List<Instruction> Within(Region region, Action body) => _emitter.Region(() => _regions.In(region, body));

    /// <summary>
    /// A body with something to give back at its end: by the guard around the step where that is enough, else by a real finally.
    /// <code>
    /// foreach (var x in e) B   ----&gt;  held = 1; B; held = 0; e.Dispose();
    ///                          ----&gt;  try { B } finally { e.Dispose(); }
    /// </code>
    /// </summary>
    /// <param name="within">The syntax of the body: what jumps out of it needs a real finally.</param>
    /// <param name="suspends">Whether the body suspends.</param>
    /// <param name="body">Lowers the body.</param>
    /// <param name="release">The statement that gives it back.</param>
    /// <param name="isInStep">Whether that can only be said within the step.</param>
    private void Holding(SyntaxNode within, bool suspends, Action body, Code release, bool isInStep = false)
    {
        if (isInStep || _regions.CleanupFor(within, suspends) == RegionKind.RealFinally)
        {
            RealFinally(body, () => Release(release));
            return;
        }
        int outer = _regions.Held;
        int number = _ways.Held.Add(outer, release);
        Release(_ways.Held.Note(number));
        _regions.In(new Region(RegionKind.Held, Protection.Finally, Held: number), body);
        Release(_ways.Held.Note(outer));
        Release(release);
    }

    private void MovedFinally(Action body, Action final)
    {
        var leave = _variables.Temporary("leave", "int", null, _context.Method, FieldRole.Exit);
        var error = _variables.Temporary("error", "global::System.Exception", null, _context.Method, FieldRole.Error);
        var moved = new MovedFinally(leave, error, _regions.NewLabel("Finally"));
        _emitter.Token = -1;
        _emitter.Run(Code.Of(leave, " = 0;"));
        _emitter.Run(Code.Of(error, " = null;"));
        var region = Within(new Region(RegionKind.MovedFinally, Protection.Finally, moved), () =>
        {
            body();
            // A jump or an exit on its way out may have been replaced by an exception, which a clause within then caught.
            _emitter.Token = -1;
            if (moved.Exits.Count > 0)
                _emitter.Run(Code.Of(leave, " = 0;"));
        });
        string caught = _context.Names.TakeNumbered("caught");
        var keep = new List<Instruction> { new Run(Code.Of(error, $" = {caught};")) };
        _emitter.Add(new TryRegion(region, [new CatchRegion(Code.Of($"catch (global::System.Exception {caught})"), keep, -1)], null));
        _emitter.Mark(moved.Start);
        final();
        _emitter.Token = -1;
        _emitter.Run(Code.Of("if (", error, " != null) ", CaughtExceptions.Rethrow(error)));
        for (int i = 0; i < moved.Exits.Count; i++)
            _emitter.Run(Code.Of(
                "if (", leave, $" == {i + 1}) ", _exits.Perform(moved.Exits[i])));
    }

    private void TryCatch(TryStatementSyntax @try)
    {
        if (@try.Catches.Count == 0)
        {
            LowerEmbedded(@try.Block);
            return;
        }
        var end = _regions.NewLabel("End");
        bool suspends = Suspends(@try.Block);
        var region = Within(new Region(RegionKind.Catch, ProtectionOf(@try.Catches)), () => LowerEmbedded(@try.Block));
        var moved = new List<(CatchClauseSyntax Clause, Label Start)>();
        var catches = new List<CatchRegion>();
        foreach (var clause in @try.Catches)
        {
            if (clause.Filter is not null && Suspends(clause.Filter))
                _context.Refusals.Add(LoweringDiagnostics.YieldInFilter, FirstYieldIn(clause.Filter));
            if (Suspends(clause.Block))
            {
                var start = _regions.NewLabel("Catch");
                moved.Add((clause, start));
                catches.Add(MovedCatch(clause, start, suspends));
            }
            else
                catches.Add(RealCatch(clause, suspends));
        }
        _emitter.Add(new TryRegion(region, catches, null));
        if (moved.Count == 0)
            return;
        _emitter.Jump(end);
        foreach (var (clause, start) in moved)
        {
            _emitter.Mark(start);
            LowerBlock(clause.Block);
            _emitter.Jump(end);
        }
        _emitter.Mark(end);
    }

    private Protection ProtectionOf(SyntaxList<CatchClauseSyntax> catches)
    {
        var protection = Protection.Catch;
        foreach (var clause in catches)
        {
            if (KnownSymbols.IsExit(TypeOf(clause)))
                protection |= Protection.Exit;
        }
        return protection;
    }

    private ITypeSymbol? TypeOf(CatchClauseSyntax clause)
        => clause.Declaration is null ? null : _context.Model.GetTypeInfo(clause.Declaration.Type, _context.Cancellation).Type;

    /// <summary>A clause that would catch an exit without naming it must let it pass (rule 66).</summary>
    private bool MeetsExit(CatchClauseSyntax clause)
        => TypeOf(clause) is var type && (type is null or ITypeParameterSymbol || KnownSymbols.IsException(type));

    private const string NotExit = " is not global::CoroutineGen.CoroutineExitException";

    private CatchRegion RealCatch(CatchClauseSyntax clause, bool suspends)
    {
        var body = _emitter.Region(() => CopyStatements(clause.Block));
        if (!suspends || !MeetsExit(clause))
            return new CatchRegion(Head(clause), body, _context.Tokens.Of(clause));
        string name = clause.Declaration?.Identifier.ValueText is { Length: > 0 } own
            ? clause.Declaration.Identifier.Text
            : _context.Names.TakeNumbered("caught");
        var type = clause.Declaration is null ? Code.Of("global::System.Exception") : _printer.Print(clause.Declaration.Type);
        return new CatchRegion(
            Code.Of("catch (", type, $" {name}) when ({name}{NotExit}", Filter(clause), ")"), body, _context.Tokens.Of(clause));
    }

    private Code Head(CatchClauseSyntax clause)
    {
        var head = Code.Of("catch");
        if (clause.Declaration is not null)
            head = Code.Of(head, " ", _printer.Print(clause.Declaration));
        if (clause.Filter is not null)
            head = Code.Of(head, " when (", FilterOf(clause), ")");
        return head;
    }

    private Code Filter(CatchClauseSyntax clause)
        => clause.Filter is null ? Code.Empty : Code.Of(" && (", FilterOf(clause), ")");

    private Code FilterOf(CatchClauseSyntax clause) => _emitter.InOverflow(_printer.Print(clause.Filter!.FilterExpression));
}

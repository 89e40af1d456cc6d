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
/// try: handlers without suspension points stay handlers. A catch clause that suspends stores its exception and jumps; its handler stands
/// behind the try block, still inside of its finally. A finally block that suspends stands behind its try block too, as ordinary code that
/// every exit goes through.
/// </summary>
internal sealed partial class StatementLowerer
{
    // try A catch (E) B finally C    ---->  try { try A catch (E) B } finally C      C# means that; each of the two is lowered by itself
    private void Try(TryStatementSyntax @try)
    {
        if (@try.Finally is null)
            TryCatch(@try);
        else if (Suspends(@try.Finally))
            MovedFinally(@try.Finally, () => TryCatch(@try), () => LowerBlock(@try.Finally.Block));
        else if (CanHold(@try, suspends: true) && FinallyBlocks.CanStandAlone(@try.Finally.Block, _context, _variables))
            HeldFinally(@try, @try.Finally.Block);
        else
            RealFinally(() => TryCatch(@try), () => CopyStatements(@try.Finally.Block));
    }

    /// <summary>
    /// A finally block of the user's that is held as a resource is: it stands in a method of its own, an overload of the step, which the
    /// step calls at the end of the try block, and the class where the body is cut short.
    /// </summary>
    // try { B } finally { F(n); }
    // ---->
    // f.held1 = 1; B; f.held1 = 0; M(1, ref f);                        void M(int block, ref MLocals f) { F(f.n); }
    private void HeldFinally(TryStatementSyntax @try, BlockSyntax block)
    {
        var copied = _builder.Region(() => CopyStatements(block));
        Hold(_ways.Held.AddFinally(_regions.Held, copied), () => TryCatch(@try));
    }

    /// <summary>
    /// A body with a finally block that does not suspend. To suspend, the step returns, and so runs each finally block around; "next" tells
    /// such a return from an exit.
    /// </summary>
    // try { B } finally { F(); }
    // ---->
    // try { B } finally { if (next < 0) { F(); } }      within B, a suspension is "current = v; return next = 1;"
    private void RealFinally(Action body, Action final)
    {
        var region = Within(new Region(RegionKind.RealFinally, Protection.Finally), body);
        var cleanup = _builder.Region(final);
        _builder.Add(new TryRegion(region, [], cleanup));
    }

    /// <summary>Lowers the body of a region, to a list of its own.</summary>
    private List<Instruction> Within(Region region, Action body) => _builder.Region(() => _regions.In(region, body));

    /// <summary>
    /// A body with a resource to release at its end. Where no handler surrounds it, and only an exception, a return or a close can cut it
    /// short, the step only notes in the frame what it holds, and the class releases it (<see cref="HeldResources"/>): without a handler
    /// in the step, the JIT keeps variables in registers. Else a finally block releases it.
    /// </summary>
    /// <param name="within">The syntax of the body: with a jump that leads out of it, a finally block is needed.</param>
    /// <param name="suspends">Whether the body suspends.</param>
    /// <param name="body">Lowers the body.</param>
    /// <param name="release">The statement that releases the resource.</param>
    /// <param name="isInStep">Whether that statement means something in the step only.</param>
    // using (var r = e) B    ---->  f.r = e; f.held1 = 1; B; f.held1 = 0; f.r?.Dispose();
    // using (var r = e) B    ---->  f.r = e; try { B } finally { if (next < 0) { f.r?.Dispose(); } }
    private void Holding(SyntaxNode within, bool suspends, Action body, Code release, bool isInStep = false)
    {
        if (isInStep || !CanHold(within, suspends))
        {
            RealFinally(body, () => Release(release));
            return;
        }
        Hold(_ways.Held.Add(_regions.Held, release), body);
    }

    /// <summary>
    /// Whether the class can release what a body here holds. Not that of an asynchronous one: code of the user's would run outside of the
    /// contexts that the body is in.
    /// </summary>
    private bool CanHold(SyntaxNode within, bool suspends)
        => !_context.IsAsync && _regions.CleanupFor(within, suspends) == RegionKind.Held;

    private void Hold(Held held, Action body)
    {
        Release(_ways.Held.Note(held.Number));
        _regions.In(new Region(RegionKind.Held, Protection.Held, Held: held), body);
        Release(_ways.Held.Note(held.Outer));
        Release(held.Release);
    }

    /// <summary>
    /// A body with a finally block that suspends. Each exit from the body stores its number and jumps to the block; behind that stand the
    /// exits that were numbered.
    /// </summary>
    // try { yield(1); if (c) return 5; if (d) break; } finally { B }
    // ---->
    // f.leave1 = 0; f.error1 = null;
    // try { current = 1; return 1; Resumed1: if (how.RaiseOrUnwind()) { f.leave1 = 1; goto Finally1; }
    //       if (c) { f.result1 = 5; f.leave1 = 2; goto Finally1; } if (d) { f.leave1 = 3; goto Finally1; } f.leave1 = 0; }
    // catch (Exception caught1) { f.error1 = caught1; }
    // Finally1: B; if (f.error1 != null) throw Fault.Rethrow(f.error1);
    // if (f.leave1 == 1) return how.Exit(); if (f.leave1 == 2) { result.Value = f.result1; return Closed; } if (f.leave1 == 3) goto End1;
    private void MovedFinally(FinallyClauseSyntax clause, Action body, Action final)
    {
        var leave = _variables.Temporary("leave", "int", null, _context.Method, FieldRole.Exit);
        var error = _variables.Temporary("error", "global::System.Exception", null, _context.Method, FieldRole.Error);
        var moved = new MovedFinally(leave, error, _regions.NewLabel("Finally"));
        _ways.Moved.Add((clause, moved));
        _builder.Token = -1;
        _builder.Emit(Code.Of(new Target(leave), " = 0;"));
        _builder.Emit(Code.Of(new Target(error), " = null;"));
        var region = Within(new Region(RegionKind.MovedFinally, Protection.Finally, moved), () =>
        {
            body();
            // An exit may have stored its number, and been replaced by an exception of an inner finally block that a clause in here caught.
            _builder.Token = -1;
            if (moved.Exits.Count > 0)
                _builder.Emit(Code.Of(leave, " = 0;"));
        });
        string caught = _context.Names.TakeNumbered("caught");
        var keep = new List<Instruction> { new StraightLine(Code.Of(error, $" = {caught};")) };
        _builder.Add(new TryRegion(region, [new CatchRegion(Code.Of($"catch (global::System.Exception {caught})"), keep, -1)], null));
        _builder.Mark(moved.Start);
        final();
        _builder.Token = -1;
        _builder.Emit(Code.Of("if (", error, " != null) ", CaughtExceptions.Rethrow(error)));
        for (int i = 0; i < moved.Exits.Count; i++)
            _builder.Emit(Code.Of(
                "if (", leave, $" == {i + 1}) ", _exits.Perform(moved.Exits[i])));
    }

    /// <summary>
    /// A try block and its catch clauses. The handlers that suspend stand behind all of the clauses; they are not reached from above.
    /// </summary>
    // try { A } catch (E) { F(); } catch (D d) { B }           only B suspends
    // ---->
    // Try1: try { A } catch (E) { F(); } catch (D caught1) { f.d = caught1; goto Catch1; } goto End1; Catch1: B; goto End1; End1:
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
        _builder.Add(new TryRegion(region, catches, null));
        if (moved.Count == 0)
            return;
        _builder.Jump(end);
        foreach (var (clause, start) in moved)
        {
            _builder.Mark(start);
            LowerBlock(clause.Block);
            _builder.Jump(end);
        }
        _builder.Mark(end);
    }

    /// <summary>What the runtime has to know of a suspension in a try block with such clauses.</summary>
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

    /// <summary>Whether a clause would catch a CoroutineExitException without naming it; it must let that pass (rule 66).</summary>
    private bool MeetsExit(CatchClauseSyntax clause)
        => TypeOf(clause) is var type && (type is null or ITypeParameterSymbol || KnownSymbols.IsException(type));

    private const string NotExit = " is not global::CoroutineGen.CoroutineExitException";

    /// <summary>A clause whose handler stays in it.</summary>
    // catch (E e) when (F(e)) { G(); }            ---->  catch (E e) when (F(e)) { G(); }
    // catch (Exception e) when (F(e)) { G(); }    ---->  catch (Exception e) when (e is not CoroutineExitException && (F(e))) { G(); }
    // catch { G(); }                              ---->  catch (Exception caught1) when (caught1 is not CoroutineExitException) { G(); }
    private CatchRegion RealCatch(CatchClauseSyntax clause, bool suspends)
    {
        var body = _builder.Region(() => CopyStatements(clause.Block));
        if (!suspends || !MeetsExit(clause))
            return new CatchRegion(Head(clause), body, _context.Tokens.Of(clause));
        string name = clause.Declaration?.Identifier.ValueText is { Length: > 0 } own
            ? clause.Declaration.Identifier.Text
            : _context.Names.TakeNumbered("caught");
        var type = clause.Declaration is null ? Code.Of("global::System.Exception") : _printer.Print(clause.Declaration.Type);
        return new CatchRegion(
            Code.Of("catch (", type, $" {name}) when ({name}{NotExit}", Filter(clause), ")"), body, _context.Tokens.Of(clause));
    }

    // catch (E e) when (F(e))
    private Code Head(CatchClauseSyntax clause)
    {
        var head = Code.Of("catch");
        if (clause.Declaration is not null)
            head = Code.Of(head, " ", _printer.Print(clause.Declaration));
        if (clause.Filter is not null)
            head = Code.Of(head, " when (", FilterOf(clause), ")");
        return head;
    }

    // && (F(e))
    private Code Filter(CatchClauseSyntax clause)
        => clause.Filter is null ? Code.Empty : Code.Of(" && (", FilterOf(clause), ")");

    private Code FilterOf(CatchClauseSyntax clause) => _builder.InOverflow(_printer.Print(clause.Filter!.FilterExpression));
}

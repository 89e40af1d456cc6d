using CsCheck;

namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>
/// Draws scripts. What is drawn is only put together here and looked at by nobody: CsCheck, on its way to a smaller script, gives up in the
/// middle of one that is too large already.
/// </summary>
public sealed class ScriptGenerator
{
    private const int Deepest = 2;

    private static readonly Gen<int> AnyTarget = Gen.Int[0, 255];

    private static readonly Gen<Kind> AnyKind = Gen.FrequencyConst((3, Kind.Plain), (2, Kind.Exit), (1, Kind.Done));

    private static readonly Gen<Deed> AnyDeed
        = Gen.FrequencyConst((6, Deed.Next), (2, Deed.Send), (2, Deed.Throw), (1, Deed.Close), (1, Deed.Observe));

    private static readonly Gen<InnerKind> AnyInner = Gen.FrequencyConst(
        (29, InnerKind.Coroutine), (6, InnerKind.Foreign), (3, InnerKind.Sequence), (3, InnerKind.FailingSequence), (1, InnerKind.Null));

    private static readonly Gen<Receives> AnyReceives = Gen.FrequencyConst((2, Receives.Nothing), (3, Receives.Int), (1, Receives.Long));

    private static readonly Gen<RegionKind> AnyClause
        = Gen.FrequencyConst((2, RegionKind.Catch), (1, RegionKind.CatchExit), (3, RegionKind.Finally));

    /// <summary>Mostly scripts with many kinds of statement; a quarter of long chains, much shared and resumed in many places.</summary>
    public static readonly Gen<ScriptDraft> Any
        = Gen.Frequency((3, new ScriptGenerator(dense: false).Script), (1, new ScriptGenerator(dense: true).Script));

    private readonly bool _dense;

    private ScriptGenerator(bool dense) => _dense = dense;

    private Gen<ScriptDraft> Script
    {
        get
        {
            var body = Gen.Select(AnyReceives, Block(0), (receives, block) => new BodyDraft(receives, block));
            // From outside, all goes to the first; that it is not so happens, too.
            var target = _dense ? AnyTarget : Gen.Frequency((2, Gen.Const(0)), (1, AnyTarget));
            return Gen.Select(
                _dense ? body.Array[4, 9] : body.Array[2, 5], Act(target).Array[3, _dense ? 39 : 11],
                (bodies, acts) => new ScriptDraft(bodies, acts));
        }
    }

    private Gen<Statement[]> Block(int depth) => AnyStatement(depth).Array[1, 3];

    private Gen<Statement> AnyStatement(int depth)
    {
        var yield = Gen.Const<Statement>(new YieldStatement());
        var from = Gen.Select(AnyInner, AnyTarget, Statement (inner, target) => new FromStatement(inner, target));
        var act = Act(AnyTarget).Select(Statement (deed) => new ActStatement(deed));
        var raise = AnyKind.Select(Statement (kind) => new RaiseStatement(kind));
        var guarded = depth < Deepest ? Try(depth + 1) : yield;
        int often = _dense ? 16 : 6;
        return Gen.Frequency(
            (often, yield), (often, from), (3, act), (1, raise), (1, Gen.Const<Statement>(new ReturnStatement())), (3, guarded));
    }

    private Gen<Statement> Try(int depth) => Gen.Select(
        AnyClause, Block(depth), Block(depth), Gen.FrequencyConst((2, false), (1, true)),
        Statement (clause, block, handler, rethrows) => new TryStatement(clause, block, handler, rethrows));

    private static Gen<ActDraft> Act(Gen<int> target)
        => Gen.Select(AnyDeed, target, AnyKind, (deed, to, kind) => new ActDraft(deed, to, kind));
}

namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>
/// A script as it is drawn: trees, without labels and jumps. Targets are numbers of any size, taken modulo the count of coroutines, so that
/// no draw depends on another.
/// </summary>
public sealed record ScriptDraft(BodyDraft[] Bodies, ActDraft[] Acts);

public sealed record BodyDraft(Receives Receives, Statement[] Statements);

public sealed record ActDraft(Deed Deed, int Target, Kind Kind);

/// <summary>A statement of a body. There are no loops, so that every script ends.</summary>
public abstract record Statement;

public sealed record YieldStatement : Statement;

public sealed record FromStatement(InnerKind Inner, int Target) : Statement;

public sealed record ReturnStatement : Statement;

public sealed record RaiseStatement(Kind Kind) : Statement;

public sealed record ActStatement(ActDraft Act) : Statement;

/// <param name="Kind">Catch, CatchExit or Finally.</param>
/// <param name="Block">What is tried.</param>
/// <param name="Handler">What the clause does.</param>
/// <param name="Rethrows">Whether a catch ends by throwing on.</param>
public sealed record TryStatement(RegionKind Kind, Statement[] Block, Statement[] Handler, bool Rethrows) : Statement;

using System.Collections.Immutable;

namespace Game.Rules;

/// <summary>What a player has to do.</summary>
enum Act
{
    /// <summary>Put a man on an empty point: "d6".</summary>
    Place,

    /// <summary>Move a man to an empty point: "d6-d5".</summary>
    Move,

    /// <summary>Take a man of the other side: "f4".</summary>
    Take,
}

/// <summary>What the rules ask: who has to do what, where the men stand, and all answers that are allowed.</summary>
sealed record Question(Act Act, Side Side, Board Board, ImmutableArray<string> Options);

namespace CoroutineGen;

/// <summary>Why a coroutine cannot be restored.</summary>
public enum CoroutineRestoreReason
{
    /// <summary>What is restored cannot be read at all, or says what cannot be.</summary>
    Malformed,

    /// <summary>It names a coroutine that is not in the catalogue.</summary>
    UnknownCoroutine,

    /// <summary>It names a point that the coroutine has not.</summary>
    UnknownPoint,

    /// <summary>The point has been retired.</summary>
    Retired,

    /// <summary>It lacks a variable that the coroutine needs at that point.</summary>
    MissingVariable,

    /// <summary>A variable cannot be read as what the program says that it is.</summary>
    WrongType,

    /// <summary>A coroutine is not of the class that the program says.</summary>
    WrongInner,

    /// <summary>What is not saved has not been supplied.</summary>
    NoSupply,

    /// <summary>It has more coroutines, or more bytes, than are allowed.</summary>
    TooLarge,

    /// <summary>The method that <see cref="CoroutineAttribute.Migrate"/> names has thrown.</summary>
    MigrationFailed,
}

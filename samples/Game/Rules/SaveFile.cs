using System.Text.Json.Serialization;
using CoroutineGen.Json;

namespace Game.Rules;

/// <summary>The save button: the coroutine is the whole state of the game, so there is nothing else to write.</summary>
static class SaveFile
{
    /// <summary>The game as JSON, where it waits.</summary>
    public static byte[] Save(Morris.PlayCoroutine game) => CoroutineJson.Save(game, GameJson.Default);

    /// <exception cref="CoroutineGen.CoroutineRestoreException">That is no saved game.</exception>
    public static Morris.PlayCoroutine Restore(byte[] saved)
        => CoroutineJson.Restore(saved, GameJson.Default, Morris.PlayCoroutine.Restore);
}

/// <summary>The types that are in a save file; no other can be made from one.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Side?))]
sealed partial class GameJson : JsonSerializerContext;

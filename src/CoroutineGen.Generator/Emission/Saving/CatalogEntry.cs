using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>
/// A saveable coroutine as the catalogue of its assembly names it: from its signature only, so that no edit of a body writes that again.
/// </summary>
/// <param name="Type">Its class, from the global namespace; null where the catalogue cannot name it, as that of a private method.</param>
internal sealed record CatalogEntry(string? Type)
{
    /// <summary>The entry of a coroutine; null where it is not saveable.</summary>
    public static CatalogEntry? Of(CoroutineModel model) => !model.IsSaveable ? null
        : new(IsVisible(model) ? $"global::{model.Place.QualifiedName}.{ClassNames.Class(model)}" : null);

    private static bool IsVisible(CoroutineModel model)
        => model.TypeParameters.Length == 0 && model.Place.Types.All(t => t.TypeParameters.Length == 0)
            && (IsVisible(model.Accessibility) || (model.Place.Types.Last().Keyword == "interface" && model.Accessibility.Length == 0))
            && model.Place.Types.Skip(1).All(t => IsVisible(t.Modifiers));

    private static bool IsVisible(string modifiers)
        => modifiers.Split(' ') is var words && (words.Contains("public") || words.Contains("internal"));
}

using CoroutineGen.Generator.Declarations;

namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>The modifiers of what is written for a coroutine, each with the space after it.</summary>
internal static class Modifiers
{
    /// <summary>The accessibility and modifiers that the factory, the class and the step method share.</summary>
    // public static
    public static string Of(CoroutineModel model)
        => Join(model.Accessibility, model.IsStatic ? "static" : "", model.IsReadOnly ? "readonly" : "", model.IsUnsafe ? "unsafe" : "");

    /// <summary>Some modifiers, of which those that are empty are left out.</summary>
    public static string Join(params string[] modifiers) => string.Concat(modifiers.Where(m => m.Length > 0).Select(m => m + " "));
}

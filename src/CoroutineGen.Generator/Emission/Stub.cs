using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// A coroutine whose body is refused or has errors: the signature alone, so that its callers bind and nobody sees an error twice.
/// A stub has no step method; that is what tells it from the real thing.
/// </summary>
internal static class Stub
{
    public static string Message(CoroutineModel model)
        => $"The body of {ClassNames.Plain(model.Name)} could not be made into a coroutine; see the errors that the build reports.";
}

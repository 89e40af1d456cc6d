using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// A coroutine whose body is refused or has errors: the signature alone, so that its callers bind and no error is reported twice. It has no
/// step method, which is how it is told from a complete one.
/// </summary>
// public static RangeCoroutine Range(int start, int end) => throw new NotSupportedException("..");
internal static class Stub
{
    public static string Message(CoroutineModel model)
        => $"The body of {ClassNames.Plain(model.Name)} could not be made into a coroutine; see the errors that the build reports.";
}

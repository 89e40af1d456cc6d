using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes what an asynchronous coroutine with a token parameter does about the token of an enumeration (rules 165 to 168): until the body
/// begins, its parameter is made to listen to both. A body that does not use its parameter has nothing to be told.
/// </summary>
internal static class TokenLinkWriter
{
    // private IDisposable Linked;
    public static void WriteField(SourceWriter writer, ClassShape shape)
    {
        if (Field(shape) is null)
            return;
        writer.Line("private global::System.IDisposable Linked;");
        writer.Line();
    }

    // protected override void Attach(CancellationToken cancellationToken)
    //     => base.LinkToken(ref Frame.token, ref Linked, cancellationToken);
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        if (Field(shape) is not { } field)
            return;
        writer.Line();
        writer.Line($"protected override void Attach({FrameworkNames.CancellationToken} cancellationToken)");
        writer.Line($"=> base.LinkToken(ref Frame.{field}, ref Linked, cancellationToken);", 1);
    }

    /// <summary>The field of the frame that has the parameter; null for none.</summary>
    public static string? Field(ClassShape shape)
        => shape is { Model.TokenParameter: { } token, Body.Frame: { } frame }
            ? frame.Parameters.FirstOrDefault(f => ClassNames.Plain(f.Parameter!) == ClassNames.Plain(token))?.Name
            : null;
}

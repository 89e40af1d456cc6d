using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the members of the base that return the coroutine, with the type of the class.</summary>
// public new RangeCoroutine GetEnumerator() => this;
// public new RangeCoroutine Prime() { base.Prime(); return this; }      of those that can be sent to
internal static class TypedWriter
{
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        string self = ClassNames.Class(shape.Model);
        if (shape.Model.IsAsync)
        {
            WriteAsync(writer, shape, self);
            return;
        }
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public new {self} GetEnumerator() => this;");
        if (shape.Sent is null)
            return;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public new {self} Prime()");
        writer.Line("base.Prime();");
        writer.Line("return this;");
        writer.Close();
    }

    // public new RangeCoroutine GetAsyncEnumerator(CancellationToken cancellationToken = default)
    // {
    //     base.GetAsyncEnumerator(cancellationToken);
    //     return this;
    // }
    // public new ValueTask<RangeCoroutine> PrimeAsync() => base.PrimeAsync(this);
    private static void WriteAsync(SourceWriter writer, ClassShape shape, string self)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Open($"public new {self} GetAsyncEnumerator({FrameworkNames.CancellationToken} cancellationToken = default)");
        writer.Line("base.GetAsyncEnumerator(cancellationToken);");
        writer.Line("return this;");
        writer.Close();
        if (shape.Sent is null)
            return;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public new {FrameworkNames.ValueTask}<{self}> PrimeAsync() => base.PrimeAsync(this);");
    }
}

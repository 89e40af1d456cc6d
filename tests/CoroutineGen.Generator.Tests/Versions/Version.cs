using System.Reflection;
using System.Runtime.Loader;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>A version of a program, generated for, compiled and loaded. Each value that is handed out is answered with what follows from it.</summary>
internal sealed class Version : IDisposable
{
    private readonly AssemblyLoadContext _context = new("version", isCollectible: true);
    private readonly Type _class;
    private readonly Type _host;

    public Version(string source)
    {
        var run = PointsProject.Compile(source).Compiles();
        Assert.DoesNotContain("could not be made into a coroutine", run.Text, StringComparison.Ordinal);
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        _class = _context.LoadFromStream(image).GetTypes().Single(t => t.Name is "OrderCoroutine" or "BuyCoroutine");
        _host = _class.DeclaringType!;
    }

    /// <summary>Whether its coroutines can be restored at all.</summary>
    public bool Restores => _class.GetMethod("Restore") is not null;

    public static int Answer(int value) => unchecked((value * 2) + 1);

    /// <summary>A new coroutine.</summary>
    public object Start() => Factory(0).Invoke(null, [.. new object[] { 10, 5 }.Take(Factory(0).GetParameters().Length)])!;

    /// <summary>What the method hands out push-style, and what it returns: as C# runs it.</summary>
    public List<string> Pushed()
    {
        var values = new List<string>();
        var method = Factory(1);
        Yield<int, int> yield = value =>
        {
            values.Add(value.ToString());
            return Answer(value);
        };
        object? result = method.Invoke(null, [.. new object[] { 10, 5 }.Take(method.GetParameters().Length - 1), yield]);
        return [.. values, $"returns {result}"];
    }

    /// <summary>What is saved of a coroutine of this version.</summary>
    public static List<SavedRecord> Save(object coroutine)
    {
        var writer = new TypedWriter();
        ((ISaveable)coroutine).Save(writer);
        return writer.Records;
    }

    /// <summary>A coroutine of this version that stands where one of another stood.</summary>
    /// <exception cref="CoroutineRestoreException">It is refused.</exception>
    public object Restore(List<SavedRecord> saved)
        => _class.GetMethod("Restore")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [new TypedReader(saved), null], null)!;

    /// <summary>Where a coroutine stands.</summary>
    public static string PointOf(object coroutine) => ((ISaveable)coroutine).PointName;

    /// <summary>Lets a coroutine run to its next yield, with the answer to the value that it has handed out last.</summary>
    /// <returns>False where it has ended.</returns>
    public static bool Step(object coroutine)
    {
        var twoWay = (ICoroutine<int, int>)coroutine;
        return twoWay.State == CoroutineState.Created ? twoWay.MoveNext() : twoWay.TrySend(Answer(twoWay.Current));
    }

    /// <summary>Runs a coroutine to its end: where it stops and what it hands out there, and what it returns.</summary>
    public static List<string> Rest(object coroutine)
    {
        var trace = new List<string>();
        while (Step(coroutine))
            trace.Add($"{PointOf(coroutine)}: {((ICoroutine<int, int>)coroutine).Current}");
        trace.Add($"returns {((ICoroutineResult<int>)coroutine).Result}");
        return trace;
    }

    public void Dispose() => _context.Unload();

    private MethodInfo Factory(int yields) => _host.GetMethods().Single(m => m.Name is "Order" or "Buy"
        && m.GetParameters().Count(p => p.ParameterType.Name.StartsWith("Yield", StringComparison.Ordinal)) == yields
        && m.GetParameters().All(p => !p.ParameterType.IsByRef && p.ParameterType.Assembly != _host.Assembly));
}

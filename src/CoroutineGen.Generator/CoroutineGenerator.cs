using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission;
using CoroutineGen.Generator.Lowering;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator;

/// <summary>
/// Writes the factory, the class and the step method of every [Coroutine] method. It says nothing about the user's code: that is the
/// analyzer's to do, which shares this front end.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CoroutineGenerator : IIncrementalGenerator
{
    private readonly BodyBinder _binder;

    public CoroutineGenerator()
        : this(MethodLowering.Lower, AcceptedBodies.Shared)
    {
    }

    internal CoroutineGenerator(Lower lower, AcceptedBodies? accepted = null) => _binder = new(lower, accepted ?? new());

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var signatures = context.CompilationProvider.SelectMany(Signature.Of).WithTrackingName(Steps.Signatures);
        var keys = context.CompilationProvider.SelectMany(BodyKey.Of).WithTrackingName(Steps.Keys);
        var bodies = keys.Select(_binder.Bind).WithTrackingName(Steps.Bodies);
        var units = signatures.Collect().Combine(bodies.Collect())
            .SelectMany((pair, _) => GeneratedUnit.Join(pair.Left, pair.Right))
            .WithTrackingName(Steps.Units);
        var files = units.Select((unit, _) => GeneratedFile.Of(unit)).WithTrackingName(Steps.Files);
        context.RegisterSourceOutput(files, (output, file) => file.AddTo(output));
    }
}

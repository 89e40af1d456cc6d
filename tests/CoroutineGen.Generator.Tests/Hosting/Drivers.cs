using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>Drivers of generators, set up as a compiler sets them up for its compilation.</summary>
internal static class Drivers
{
    public static GeneratorDriver Of(Compilation compilation, BuildProperties properties, params IIncrementalGenerator[] generators)
        => Create(compilation, properties, generators, tracksSteps: false);

    /// <summary>A driver that remembers why its steps ran.</summary>
    public static GeneratorDriver Tracking(Compilation compilation, BuildProperties properties, params IIncrementalGenerator[] generators)
        => Create(compilation, properties, generators, tracksSteps: true);

    private static CSharpGeneratorDriver Create(
        Compilation compilation, BuildProperties properties, IIncrementalGenerator[] generators, bool tracksSteps) => CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()),
            parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options,
            optionsProvider: properties,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));
}

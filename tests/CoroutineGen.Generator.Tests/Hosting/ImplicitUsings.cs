namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>What the SDK writes for a project that has ImplicitUsings on.</summary>
internal static class ImplicitUsings
{
    public const string Text = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;

        """;
}

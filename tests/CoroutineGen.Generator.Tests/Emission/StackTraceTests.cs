using System.Diagnostics;
using System.Reflection;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>Debuggers and stack traces show the user's own lines: asked of a real assembly and its symbols.</summary>
public sealed class StackTraceTests
{
    private const string Source = """
        using System;
        using CoroutineGen;

        public static partial class Faults
        {
            [Coroutine]
            public static int Run(int at, Yield<int, int> yield)
            {
                int sum = 0;
                for (int i = 0; i < Check(at, 1); i++)
                {
                    sum += yield(i)
                        + Check(at, 2);
                    try
                    {
                        sum += yield(
                            Check(at, 3));
                    }
                    finally
                    {
                        Check(at, 4);
                    }
                }
                return Check(at, 5);
            }

            [Coroutine]
            public static int Guarded(Yield<int, int> yield)
            {
                try
                {
                    return yield.From(
                        Run(5));
                }
                catch (NotSupportedException)
                {
                    return Check(0, 1);
                }
            }

            [Coroutine]
            public static int Around(Yield<int, int> yield)
                => yield.From(Guarded());

            static int Check(int at, int here) => at == here ? throw new InvalidOperationException() : 2;
        }
        """;

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 12)]
    [InlineData(3, 16)]
    [InlineData(4, 21)]
    [InlineData(5, 24)]
    public void NamesTheUsersLine(int at, int line)
    {
        var faults = Load().GetType("Faults")!;
        var coroutine = (Coroutine<int, int>)faults.GetMethod("Run", [typeof(int)])!.Invoke(null, [at])!;
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            while (coroutine.MoveNext())
            {
            }
        });
        var frame = new StackTrace(error, fNeedFileInfo: true).GetFrames().First(f => f.GetMethod()!.Name == "Run");
        Assert.Equal("/src/File1.cs", frame.GetFileName());
        Assert.InRange(frame.GetFileLineNumber(), line, line + 1);
    }

    /// <summary>A coroutine without catch clauses is not entered to fail, so that it is not on the way.</summary>
    [Fact]
    public void NamesTheLinesThroughDelegation()
    {
        var around = (Coroutine<int, int>)Load().GetType("Faults")!.GetMethod("Around", [])!.Invoke(null, [])!;
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            while (around.MoveNext())
            {
            }
        });
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames()
            .Where(f => f.GetMethod()!.DeclaringType!.Name == "Faults" && f.GetMethod()!.Name != "Check")
            .Select(f => $"{f.GetMethod()!.Name} {f.GetFileName()}:{f.GetFileLineNumber()}");
        Assert.Equal(["Run /src/File1.cs:24", "Guarded /src/File1.cs:32"], frames);
    }

    private static Assembly Load()
    {
        var run = Project.Run(Project.Compile(Source)).Compiles();
        using var library = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = ((CSharpCompilation)run.Output).Emit(library, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.Empty(emitted.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        return Assembly.Load(library.ToArray(), symbols.ToArray());
    }
}

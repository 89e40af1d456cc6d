using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
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

            [Coroutine]
            public static async System.Threading.Tasks.Task<int> Later(int at, AsyncYield<int, int> yield)
            {
                await System.Threading.Tasks.Task.Yield();
                Check(at, 1);
                try
                {
                    await yield(await Checked(at, 2));
                    await yield(
                        await Checked(at, 3)
                        + 1);
                }
                finally
                {
                    await Checked(at, 4);
                }
                return await Checked(at, 5);
            }

            [Coroutine]
            public static async System.Threading.Tasks.Task<int> GuardedLater(AsyncYield<int, int> yield)
            {
                await System.Threading.Tasks.Task.Yield();
                try
                {
                    return await yield.From(
                        Later(5));
                }
                catch (NotSupportedException)
                {
                    return 1;
                }
            }

            [Coroutine]
            public static async System.Threading.Tasks.Task<int> AroundLater(AsyncYield<int, int> yield)
                => await yield.From(GuardedLater());

            [Coroutine]
            public static void Small(int at, Yield<int, int> yield)
            {
                yield(1);
                Check(at, 1);
                yield(2);
            }

            [Coroutine]
            public static void AroundSmall(int at, Yield<int, int> yield)
                => yield.From(Small(at));

            [Coroutine]
            public static void Pure(int at, Yield<int, int> yield)
            {
                yield(1);
                yield(1 / (at - 1));
            }

            static async System.Threading.Tasks.Task<int> Checked(int at, int here)
            {
                await System.Threading.Tasks.Task.Yield();
                return Check(at, here);
            }

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

    /// <summary>Through what really awaits: the body's own line, and that of the method that it awaits.</summary>
    [Theory]
    [MemberData(nameof(Awaited))]
    public async Task Names_the_users_line_where_it_awaits(int at, OptimizationLevel optimization)
    {
        var coroutine = (AsyncCoroutine<int, int>)Load(optimization).GetType("Faults")!.GetMethod("Later", [typeof(int)])!.Invoke(null, [at])!;
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            while (await coroutine.MoveNextAsync())
            {
            }
        });
        string[] frames = UsersFrames(error);
        // A statement of several lines may be named by its first.
        int line = at == 1 ? LineOf("        Check(at, 1);") : LineOf($"Checked(at, {at})");
        string found = frames.First(frame => frame.StartsWith("Later", StringComparison.Ordinal));
        Assert.Contains(found, new[] { $"Later /src/File1.cs:{line}", $"Later /src/File1.cs:{(at == 3 ? line - 1 : line)}" });
        Assert.Equal(at > 1, frames.Any(frame => frame.StartsWith("Checked /src/File1.cs:", StringComparison.Ordinal)));
    }

    public static TheoryData<int, OptimizationLevel> Awaited
    {
        get
        {
            var data = new TheoryData<int, OptimizationLevel>();
            for (int at = 1; at <= 5; at++)
            {
                data.Add(at, OptimizationLevel.Debug);
                data.Add(at, OptimizationLevel.Release);
            }
            return data;
        }
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public async Task Names_the_lines_through_awaits_and_delegation(OptimizationLevel optimization)
    {
        var around = (AsyncCoroutine<int, int>)Load(optimization).GetType("Faults")!.GetMethod("AroundLater", [])!.Invoke(null, [])!;
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            while (await around.MoveNextAsync())
            {
            }
        });
        int inner = LineOf("return await Checked(at, 5);"), outer = LineOf("return await yield.From(");
        Assert.Equal([$"Later /src/File1.cs:{inner}", $"GuardedLater /src/File1.cs:{outer}"],
            UsersFrames(error).Where(frame => !frame.StartsWith("Check", StringComparison.Ordinal)));
    }

    /// <summary>
    /// What a log gets, as text: nothing of the generated files, and nothing of the runtime's. In a debug build each frame of the user's in its
    /// line; in an optimised one a small body is a part of the class's own frame, which has the line of the method.
    /// </summary>
    [Theory]
    [InlineData(OptimizationLevel.Debug, "Run", "Faults.Run 24")]
    [InlineData(OptimizationLevel.Release, "Run", "Faults.RunCoroutine.Step 7")]
    [InlineData(OptimizationLevel.Debug, "Small", "Faults.Small 87")]
    [InlineData(OptimizationLevel.Release, "Small", "Faults.SmallCoroutine.Step 84")]
    [InlineData(OptimizationLevel.Debug, "Pure", "Faults.Pure 99")]
    [InlineData(OptimizationLevel.Release, "Pure", "Faults.PureCoroutine.Step 96")]
    [InlineData(OptimizationLevel.Debug, "AroundSmall", "Faults.Small 87")]
    [InlineData(OptimizationLevel.Release, "AroundSmall", "Faults.SmallCoroutine.Step 84")]
    [InlineData(OptimizationLevel.Debug, "Around", "Faults.Run 24", "Faults.Guarded 32")]
    [InlineData(OptimizationLevel.Release, "Around", "Faults.RunCoroutine.Step 7", "Faults.Guarded 32")]
    public void Shows_the_users_frames_and_no_others(OptimizationLevel optimization, string name, params string[] frames)
    {
        var method = Load(optimization).GetType("Faults")!.GetMethods().Single(m => m.Name == name && m.ReturnType.Name.EndsWith("Coroutine", StringComparison.Ordinal));
        var coroutine = (Coroutine<int, int>)method.Invoke(null, [.. method.GetParameters().Select(_ => (object)(name == "Run" ? 5 : 1))])!;
        var error = Assert.ThrowsAny<Exception>(() => Drive(coroutine));
        Assert.DoesNotContain(".g.cs", error.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("at CoroutineGen.Coroutine", error.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("at CoroutineGen.Delegation", error.StackTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("at CoroutineGen.CompilerServices", error.StackTrace, StringComparison.Ordinal);
        var shown = Regex.Matches(error.StackTrace!, @"at (\S+)\(.*\) in /src/File1.cs:line (\d+)").Select(m => $"{m.Groups[1]} {m.Groups[2]}");
        Assert.Equal(frames, shown.Where(frame => !frame.StartsWith("Faults.Check ", StringComparison.Ordinal)));
    }

    /// <summary>A wrong call is shown where the caller made it.</summary>
    [Fact]
    public void A_wrong_call_is_the_callers()
    {
        var coroutine = (Coroutine<int, int>)Load().GetType("Faults")!.GetMethod("Run", [typeof(int)])!.Invoke(null, [0])!;
        var error = Assert.Throws<CoroutineStateException>(() => coroutine.Send(1));
        string first = error.StackTrace!.Split('\n')[0];
        Assert.Contains(nameof(A_wrong_call_is_the_callers), first, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drive(Coroutine<int, int> coroutine)
    {
        while (coroutine.MoveNext())
        {
        }
    }

    private static int LineOf(string text)
        => Array.FindIndex(Source.Split('\n'), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    /// <summary>The frames in the user's file: of an async method the one that its own text has run in, by the method's name.</summary>
    private static string[] UsersFrames(Exception error)
        => [.. new StackTrace(error, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetFileName() == "/src/File1.cs")
            .Select(frame => $"{MethodOf(frame.GetMethod()!)} {frame.GetFileName()}:{frame.GetFileLineNumber()}")];

    // MoveNext of <Later>d__7    ---->  Later
    private static string MethodOf(MethodBase method)
        => method.Name == "MoveNext" ? method.DeclaringType!.Name.Split('<', '>')[1] : method.Name;

    private static Assembly Load() => Load(OptimizationLevel.Debug);

    private static Assembly Load(OptimizationLevel optimization)
    {
        var project = Project.Compile(Source);
        var run = Project.Run(project.WithOptions(project.Options.WithOptimizationLevel(optimization))).Compiles();
        using var library = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = ((CSharpCompilation)run.Output).Emit(library, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.Empty(emitted.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        return Assembly.Load(library.ToArray(), symbols.ToArray());
    }
}

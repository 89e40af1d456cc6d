using System.Runtime.Loader;
using System.Text.Json;
using CoroutineGen.Fuzz.Worlds;

namespace CoroutineGen.Fuzz.Running;

/// <summary>The other side of <see cref="Child"/>: runs batches that its parent names on its input.</summary>
internal static class ChildProcess
{
    public const string Switch = "--child";

    public static void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<ChildRequest>(line)!;
            var context = new AssemblyLoadContext(null, isCollectible: true);
            using (var image = File.OpenRead(request.Path))
            {
                var assembly = context.LoadFromStream(image);
                for (int i = 0; i < request.Programs.Length; i++)
                {
                    Answer(output, new(i, Begins: true));
                    Answer(output, Run(assembly.GetType(request.Programs[i].Type, throwOnError: true)!, request.Programs[i], request.Operations, i));
                }
            }
            context.Unload();
        }
    }

    private static ChildAnswer Run(Type host, ChildProgram program, int operations, int index)
    {
        if (typeof(ProtocolWorld).IsAssignableFrom(host) && program.IsAsync)
            return AsyncRun.Protocol(host, program, operations).GetAwaiter().GetResult() with { Program = index };
        if (World(host, isReference: false) is ProtocolWorld protocol)
        {
            ProtocolScript.Run(protocol, program.Seed, operations);
            return new(index, Begins: false, Actual: [.. protocol.Trace]);
        }
        if (program.IsAsync)
            return AsyncRun.Of(host, program, operations).GetAwaiter().GetResult() with { Program = index };
        var reference = World(host, isReference: true);
        var steps = Script.Choose(reference, program.Seed, operations, program.Closes, program.Threads);
        var expected = reference.Trace.ToArray();
        reference.Abandon();
        var generated = World(host, isReference: false);
        Script.Replay(generated, program.Seed, steps);
        return expected.AsSpan().SequenceEqual(generated.Trace.ToArray())
            ? new(index, Begins: false, Saves: generated.Storage.Outcomes)
            : new(index, Begins: false, expected, [.. generated.Trace]);
    }

    public static World World(Type host, bool isReference)
    {
        var world = (World)Activator.CreateInstance(host)!;
        world.IsReference = isReference;
        return world;
    }

    private static void Answer(TextWriter output, ChildAnswer answer)
    {
        output.WriteLine(JsonSerializer.Serialize(answer));
        output.Flush();
    }
}

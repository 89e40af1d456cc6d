using System.Net;
using System.Net.Sockets;
using System.Text;
using CoroutineGen;

namespace Scheduler;

/// <summary>Tasks that show what the kernel does.</summary>
public static partial class Demo
{
    /// <summary>Two that take turns, one that fails, and one that is killed: the rest goes on.</summary>
    [Coroutine]
    public static void Turns(TextWriter output, Yield<SystemCall, int> yield)
    {
        int me = yield(new WhoAmI());
        int ping = yield(new Spawn("ping", Say(output, "ping", 3)));
        int pong = yield(new Spawn("pong", Say(output, "pong", 2)));
        yield(new Spawn("bad", Fail()));
        int endless = yield(new Spawn("endless", Say(output, null, int.MaxValue)));
        output.WriteLine($"   task {me} has started {ping}, {pong} and others, and waits for {ping}");
        yield(new WaitFor(ping));
        output.WriteLine($"   the endless one is killed: {yield(new Kill(endless)) == 1}; again: {yield(new Kill(endless)) == 1}");
    }

    [Coroutine]
    private static void Say(TextWriter output, string? what, int times, Yield<SystemCall, int> yield)
    {
        try
        {
            for (int i = 1; i <= times; i++)
            {
                if (what is not null)
                    output.WriteLine($"   {what} {i}");
                yield(new Pause());
            }
        }
        finally
        {
            output.WriteLine($"   {what ?? "the endless one"} has cleaned up");
        }
    }

    [Coroutine]
    private static void Fail(Yield<SystemCall, int> yield)
    {
        yield(new Pause());
        throw new InvalidOperationException("it was to be seen what becomes of that");
    }

    /// <summary>A server and its clients, all on one thread.</summary>
    [Coroutine]
    public static void Echoes(TextWriter output, int clients, int lines, Yield<SystemCall, int> yield)
    {
        var listener = Sockets.Listen();
        var address = listener.LocalEndPoint!;
        int server = yield(new Spawn("server", EchoServer.Serve(listener)));
        var echoed = new List<string>();
        var tasks = new List<int>();
        for (int i = 0; i < clients; i++)
            tasks.Add(yield(new Spawn($"client {i}", Client(address, i, lines, echoed))));
        foreach (int task in tasks)
            yield(new WaitFor(task));
        output.WriteLine($"   {clients} clients, {echoed.Count} lines came back, {echoed.Distinct().Count()} different ones");
        yield(new Kill(server));
        output.WriteLine($"   the server is killed, and its listener closed: {listener.SafeHandle.IsClosed}");
    }

    [Coroutine]
    private static void Client(EndPoint address, int number, int lines, List<string> echoed, Yield<SystemCall, int> yield)
    {
        using var socket = yield.From(Sockets.Connect(address));
        for (int i = 0; i < lines; i++)
        {
            string line = $"line {i} of client {number}";
            yield.From(Sockets.Send(socket, Encoding.UTF8.GetBytes(line + "\n")));
            if (yield.From(Line(socket)) is { } back && back == line)
                echoed.Add(back);
        }
    }

    /// <returns>What comes up to the end of a line; null where there is no more.</returns>
    [Coroutine]
    private static string? Line(Socket socket, Yield<SystemCall, int> yield)
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        while (yield.From(Sockets.Receive(socket, one)) > 0)
        {
            if (one[0] == '\n')
                return text.ToString();
            text.Append((char)one[0]);
        }
        return null;
    }
}

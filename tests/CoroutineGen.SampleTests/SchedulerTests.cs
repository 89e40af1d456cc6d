using System.Net;
using System.Net.Sockets;
using CoroutineGen.Tests;
using Scheduler;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The little operating system: its demonstration, its edges, and a client that is none of its tasks.</summary>
public partial class SchedulerTests
{
    [Fact]
    public void The_sample_runs_a_server_and_a_hundred_clients()
    {
        const string Expected = """
            Tasks take turns:
               ping 1
               ping 2
               pong 1
               ping 3
               pong 2
               ping has cleaned up
               pong has cleaned up
            bad failed: it was to be seen what becomes of that
               task 1 has started 2, 3 and others, and waits for 2
               the endless one has cleaned up
               the endless one is killed: True; again: False
            A server and a hundred clients, on one thread:
               100 clients, 1000 lines came back, 1000 different ones
               the server is killed, and its listener closed: True
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ChildProgram.Run("Scheduler.dll").ReplaceLineEndings("\n"));
    }

    [Coroutine]
    private static void Waits(int forTask, List<string> log, Yield<SystemCall, int> yield)
    {
        try
        {
            log.Add($"{yield(new WaitFor(forTask))}");
        }
        finally
        {
            log.Add("left");
        }
    }

    [Coroutine]
    private static void Kills(int task, List<string> log, Yield<SystemCall, int> yield)
    {
        int me = yield(new WhoAmI());
        log.Add($"itself: {yield(new Kill(me))}");
        log.Add($"{yield(new Kill(task))}");
        log.Add($"nobody: {yield(new WaitFor(task))}");
    }

    [Fact]
    public void Who_waits_for_what_is_killed_goes_on_and_nobody_kills_itself()
    {
        var log = new List<string>();
        var kernel = new Kernel(TextWriter.Null);
        kernel.Start("sleeper", Waits(2, log));
        kernel.Start("other", Waits(1, log));
        kernel.Start("killer", Kills(1, log));
        kernel.Run();
        Assert.Equal(["1", "1", "itself: 0", "left", "left", "nobody: 0"], log.Order(StringComparer.Ordinal));
        Assert.Equal("itself: 0", log[0]);
        Assert.Equal("left", log[1]);
    }

    [Fact]
    public void Tasks_that_wait_for_each_other_are_told_and_not_waited_for()
    {
        var kernel = new Kernel(TextWriter.Null);
        kernel.Start("first", Waits(2, []));
        kernel.Start("second", Waits(1, []));
        string message = Assert.Throws<InvalidOperationException>(kernel.Run).Message;
        Assert.Contains("first", message, StringComparison.Ordinal);
        Assert.Contains("Waits [Suspended] at SchedulerTests.cs:", message, StringComparison.Ordinal);
    }

    [Coroutine]
    private static void Reads(Socket socket, Yield<SystemCall, int> yield) => yield.From(Sockets.Receive(socket, new byte[1]));

    [Coroutine]
    private static void Closes(Socket socket, Yield<SystemCall, int> yield)
    {
        yield(new Pause());
        socket.Dispose();
        yield(new Pause());
    }

    [Fact]
    public void Who_waits_for_a_socket_that_another_one_closes_fails_alone()
    {
        var log = new StringWriter();
        var kernel = new Kernel(log);
        var socket = Sockets.Listen();
        kernel.Start("reads", Reads(socket));
        kernel.Start("closes", Closes(socket));
        kernel.Run();
        Assert.StartsWith("reads failed: ", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("closes failed", log.ToString(), StringComparison.Ordinal);
    }

    [Coroutine]
    private static void ServesUntilStopped(Socket listener, CancellationToken stop, Yield<SystemCall, int> yield)
    {
        int server = yield(new Spawn("server", EchoServer.Serve(listener)));
        while (!stop.IsCancellationRequested)
            yield(new Pause());
        yield(new Kill(server));
    }

    [Fact]
    public async Task A_client_from_outside_gets_back_a_megabyte_as_it_sent_it()
    {
        var listener = Sockets.Listen();
        var address = (IPEndPoint)listener.LocalEndPoint!;
        using var stop = new CancellationTokenSource();
        var kernel = new Kernel(TextWriter.Null);
        kernel.Start("main", ServesUntilStopped(listener, stop.Token));
        var running = Task.Run(kernel.Run);

        byte[] sent = new byte[1 << 20], received = new byte[1 << 20];
        new Random(1).NextBytes(sent);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(address);
            var stream = client.GetStream();
            var writing = stream.WriteAsync(sent).AsTask();
            await stream.ReadExactlyAsync(received);
            await writing;
        }
        Assert.True(sent.AsSpan().SequenceEqual(received));
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(listener.SafeHandle.IsClosed);
    }
}

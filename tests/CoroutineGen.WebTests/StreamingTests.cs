using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CoroutineGen.WebTests;

/// <summary>
/// A minimal API that returns coroutines, Kestrel, and a real client that goes away half-way. Every wait is for something that is told; the
/// limit only says how long a test that hangs is waited for.
/// </summary>
public sealed class StreamingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_whole_stream_arrives()
    {
        await using var server = await Server.Start("/", () => Streams.Short());
        string[]? lines = await server.Client.GetFromJsonAsync<string[]>("/").WaitAsync(Limit);
        Assert.Equal(["line 1", "line 2", "line 3"], lines!);
    }

    /// <summary>The body awaits when the client goes away: the token brings it back, and what its finally block awaits is waited for.</summary>
    [Fact]
    public async Task A_client_disconnects_while_the_body_awaits()
    {
        var probe = new Probe();
        Streams.WaitingCoroutine? coroutine = null;
        await using var server = await Server.Start("/", (CancellationToken token) => coroutine = Streams.Waiting(probe, token));
        await Read(server.Client, ["line 1", "line 2"]);

        await probe.Begun.WaitAsync(Limit);
        Assert.False(probe.Ended.IsCompleted);
        Assert.Equal(CoroutineState.Running, coroutine!.State);

        probe.MayEnd();
        await probe.Ended.WaitAsync(Limit);
        Assert.Equal(["begun, cancelled: True", "ended"], probe.Said);
        await server.Idle.WaitAsync(Limit);
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.IsAssignableFrom<OperationCanceledException>(coroutine.Error);
    }

    /// <summary>
    /// The body waits at a yield, since nobody reads what it hands out: it is closed there. The endpoint writes itself: what serializes
    /// an IAsyncEnumerable to JSON in .NET 10 now and then returns without having disposed of it, of C#'s own iterators too.
    /// </summary>
    [Fact]
    public async Task A_client_disconnects_while_the_body_is_suspended()
    {
        var probe = new Probe();
        Streams.EndlessCoroutine? coroutine = null;
        await using var server = await Server.Start("/", async (HttpContext context) =>
        {
            await foreach (string line in coroutine = Streams.Endless(probe))
                await context.Response.WriteAsync(line, context.RequestAborted);
        });
        using (var response = await server.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead).WaitAsync(Limit))
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            Assert.Equal('x', body.ReadByte());
        }

        await probe.Begun.WaitAsync(Limit);
        Assert.False(probe.Ended.IsCompleted);

        probe.MayEnd();
        await probe.Ended.WaitAsync(Limit);
        Assert.Equal(["inner", "begun, cancelled: False", "ended"], probe.Said);
        await server.Idle.WaitAsync(Limit);
        Assert.Equal(CoroutineState.Closed, coroutine!.State);
        Assert.Null(coroutine.Error);
    }

    [Fact]
    public async Task A_client_disconnects_from_within_a_delegation()
    {
        var probe = new Probe { EndsWithInner = false };
        Streams.DelegatingCoroutine? coroutine = null;
        await using var server = await Server.Start("/", (CancellationToken token) => coroutine = Streams.Delegating(probe, token));
        await Read(server.Client, ["first", "line 1", "line 2"]);

        await probe.Begun.WaitAsync(Limit);
        probe.MayEnd();
        await probe.Ended.WaitAsync(Limit);
        Assert.Equal(["begun, cancelled: True", "ended", "outer"], probe.Said);
        await server.Idle.WaitAsync(Limit);
        Assert.Equal(CoroutineState.Closed, coroutine!.State);
    }

    /// <summary>Reads the first lines of a stream, and hangs up.</summary>
    private static async Task Read(HttpClient client, string[] expected)
    {
        using var response = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead).WaitAsync(Limit);
        await using var body = await response.Content.ReadAsStreamAsync();
        var read = new List<string?>();
        await foreach (string? line in JsonSerializer.DeserializeAsyncEnumerable<string>(body))
        {
            read.Add(line);
            if (read.Count == expected.Length)
                break;
        }
        Assert.Equal(expected, read);
    }

    /// <summary>A server in this process, at a port that it chooses, and a client for it.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Server(WebApplication app) => _app = app;

        public required HttpClient Client { get; init; }

        /// <summary>Completed where the first request has been left.</summary>
        public Task Idle => _idle.Task;

        public static async Task<Server> Start(string path, Delegate endpoint)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            Server? server = null;
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                finally
                {
                    server!._idle.TrySetResult();
                }
            });
            app.MapGet(path, endpoint);
            await app.StartAsync();
            return server = new Server(app) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _app.DisposeAsync();
        }
    }
}

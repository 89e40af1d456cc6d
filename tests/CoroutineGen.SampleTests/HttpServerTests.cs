using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text;
using CoroutineGen.Tests;
using Http;
using Http.Parsing;
using Http.Serving;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The HTTP sample behind a socket, by clients that others have written.</summary>
public class HttpServerTests
{
    public static TheoryData<int> Pieces => [1, 7, 4096];

    [Fact]
    public void The_demo_tells_what_the_transcript_says()
        => Transcript.Check("samples/Http/demo.txt", ChildProgram.Run("Http.dll", "--demo"));

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task HttpClient_is_understood(int piece)
    {
        await using var server = new Server(Echo.Answer, piece: piece);
        using var client = new HttpClient { BaseAddress = server.Address };

        Assert.Equal(
            "GET /a%20b?c=d HTTP/1.1\nAccept: text/plain\nbody: 0 bytes, e3b0c44298fc1c14\n",
            await Say(HttpMethod.Get, "/a b?c=d", null, false));
        foreach (int size in new[] { 0, 1, 100, 20_000 })
        {
            byte[] body = new byte[size];
            new Random(size).NextBytes(body);
            string expected = $"Accept: text/plain\n{{0}}\n{SumOf(body)}\n";
            string counted = await Say(HttpMethod.Post, "/b", body, false);
            Assert.Equal($"POST /b HTTP/1.1\n{string.Format(null, expected, $"Content-Length: {size}")}", counted);
            string chunked = await Say(HttpMethod.Put, "/c", body, true);
            Assert.Equal($"PUT /c HTTP/1.1\n{string.Format(null, expected, "Transfer-Encoding: chunked")}", chunked);
        }

        // At once, over several connections, each of which is used again.
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Say(HttpMethod.Get, $"/{n}", null, false)));
        Assert.All(Enumerable.Range(0, 40), n => Assert.StartsWith($"GET /{n} HTTP/1.1\n", answers[n], StringComparison.Ordinal));

        async Task<string> Say(HttpMethod method, string target, byte[]? body, bool chunked)
        {
            using var request = new HttpRequestMessage(method, target) { Headers = { Accept = { new("text/plain") } } };
            if (body is not null)
                request.Content = new ByteArrayContent(body);
            request.Headers.TransferEncodingChunked = chunked ? true : null;
            request.Headers.ExpectContinue = chunked ? null : false;
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task A_client_that_asks_first_is_told_to_go_on(int piece)
    {
        await using var server = new Server(Echo.Answer, piece: piece);
        // Without being told, this one would wait for an hour.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromHours(1) });
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = new StringContent("hello") };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);
        Assert.Contains("body: 5 bytes", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task What_is_too_much_is_answered(int piece)
    {
        await using var server = new Server(Echo.Answer, limits: new Limits { Body = 1000, RequestLine = 200, Fields = 300 }, piece: piece);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var small = await client.PostAsync("/", new ByteArrayContent(new byte[1000]));
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        using var large = await client.PostAsync("/", new ByteArrayContent(new byte[1001]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.True(large.Headers.ConnectionClose);
        using var target = await client.GetAsync("/" + new string('x', 200));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, target.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", new string('x', 300) } } };
        using var fields = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, fields.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task Curl_is_understood(int piece)
    {
        await using var server = new Server(Echo.Answer, piece: piece);
        string uri = server.Address.ToString();
        if (await Curl("", $"{uri}one", $"{uri}two") is not { } both)
            return;
        Assert.Contains("GET /one HTTP/1.1\n", both);
        Assert.Contains("GET /two HTTP/1.1\n", both);
        // The second request goes over the connection of the first.
        Assert.Contains("connections: 0", both);

        Assert.Contains("Content-Length: 5\n", await Curl("hello", uri, "--data-binary", "@-"));
        string body = new('x', 5000);
        string? chunked = await Curl(body, uri, "-H", "Transfer-Encoding: chunked", "-H", "Expect: 100-continue", "-T", "-");
        Assert.Contains("PUT / HTTP/1.1\n", chunked);
        Assert.Contains("Transfer-Encoding: chunked\n", chunked);
        Assert.Contains(SumOf(Encoding.Latin1.GetBytes(body)), chunked);
        Assert.Contains("HTTP/1.1 400", await Curl("", uri, "-i", "-H", "Host:"));
    }

    // What the sample says of a body.
    private static string SumOf(byte[] body) => Echo.Answer(new Request(new Head("", "", 1, [], 0, true), body, [])).Text.Split('\n')[1];

    // What curl prints; null where it is not.
    private static async Task<string?> Curl(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("curl", ["-s", "--noproxy", "*", "-w", "connections: %{num_connects}\n", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var curl = Process.Start(start)!;
            await curl.StandardInput.WriteAsync(input);
            curl.StandardInput.Close();
            string output = await curl.StandardOutput.ReadToEndAsync();
            await curl.WaitForExitAsync();
            Assert.Equal(0, curl.ExitCode);
            return output;
        }
        catch (Win32Exception)
        {
            await Console.Error.WriteLineAsync("There is no curl on this machine: the server is not tried with it.");
            return null;
        }
    }
}

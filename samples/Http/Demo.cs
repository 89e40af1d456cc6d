using System.Net.Sockets;
using System.Text;
using Http.Serving;

namespace Http;

/// <summary>A server, and what clients say to it. What it prints is the same each time.</summary>
static class Demo
{
    public static async Task Run(TextWriter output)
    {
        // Seven bytes at a time: nothing that is read is where a line or a chunk ends.
        await using var server = new Server(Echo.Answer, piece: 7);
        await output.WriteLineAsync("HttpClient:\n");
        using var client = new HttpClient { BaseAddress = server.Address };
        await output.WriteLineAsync(await client.GetStringAsync("/hello?who=world"));
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/upload")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789", 1000))))),
            Headers = { TransferEncodingChunked = true },
        };
        using var answer = await client.SendAsync(upload);
        await output.WriteLineAsync(await answer.Content.ReadAsStringAsync());

        await output.WriteLineAsync("By hand:\n");
        string[] requests =
        [
            "GET /one HTTP/1.1\r\nHost: here\r\n\r\nGET /two HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nSum: 294\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: here\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nabc",
        ];
        foreach (string request in requests)
            await output.WriteLineAsync($"{request.Replace("\r\n", "|")}\n{await Say(server.Address.Port, request)}\n");
    }

    private static async Task<string> Say(int port, string request)
    {
        using var socket = new TcpClient("127.0.0.1", port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync()).ReplaceLineEndings("\n");
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CoroutineGen;
using Http.Parsing;

namespace Http.Serving;

/// <summary>A connection: what comes from the socket is sent to the parser, and what that hands out is answered.</summary>
/// <param name="socket">Where it comes from.</param>
/// <param name="answer">What to say to a request.</param>
/// <param name="limits">How much a client may ask for.</param>
/// <param name="piece">How many bytes are read at a time.</param>
/// <param name="patience">How long to wait for them.</param>
sealed class Connection(Socket socket, Func<Request, Response> answer, Limits limits, int piece, TimeSpan patience)
{
    private readonly byte[] _buffer = new byte[piece];

    public async Task Serve()
    {
        try
        {
            await Exchange();
        }
        catch (BadRequestException e)
        {
            await Write(new Response(e.Status, e.Message + "\n"), withBody: true, keepsAlive: false);
            await Leave();
        }
    }

    private async Task Exchange()
    {
        var parser = HttpParser.Connection(limits, new Input());
        Head? head = null;
        var body = new MemoryStream();
        while (parser.State == CoroutineState.Suspended)
        {
            switch (parser.Current)
            {
                case Head next:
                    head = next;
                    body.SetLength(0);
                    if (head.AwaitsContinue)
                        await Write("HTTP/1.1 100 Continue\r\n\r\n");
                    parser.TrySend(default);
                    break;
                case Body next:
                    body.Write(next.Bytes);
                    parser.TrySend(default);
                    break;
                case End end:
                    await Write(answer(new Request(head!, body.ToArray(), end.Trailers)), head!.Method != "HEAD", head.KeepsAlive);
                    parser.TrySend(default);
                    break;
                default:
                    await Read(parser);
                    break;
            }
        }
    }

    private async Task Read(Coroutine<Part, ReadOnlyMemory<byte>> parser)
    {
        using var timeout = new CancellationTokenSource(patience);
        int count;
        try
        {
            count = await socket.ReceiveAsync(_buffer, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            parser.TryThrow(new TimeoutException());
            return;
        }
        if (count == 0)
            parser.TryThrow(new EndOfStreamException());
        else
            parser.TrySend(_buffer.AsMemory(0, count));
    }

    private Task Write(Response response, bool withBody, bool keepsAlive)
    {
        byte[] body = Encoding.UTF8.GetBytes(response.Text);
        return Write(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {ReasonOf(response.Status)}\r\n")
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n")
            + (keepsAlive ? "\r\n" : "Connection: close\r\n\r\n"), withBody ? body : []);
    }

    private async Task Write(string head, byte[]? body = null)
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes(head), .. body ?? []];
        for (int sent = 0; sent < bytes.Length;)
            sent += await socket.SendAsync(bytes.AsMemory(sent));
    }

    // A socket that is closed while bytes come resets the connection, and the client might lose the answer: so they are read first, for a
    // while.
    private async Task Leave()
    {
        socket.Shutdown(SocketShutdown.Send);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            while (await socket.ReceiveAsync(_buffer, timeout.Token) > 0)
                continue;
        }
        catch (OperationCanceledException)
        {
            // It has had its time.
        }
    }

    private static string ReasonOf(int status) => status switch
    {
        200 => "OK",
        404 => "Not Found",
        408 => "Request Timeout",
        413 => "Content Too Large",
        414 => "URI Too Long",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        505 => "HTTP Version Not Supported",
        _ => "Bad Request",
    };
}

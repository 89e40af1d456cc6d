using CoroutineGen;

namespace Http.Parsing;

/// <summary>
/// HTTP/1.1, the server's side, without a socket: coroutines that are sent bytes, in whatever pieces they come, and hand out what these
/// mean. The text reads like the grammar, since where it is in a request is where it waits.
/// </summary>
static partial class HttpParser
{
    /// <summary>
    /// All requests of a connection. What is sent to it is the next bytes, whatever it has handed out. That there are none any more is
    /// thrown into it, as an <see cref="EndOfStreamException"/>, and that they do not come in time as a <see cref="TimeoutException"/>.
    /// </summary>
    /// <returns>How many requests there were.</returns>
    /// <exception cref="BadRequestException">What came is no request; nothing after it can be understood.</exception>
    [Coroutine(Primed = true)]
    public static int Connection(Limits limits, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        for (int requests = 0; ; requests++)
        {
            try
            {
                while (!input.SkipsEmptyLines())
                    input.Add(hand(Part.More));
            }
            catch (Exception e) when (e is EndOfStreamException or TimeoutException)
            {
                // Between two requests a client may leave.
                return requests;
            }

            try
            {
                var head = hand.From(RequestHead(limits, input));
                input.Add(hand(head));
                var trailers = hand.From(RequestBody(head, limits, input));
                input.Add(hand(new End(trailers)));
                if (!head.KeepsAlive)
                    return requests + 1;
            }
            catch (EndOfStreamException)
            {
                throw input.Bad(400, "The connection ends within a request.");
            }
            catch (TimeoutException)
            {
                throw input.Bad(408, "The rest of the request did not come in time.");
            }
        }
    }

    [Coroutine]
    private static Head RequestHead(Limits limits, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        string line = hand.From(Line(limits.RequestLine, 414, "request line", input));
        var (method, target, minor) = Grammar.RequestLine(line, input);
        var fields = hand.From(AllFields(limits, input));
        return Framing.Decide(method, target, minor, fields, limits, input);
    }

    [Coroutine]
    private static Fields RequestBody(Head head, Limits limits, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        if (head.Length is { } length)
        {
            hand.From(Counted(length, input));
            return [];
        }

        for (long total = 0; ;)
        {
            string line = hand.From(Line(limits.ChunkLine, 400, "size of a chunk", input));
            long size = Grammar.ChunkSize(line, input);
            if (size == 0)
                return hand.From(AllFields(limits, input));
            if ((total += size) > limits.Body)
                throw input.Bad(413, $"The body is longer than {limits.Body} bytes.");
            hand.From(Counted(size, input));
            hand.From(Line(0, 400, "line behind a chunk", input));
        }
    }

    [Coroutine]
    private static void Counted(long length, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        while (length > 0)
        {
            byte[] piece = input.Take(length);
            length -= piece.Length;
            input.Add(hand(piece.Length > 0 ? new Body(piece) : Part.More));
        }
    }

    [Coroutine]
    private static Fields AllFields(Limits limits, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        var fields = new Fields();
        for (int left = limits.Fields; ;)
        {
            string line = hand.From(Line(left, 431, "header", input));
            if (line.Length == 0)
                return fields;
            if (fields.Count == limits.FieldCount)
                throw input.Bad(431, $"There are more than {limits.FieldCount} header fields.");
            left = Math.Max(0, left - line.Length);
            var (name, value) = Grammar.Field(line, input);
            fields.Add(name, value);
        }
    }

    [Coroutine]
    private static string Line(int limit, int status, string what, Input input, Yield<Part, ReadOnlyMemory<byte>> hand)
    {
        string? line;
        while ((line = input.TakeLine(limit, status, what)) is null)
            input.Add(hand(Part.More));
        return line;
    }
}

using System.Text;
using Http.Parsing;

namespace CoroutineGen.SampleTests;

/// <summary>What the parser of the HTTP sample makes of some bytes that come in pieces, in words.</summary>
internal sealed class HttpTrace
{
    private readonly StringBuilder _text = new();
    private readonly MemoryStream _body = new();

    private HttpTrace()
    {
    }

    /// <summary>All that has been understood, and how it has ended.</summary>
    public string Text => _text.ToString();

    /// <summary>The requests that are complete.</summary>
    public List<(Head Head, byte[] Body, Fields Trailers)> Requests { get; } = [];

    /// <summary>Where in the bytes the body of each of these begins.</summary>
    public List<long> Bodies { get; } = [];

    /// <summary>Feeds all bytes, in pieces of those sizes, and says then that there are no more.</summary>
    public static HttpTrace Of(byte[] bytes, Func<int> piece, Limits? limits = null)
    {
        var trace = new HttpTrace();
        var input = new Input();
        int fed = 0;
        try
        {
            var parser = HttpParser.Connection(limits ?? new Limits(), input);
            Head? head = null;
            for (int parts = 0; parser.State == CoroutineState.Suspended; parts++)
            {
                if (parts > 4 * bytes.Length + 16)
                    throw new InvalidOperationException("It hands out more than there can be.");
                // Nothing is lost: each byte that was fed is understood or still there.
                if (input.Position + input.Length != fed)
                    throw new InvalidOperationException($"Of {fed} bytes {input.Position} are understood and {input.Length} are left.");
                ReadOnlyMemory<byte> more = default;
                if (parser.Current == Part.More)
                {
                    more = bytes.AsMemory(fed, Math.Min(piece(), bytes.Length - fed));
                    fed += more.Length;
                    if (more.IsEmpty)
                    {
                        parser.TryThrow(new EndOfStreamException());
                        continue;
                    }
                }
                else
                {
                    trace.Add(parser.Current, ref head, input.Position);
                }
                parser.TrySend(more);
            }
            trace._text.Append($"{parser.Result} requests");
        }
        catch (BadRequestException e)
        {
            trace._text.Append($"{e.Status}: {e.Message}");
        }
        return trace;
    }

    private void Add(Part part, ref Head? head, long position)
    {
        switch (part)
        {
            case Head next:
                head = next;
                _body.SetLength(0);
                Bodies.Add(position);
                _text.Append($"{next.Method} {next.Target} 1.{next.Minor} {next.Length} {next.KeepsAlive} {In(next.Fields)}\n");
                break;
            case Body next:
                _body.Write(next.Bytes);
                break;
            case End end:
                Requests.Add((head!, _body.ToArray(), end.Trailers));
                _text.Append($"{Convert.ToHexString(_body.ToArray())} {In(end.Trailers)}\n");
                break;
        }
    }

    private static string In(Fields fields) => string.Join('|', fields.Select(field => $"{field.Key}={field.Value}"));
}

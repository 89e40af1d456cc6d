using System.Text;

namespace Http.Parsing;

/// <summary>The bytes that have come and are not understood yet. It knows lines and counts, and nothing of sockets.</summary>
sealed class Input
{
    private byte[] _bytes = new byte[256];
    private int _start;
    private int _end;

    // How many of them have been looked at for the end of a line.
    private int _seen;

    /// <summary>How many bytes of the connection have been understood.</summary>
    public long Position { get; private set; }

    /// <summary>How many are here that have not.</summary>
    public int Length => _end - _start;

    public void Add(ReadOnlyMemory<byte> more)
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end + more.Length > _bytes.Length)
        {
            var room = Length + more.Length > _bytes.Length / 2 ? new byte[2 * (Length + more.Length)] : _bytes;
            _bytes.AsSpan(_start, Length).CopyTo(room);
            (_bytes, _start, _end) = (room, 0, Length);
        }
        more.Span.CopyTo(_bytes.AsSpan(_end));
        _end += more.Length;
    }

    /// <summary>Takes an empty line away, if that is what comes next.</summary>
    /// <returns>Whether it can be told what comes next, and that is no empty line.</returns>
    public bool SkipsEmptyLines()
    {
        while (Length >= 2 && _bytes[_start] == '\r' && _bytes[_start + 1] == '\n')
            Take(2);
        return Length >= 2 || (Length == 1 && _bytes[_start] != '\r');
    }

    /// <summary>Takes a line, without its end; null as long as it is not whole.</summary>
    /// <param name="limit">How long it may be.</param>
    /// <param name="status">What is answered if it is longer.</param>
    /// <param name="what">What kind of line that is.</param>
    /// <exception cref="BadRequestException">It is longer, or has half an end.</exception>
    public string? TakeLine(int limit, int status, string what)
    {
        for (; _seen < Length; _seen++)
        {
            byte next = _bytes[_start + _seen];
            bool afterReturn = _seen > 0 && _bytes[_start + _seen - 1] == '\r';
            if (next == '\n')
            {
                if (!afterReturn)
                    throw Bad(400, $"The {what} ends with LF alone.");
                string line = Encoding.Latin1.GetString(_bytes, _start, _seen - 1);
                Skip(_seen + 1);
                return line;
            }
            if (afterReturn)
                throw Bad(400, $"There is a CR within the {what}.");
            if (next != '\r' && _seen >= limit)
                throw Bad(status, limit == 0 ? $"The {what} is not empty." : $"The {what} is longer than {limit} bytes.");
        }
        return null;
    }

    /// <summary>Takes what is there, up to so many bytes.</summary>
    public byte[] Take(long atMost)
    {
        byte[] taken = _bytes.AsSpan(_start, (int)Math.Min(atMost, Length)).ToArray();
        Skip(taken.Length);
        return taken;
    }

    /// <summary>An error here.</summary>
    public BadRequestException Bad(int status, string reason) => new(status, reason, Position);

    private void Skip(int count)
    {
        _start += count;
        Position += count;
        _seen = 0;
    }
}

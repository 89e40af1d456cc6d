using System.Text;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>
/// 100,000 mutated requests: each is understood or refused, the same in one piece and in many; what is understood has the bytes that were
/// sent, and is the same once it has been written down again.
/// </summary>
public class HttpFuzzTests
{
    private const int Mutants = 100_000;

    private static readonly string[] _requests =
    [
        "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /a?b=c HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello",
        "PUT /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\na;x\r\n0123456789\r\n0\r\nSum: 7\r\n\r\n",
        "HEAD /x HTTP/1.1\r\nHost: h\r\nAccept: */*\r\nConnection: close\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n\r\n",
    ];

    private static readonly string[] _words =
    [
        "\r\n", "\n", "\r", " ", ":", ";", ",", "0", "1", "5", "a", "ff", "\t", "\0", "\u00ff", "-", "chunked", "close", "Host: g\r\n",
        "Content-Length: 3\r\n", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "HTTP/1.1", "GET ", "\r\n\r\n",
    ];

    [Fact]
    public void Mutants_are_understood_or_refused_alike_in_all_pieces()
    {
        int understood = 0;
        var answers = new HashSet<string>();
        Parallel.For(0, Mutants, seed =>
        {
            var random = new Random(seed);
            byte[] bytes = Mutant(random);
            var whole = HttpTrace.Of(bytes, () => bytes.Length + 1);
            string inPieces = HttpTrace.Of(bytes, () => random.Next(1, 12)).Text;
            Assert.True(whole.Text == inPieces, $"{seed}: {whole.Text} in one piece, {inPieces} in many");
            HasTheBytes(whole, bytes, seed);
            IsTheSameAgain(whole, seed);
            Interlocked.Add(ref understood, whole.Requests.Count);
            lock (answers)
                answers.Add(whole.Text.Split('\n')[^1].Split(" (")[0]);
        });
        // Enough of both, or it would show nothing.
        Assert.True(understood > Mutants / 2, $"{understood} understood");
        Assert.True(answers.Count(answer => answer.StartsWith("400", StringComparison.Ordinal)) >= 12, string.Join('\n', answers));
    }

    private static byte[] Mutant(Random random)
    {
        var text = new StringBuilder();
        for (int n = random.Next(1, 4); n > 0; n--)
            text.Append(_requests[random.Next(_requests.Length)]);
        for (int n = random.Next(0, 4); n > 0 && text.Length > 0; n--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 8), text.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(256);
                    break;
                case 1:
                    text.Remove(at, length);
                    break;
                case 2:
                    text.Insert(at, _words[random.Next(_words.Length)]);
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, length));
                    break;
                default:
                    text.Length = Math.Max(1, at);
                    break;
            }
        }
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    // By another way of reading: the whole text is there, and a body is what stands behind its head.
    private static void HasTheBytes(HttpTrace trace, byte[] bytes, int seed)
    {
        for (int n = 0; n < trace.Requests.Count; n++)
        {
            var (head, body, _) = trace.Requests[n];
            string rest = Encoding.Latin1.GetString(bytes, (int)trace.Bodies[n], bytes.Length - (int)trace.Bodies[n]);
            string expected = head.Length is { } length ? rest[..(int)length] : Unchunked(rest);
            Assert.True(expected == Encoding.Latin1.GetString(body), $"{seed}: the body is {expected}");
        }
    }

    private static string Unchunked(string text)
    {
        string body = "";
        while (true)
        {
            string line = text[..text.IndexOf("\r\n", StringComparison.Ordinal)];
            int size = Convert.ToInt32(line.Split(';')[0].Trim(), 16);
            if (size == 0)
                return body;
            body += text.Substring(line.Length + 2, size);
            text = text[(line.Length + 2 + size + 2)..];
        }
    }

    private static void IsTheSameAgain(HttpTrace trace, int seed)
    {
        foreach (var (head, body, trailers) in trace.Requests)
        {
            var text = new StringBuilder($"{head.Method} {head.Target} HTTP/1.{head.Minor}\r\n");
            foreach (var (name, value) in head.Fields)
                text.Append($"{name}: {value}\r\n");
            text.Append("\r\n");
            string content = Encoding.Latin1.GetString(body);
            if (head.Length is not null)
                text.Append(content);
            else
                text.Append(content.Length > 0 ? $"{content.Length:x}\r\n{content}\r\n" : "").Append("0\r\n")
                    .Append(string.Concat(trailers.Select(field => $"{field.Key}: {field.Value}\r\n"))).Append("\r\n");
            var again = HttpTrace.Of(Encoding.Latin1.GetBytes(text.ToString()), () => 4096);
            Assert.True(trace.Text.Contains(again.Text[..again.Text.LastIndexOf('\n')], StringComparison.Ordinal), $"{seed}: {again.Text}");
            Assert.Single(again.Requests);
        }
    }
}

using System.Text;
using Http.Parsing;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The parser of the HTTP sample: what it understands, what it refuses and with which words, in pieces of each size.</summary>
public class HttpParserTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: h\r\n";

    [Theory]
    [InlineData("", "0 requests")]
    [InlineData("\r\n\r\n", "0 requests")]
    [InlineData(Get + "\r\n", "GET / 1.1 0 True Host=h\n \n1 requests")]
    [InlineData("\r\n" + Get + "\r\n\r\n", "GET / 1.1 0 True Host=h\n \n1 requests")]
    [InlineData(Get + "Connection: Close\r\n\r\nwhat is this", "GET / 1.1 0 False Host=h|Connection=Close\n \n1 requests")]
    [InlineData("GET / HTTP/1.0\r\n\r\nGET", "GET / 1.0 0 False \n \n1 requests")]
    [InlineData("GET / HTTP/1.0\r\nConnection: x, keep-alive\r\n\r\n", "GET / 1.0 0 True Connection=x, keep-alive\n \n1 requests")]
    [InlineData("OPTIONS * HTTP/1.1\r\nhOST:h\r\nA:\r\nA: \t b c\t \r\n\r\n", "OPTIONS * 1.1 0 True hOST=h|A=|A=b c\n \n1 requests")]
    [InlineData(Get + "Content-Length: 3\r\n\r\n\r\n!" + Get + "\r\n",
        "GET / 1.1 3 True Host=h|Content-Length=3\n0D0A21 \nGET / 1.1 0 True Host=h\n \n2 requests")]
    [InlineData(Get + "Transfer-Encoding: Chunked\r\n\r\n2\r\nab\r\n00A ;x=\"y\"\r\n0123456789\r\n000\r\nSum: 1\r\n\r\n",
        "GET / 1.1  True Host=h|Transfer-Encoding=Chunked\n616230313233343536373839 Sum=1\n1 requests")]
    public void It_understands(string bytes, string expected) => Check(bytes, expected);

    [Theory]
    [InlineData("GET", "400: The connection ends within a request. (behind byte 0)")]
    [InlineData("GET / HTTP/1.1\n", "400: The request line ends with LF alone. (behind byte 0)")]
    [InlineData("GET /\r HTTP/1.1\r\n", "400: There is a CR within the request line. (behind byte 0)")]
    [InlineData("GET  / HTTP/1.1\r\n",
        "400: A request line is a method, a target and a version, with one space between them. (behind byte 17)")]
    [InlineData("G(T / HTTP/1.1\r\n", "400: The method is no token. (behind byte 16)")]
    [InlineData("GET /\u00e4 HTTP/1.1\r\n", "400: The target has characters that must be escaped. (behind byte 17)")]
    [InlineData("GET / HTTP/1.10\r\n", "400: The version is none of HTTP. (behind byte 17)")]
    [InlineData("GET / HTTP/2.0\r\n", "505: Only HTTP/1.1 and HTTP/1.0 are spoken here. (behind byte 16)")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400: A request has one Host. (behind byte 18)")]
    [InlineData(Get + "host: g\r\n\r\n", "400: A request has one Host. (behind byte 36)")]
    [InlineData(Get + " folded\r\n", "400: A header field goes on in a line of its own. (behind byte 34)")]
    [InlineData(Get + "field\r\n", "400: A header field has no colon. (behind byte 32)")]
    [InlineData(Get + "field : x\r\n", "400: The name of a header field is no token. (behind byte 36)")]
    [InlineData(Get + "field: \0\r\n", "400: A header field has a control character. (behind byte 35)")]
    [InlineData(Get + "Content-Length: -1\r\n\r\n", "400: The Content-Length is no number. (behind byte 47)")]
    [InlineData(Get + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", "400: The Content-Length is no number. (behind byte 65)")]
    [InlineData(Get + "Content-Length: 99999999999999999999\r\n\r\n", "413: The body is longer than 50 bytes. (behind byte 65)")]
    [InlineData(Get + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "400: A request has a Transfer-Encoding or a Content-Length, not both. (behind byte 74)")]
    [InlineData(Get + "Transfer-Encoding: gzip, chunked\r\n\r\n", "501: The only Transfer-Encoding here is chunked. (behind byte 61)")]
    [InlineData("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "400: HTTP/1.0 has no Transfer-Encoding. (behind byte 46)")]
    [InlineData("GET /0123456789012345678901234567890123456789 HTTP/1.1\r\n",
        "414: The request line is longer than 40 bytes. (behind byte 0)")]
    [InlineData(Get + "Cookie: 012345678901234567890123456789012345678901234567890123456789\r\n",
        "431: The header is longer than 53 bytes. (behind byte 25)")]
    [InlineData(Get + "a:1\r\nb:2\r\nc:3\r\nd:4\r\n", "431: There are more than 4 header fields. (behind byte 45)")]
    [InlineData(Get + "Content-Length: 2\r\n\r\na",
        "400: The connection ends within a request. (behind byte 47)", "GET / 1.1 2 True Host=h|Content-Length=2\n")]
    [InlineData(Chunked + "g\r\n", "400: The size of a chunk is no hexadecimal number. (behind byte 58)", ChunkedHead)]
    [InlineData(Chunked + "5\0\r\nhello\r\n", "400: The size of a chunk is no hexadecimal number. (behind byte 59)", ChunkedHead)]
    [InlineData(Chunked + "-1\r\n", "400: The size of a chunk is no hexadecimal number. (behind byte 59)", ChunkedHead)]
    [InlineData(Chunked + "fffffffffffffffff\r\n", "400: The size of a chunk is no hexadecimal number. (behind byte 74)", ChunkedHead)]
    [InlineData(Chunked + "1\r\nab\r\n", "400: The line behind a chunk is not empty. (behind byte 59)", ChunkedHead)]
    [InlineData(Chunked + "20\r\n01234567890123456789012345678901\r\n20\r\n",
        "413: The body is longer than 50 bytes. (behind byte 97)", ChunkedHead)]
    [InlineData(Chunked + "1;0123456789012345678901234567890\r\n",
        "400: The size of a chunk is longer than 20 bytes. (behind byte 55)", ChunkedHead)]
    public void It_refuses(string bytes, string expected, string before = "") => Check(bytes, before + expected);

    private const string Chunked = Get + "Transfer-Encoding: chunked\r\n\r\n";
    private const string ChunkedHead = "GET / 1.1  True Host=h|Transfer-Encoding=chunked\n";

    [Fact]
    public void Who_is_slow_between_two_requests_may_leave_and_within_one_is_told()
    {
        var idle = HttpParser.Connection(new Limits(), new Input());
        idle.Send(Encoding.Latin1.GetBytes("\r\n"));
        Assert.False(idle.TryThrow(new TimeoutException()));
        Assert.Equal(0, idle.Result);

        var slow = HttpParser.Connection(new Limits(), new Input());
        slow.Send(Encoding.Latin1.GetBytes("GE"));
        Assert.Equal(408, Assert.Throws<BadRequestException>(() => slow.TryThrow(new TimeoutException())).Status);
    }

    [Fact]
    public void Bytes_that_come_along_with_something_else_are_not_lost()
    {
        // Whatever it has handed out, it takes the next byte.
        byte[] bytes = Encoding.Latin1.GetBytes(Get + "Content-Length: 3\r\n\r\nabc" + Get + "\r\n");
        var parser = HttpParser.Connection(new Limits(), new Input());
        var kinds = new List<string>();
        for (int fed = 0; kinds.Count(kind => kind == nameof(End)) < 2; fed++)
        {
            kinds.Add(parser.Current.GetType().Name);
            parser.Send(fed < bytes.Length ? bytes.AsMemory(fed, 1) : default);
        }
        Assert.Equal(["Head", "Body", "Body", "Body", "End", "Head", "End"], kinds.Where(kind => kind != "Wish"));
    }

    private static void Check(string text, string expected)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        var limits = new Limits { RequestLine = 40, Fields = 60, FieldCount = 4, ChunkLine = 20, Body = 50 };
        foreach (int piece in new[] { 1, 2, 3, 5, 7, 11, 4096 })
            Assert.Equal(expected, HttpTrace.Of(bytes, () => piece, limits).Text);
    }
}

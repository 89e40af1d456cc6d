using System.Net;
using System.Net.Sockets;
using Http.Parsing;

namespace Http.Serving;

/// <summary>A server on this machine.</summary>
sealed class Server : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<Request, Response> _answer;
    private readonly Limits _limits;
    private readonly int _piece;
    private readonly Task _accepting;

    /// <param name="answer">What to say to a request.</param>
    /// <param name="port">Where; 0 for any.</param>
    /// <param name="limits">How much a client may ask for.</param>
    /// <param name="piece">How many bytes are read at a time.</param>
    public Server(Func<Request, Response> answer, int port = 0, Limits? limits = null, int piece = 4096)
    {
        _answer = answer;
        _limits = limits ?? new Limits();
        _piece = piece;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has been stopped.
        }
    }

    private async Task Serve(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            try
            {
                await new Connection(socket, _answer, _limits, _piece, TimeSpan.FromSeconds(30)).Serve();
            }
            catch (SocketException)
            {
                // The client is gone.
            }
        }
    }
}

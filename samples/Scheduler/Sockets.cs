using System.Net;
using System.Net.Sockets;
using CoroutineGen;

namespace Scheduler;

/// <summary>What tasks do with sockets: each waits by a system call, and is delegated to, as one calls a method.</summary>
public static partial class Sockets
{
    public static Socket Listen(int port = 0)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(512);
        return listener;
    }

    [Coroutine]
    public static Socket Connect(EndPoint to, Yield<SystemCall, int> yield)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            socket.Connect(to);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            yield(new Writable(socket));
        }
        return socket;
    }

    [Coroutine]
    public static Socket Accept(Socket listener, Yield<SystemCall, int> yield)
    {
        yield(new Readable(listener));
        var socket = listener.Accept();
        socket.Blocking = false;
        return socket;
    }

    /// <returns>How many bytes have been read; 0 at the end.</returns>
    [Coroutine]
    public static int Receive(Socket socket, byte[] buffer, Yield<SystemCall, int> yield)
    {
        yield(new Readable(socket));
        return socket.Receive(buffer);
    }

    [Coroutine]
    public static void Send(Socket socket, ReadOnlyMemory<byte> bytes, Yield<SystemCall, int> yield)
    {
        while (!bytes.IsEmpty)
        {
            yield(new Writable(socket));
            bytes = bytes[socket.Send(bytes.Span)..];
        }
    }
}

using System.Net.Sockets;
using CoroutineGen;

namespace Scheduler;

/// <summary>Gives back what it is sent: a task for those who come, and one for each of them.</summary>
public static partial class EchoServer
{
    [Coroutine]
    public static void Serve(Socket listener, Yield<SystemCall, int> yield)
    {
        using (listener)
        {
            while (true)
            {
                var client = yield.From(Sockets.Accept(listener));
                yield(new Spawn("echo", Echo(client)));
            }
        }
    }

    [Coroutine]
    private static void Echo(Socket client, Yield<SystemCall, int> yield)
    {
        using (client)
        {
            byte[] buffer = new byte[512];
            for (int count; (count = yield.From(Sockets.Receive(client, buffer))) > 0;)
                yield.From(Sockets.Send(client, buffer.AsMemory(0, count)));
        }
    }
}

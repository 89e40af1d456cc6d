using System.Globalization;
using Scheduler;

// With a port, an echo server to talk to: nc localhost 4711.
if (args is ["--serve", var port])
{
    var server = new Kernel(Console.Out);
    server.Start("server", EchoServer.Serve(Sockets.Listen(int.Parse(port, CultureInfo.InvariantCulture))));
    Console.WriteLine($"Listening at port {port}");
    server.Run();
    return;
}

Console.WriteLine("Tasks take turns:");
var kernel = new Kernel(Console.Out);
kernel.Start("turns", Demo.Turns(Console.Out));
kernel.Run();

Console.WriteLine("A server and a hundred clients, on one thread:");
kernel.Start("echoes", Demo.Echoes(Console.Out, clients: 100, lines: 10));
kernel.Run();

using Http;
using Http.Serving;

// An HTTP server whose parser is a coroutine:
//   dotnet run --project samples/Http                   serves, until Enter is pressed
//   dotnet run --project samples/Http -- --port 8080    on that port
//   dotnet run --project samples/Http -- --demo         says something to itself
if (args is ["--demo"])
{
    await Demo.Run(Console.Out);
    return;
}

int port = args is ["--port", var number] ? int.Parse(number, null) : 0;
await using var server = new Server(Echo.Answer, port);
Console.WriteLine($"Try this, and press Enter to end:\n   curl -v {server.Address}hello -d 'a body'");
Console.ReadLine();

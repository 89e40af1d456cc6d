using Wizard;

// A wizard that may be stopped at any page, also by kill -9, and goes on there when it is started again:
//   dotnet run --project samples/Wizard                        the pages, one after another
//   dotnet run --project samples/Wizard -- --answer Ada        one answer, one process
//   dotnet run --project samples/Wizard.V1                     the version before it, over the same file
string Option(string name, string otherwise)
    => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

string file = Option("--file", Path.Combine(Path.GetTempPath(), "coroutinegen-wizard.txt"));
var conversation = new Conversation(new Journal(file));

if (args.Contains("--answer"))
{
    if (conversation.Page is not null)
        conversation.Answer(Option("--answer", ""));
    Show();
}
else
{
    Show();
    while (conversation.Page is not null && Console.ReadLine() is { } answer)
    {
        conversation.Answer(answer);
        Show();
    }
}

// It has been said to the end, so that the next one begins anew.
if (conversation.Page is null)
    File.Delete(file);

void Show() => Console.WriteLine(conversation.Page is { } page ? $"{page.Title}: {page.Question}" : conversation.Outcome);

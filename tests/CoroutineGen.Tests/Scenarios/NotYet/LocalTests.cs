using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LocalTests
{
    // CORO2003: A yield inside a 'when' clause
    [Fact]
    public void S168_Constants_in_case_labels() => Oracle.Check((log, yield) => Constants(log, yield), log => Constants(log));

    [Coroutine]
    private static string Constants(Log log, Yield<string, int> yield)
    {
        const int One = 1, Four = One + 3;
        const string Text = "text";
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            const int Three = Four - One;
            switch (yield(Text))
            {
                case One:
                    path += "one ";
                    break;
                case Three when yield("three?") > One:
                    path += $"{Three} ";
                    break;
                case Four:
                    goto case One;
            }
        }
        return path + Text + log.Arg("default", Optional());

        static int Optional(int n = Four) => n;
    }
}

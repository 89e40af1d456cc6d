using CoroutineGen.Tests;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>The wizard, in processes that are really killed.</summary>
public sealed class WizardTests : IDisposable
{
    private const string Today = "Wizard.dll";
    private const string Earlier = "Wizard.V1.dll";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        File.Delete(_file);
        // Of a process that was killed while it wrote.
        File.Delete(_file + ".new");
    }

    // Who reads a page of the conversation knows what to say.
    private static string AnswerTo(string page) => page switch
    {
        _ when page.Contains("Who is booking") => "Ada",
        _ when page.Contains("mail address") => "ada@example.org",
        _ when page.Contains("fax number") => "555",
        _ when page.Contains("is no number") => "2",
        _ when page.Contains("How many guests") => "two",
        _ when page.StartsWith("Guest 1: What", StringComparison.Ordinal) => "Bob",
        _ when page.StartsWith("Guest 2: What", StringComparison.Ordinal) => "Eve",
        _ when page.Contains("How old") => "30",
        _ when page.Contains("How many nights") => "3",
        _ when page.Contains("breakfast?") => "yes",
        _ when page.StartsWith("Confirm", StringComparison.Ordinal) => "yes",
        _ => throw new InvalidOperationException(page),
    };

    private const string Booked = "Booked for Ada: 2 guests, 3 nights with breakfast, 228 euros. A mail goes to ada@example.org.";

    [Fact]
    public void It_is_the_same_conversation_in_one_process_and_in_one_for_each_answer()
    {
        string[] whole = InOneProcess(Today);
        Assert.Equal(12, whole.Length);
        Assert.Equal(Booked, whole[^1]);

        var pages = new List<string> { whole[0] };
        while (!pages[^1].StartsWith("Booked", StringComparison.Ordinal))
            pages.Add(ChildProgram.Run(Today, "--file", _file, "--answer", AnswerTo(pages[^1])));
        Assert.Equal(whole, pages);
    }

    [Fact]
    public void It_goes_on_where_it_was_killed()
    {
        string[] whole = InOneProcess(Today);
        var pages = new List<string>();
        while (true)
        {
            using var wizard = new RunningWizard(Today, _file);
            string page = wizard.Read();
            if (pages.Count > 0)
                Assert.Equal(pages[^1], page);
            else
                pages.Add(page);
            // Two answers, and kill -9 in the middle of the next page.
            for (int n = 0; n < 2 && !page.StartsWith("Booked", StringComparison.Ordinal); n++)
                pages.Add(page = wizard.Answer(AnswerTo(page)));
            if (page.StartsWith("Booked", StringComparison.Ordinal))
                break;
            wizard.Kill();
        }
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task It_may_be_killed_at_any_moment()
    {
        // Each process is killed a little later than the one before it, while it starts, reads, saves or prints.
        for (int delay = 0; ; delay += 5 + delay / 8)
        {
            using var wizard = new RunningWizard(Today, _file);
            var killer = Task.Run(async () =>
            {
                await Task.Delay(delay);
                wizard.Kill();
            });
            string? page = wizard.TryRead();
            while (page is not null && !page.StartsWith("Booked", StringComparison.Ordinal))
                page = wizard.TryAnswer(AnswerTo(page));
            await killer;
            if (page is null)
                continue;
            Assert.Equal(Booked, page);
            return;
        }
    }

    [Fact]
    public void Today_s_version_goes_on_with_what_the_one_before_it_has_saved_at_each_page()
    {
        string[] earlier = InOneProcess(Earlier);
        Assert.Equal("Booked for Ada: 2 guests, 3 nights, 180 euros. A fax goes to 555.", earlier[^1]);
        for (int pages = 1; pages < earlier.Length; pages++)
        {
            using (var wizard = new RunningWizard(Earlier, _file))
            {
                string page = wizard.Read();
                for (int n = 1; n < pages; n++)
                    page = wizard.Answer(AnswerTo(page));
                Assert.Equal(earlier[pages - 1], page);
                wizard.Kill();
            }

            string[] rest = InOneProcess(Today);
            string expected = pages switch
            {
                // Who has not given a fax number yet is asked for a mail address.
                1 or 2 => Booked,
                // Who has, is not asked again.
                _ when !earlier[pages - 1].StartsWith("Confirm", StringComparison.Ordinal) => Booked.Split(" A mail")[0],
                // Who has seen a price pays that.
                _ => "Booked for Ada: 2 guests, 3 nights, 180 euros.",
            };
            Assert.Equal(expected, rest[^1]);
            Assert.Equal(pages == 2 ? "Cabin: Welcome, Ada. What is your mail address?" : earlier[pages - 1], rest[0]);
        }
    }

    [Fact]
    public void One_can_go_back_in_another_process()
    {
        Assert.Equal("Cabin: Welcome, Bob. What is your mail address?", ChildProgram.Run(Today, "--file", _file, "--answer", "Bob"));
        Assert.Equal("Cabin: Who is booking?", ChildProgram.Run(Today, "--file", _file, "--answer", "back"));
        Assert.Equal("Cabin: Who is booking?", ChildProgram.Run(Today, "--file", _file, "--answer", "back"));
        Assert.Equal("Cabin: Welcome, Ada. What is your mail address?", ChildProgram.Run(Today, "--file", _file, "--answer", "Ada"));
    }

    private string[] InOneProcess(string program)
    {
        using var wizard = new RunningWizard(program, _file);
        var pages = new List<string> { wizard.Read() };
        while (!pages[^1].StartsWith("Booked", StringComparison.Ordinal))
            pages.Add(wizard.Answer(AnswerTo(pages[^1])));
        wizard.WaitForEnd();
        Assert.False(File.Exists(_file));
        return [.. pages];
    }
}

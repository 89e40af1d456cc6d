using System.Text;
using CoroutineGen;
using CoroutineGen.Json;

namespace Wizard;

/// <summary>A conversation that goes on where its journal says: it is saved after each answer, before the next page is shown.</summary>
sealed class Conversation
{
    private readonly Journal _journal;
    private Booking.AskCoroutine _wizard;

    /// <exception cref="CoroutineRestoreException">What the journal has is no conversation that this version knows.</exception>
    public Conversation(Journal journal)
    {
        _journal = journal;
        if (journal.Last is { } saved)
        {
            _wizard = Restore(saved);
            return;
        }
        _wizard = Booking.Ask().Prime();
        _journal.Add(Saved());
    }

    /// <summary>The page to be shown; null where all has been said.</summary>
    public Page? Page => _wizard.State == CoroutineState.Closed ? null : _wizard.Current;

    /// <summary>What has been agreed.</summary>
    public string Outcome => _wizard.Result;

    /// <summary>The user's answer: "back", or what the page asks for.</summary>
    public void Answer(string answer)
    {
        if (answer == "back")
        {
            _journal.Back();
            _wizard = Restore(_journal.Last!);
            return;
        }
        _wizard.TrySend(answer);
        _journal.Add(Saved());
    }

    private string Saved() => Encoding.UTF8.GetString(CoroutineJson.Save(_wizard, WizardJson.Default));

    private static Booking.AskCoroutine Restore(string saved)
        => CoroutineJson.Restore(Encoding.UTF8.GetBytes(saved), WizardJson.Default, Booking.AskCoroutine.Restore);
}

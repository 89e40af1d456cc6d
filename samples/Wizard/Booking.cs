using CoroutineGen;

namespace Wizard;

/// <summary>
/// Booking a cabin. The conversation from its first page to its last; samples/Wizard.V1 has the one that was shipped before it, and who
/// began with that goes on with this. The attributes say what has become of what was saved.
/// </summary>
static partial class Booking
{
    /// <returns>What has been agreed.</returns>
    [Coroutine(Saveable = true, Migrate = nameof(AskForMail))]
    [SavedVariable("booker", Was = "name")]
    [SavedPoint("Stay", Was = "Nights")]
    [SavedPoint("Fax", ResumeAt = "Mail")]
    [SavedVariable("mail", Was = "fax")]
    [SavedVariable("breakfast", Default = false, At = "Confirm")]
    public static string Ask(Yield<Page, string> show)
    {
        while (true)
        {
        Name:
            string booker = show(new("Cabin", "Who is booking?"));
        Mail:
            string mail = show(MailPage(booker));
        Count:
            int count = show.From(Forms.Number("Guests", "How many guests will come?", 1, 4));
            var guests = new List<string>();
            while (guests.Count < count)
            {
            Guest:
                string guest = show.From(Forms.Guest(guests.Count + 1));
                guests.Add(guest);
            }
        Stay:
            int nights = show.From(Forms.Number("Stay", "How many nights?", 1, 14));
        Breakfast:
            string wanted = show(new("Stay", "With breakfast?"));
            bool breakfast = wanted == "yes";
            int price = nights * (40 + (breakfast ? 18 : 10) * count);
        Confirm:
            string answer = show(new("Confirm", $"{string.Join(", ", guests)}: {nights} nights, {price} euros. Is that right, {booker}?"));
            if (answer == "yes")
                return $"Booked for {booker}: {guests.Count} guests, {nights} nights{(breakfast ? " with breakfast" : "")}, {price} euros."
                    + (mail.Contains('@') ? $" A mail goes to {mail}." : "");
        }
    }

    private static Page MailPage(string booker) => new("Cabin", $"Welcome, {booker}. What is your mail address?");

    // Who waits at the page for the fax number goes on at the one for the mail, and has to see that.
    private static void AskForMail(SavedCoroutine saved)
    {
        if (saved.Point == "Mail")
            saved.Set("(current)", MailPage(saved.Get<string>("booker")));
    }
}

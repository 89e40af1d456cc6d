using CoroutineGen;

namespace Wizard;

/// <summary>Booking a cabin. The conversation from its first page to its last, as it was in version 1.</summary>
static partial class Booking
{
    /// <returns>What has been agreed.</returns>
    [Coroutine(Saveable = true)]
    public static string Ask(Yield<Page, string> show)
    {
        while (true)
        {
        Name:
            string name = show(new("Cabin", "Who is booking?"));
        Fax:
            string fax = show(new("Cabin", $"Welcome, {name}. What is your fax number?"));
        Count:
            int count = show.From(Forms.Number("Guests", "How many guests will come?", 1, 4));
            var guests = new List<string>();
            while (guests.Count < count)
            {
            Guest:
                string guest = show.From(Forms.Guest(guests.Count + 1));
                guests.Add(guest);
            }
        Nights:
            int nights = show.From(Forms.Number("Stay", "How many nights?", 1, 14));
            int price = nights * (40 + 10 * count);
        Confirm:
            string answer = show(new("Confirm", $"{string.Join(", ", guests)}: {nights} nights, {price} euros. Is that right, {name}?"));
            if (answer == "yes")
                return $"Booked for {name}: {guests.Count} guests, {nights} nights, {price} euros. A fax goes to {fax}.";
        }
    }
}

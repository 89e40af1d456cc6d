using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Durable;

/// <summary>What can be done with a coroutine that stands still: another one at the same place, and bytes that one is made of again.</summary>
static class Durable
{
    public static readonly Group Group = new("durable", "Fork and save",
        "Another coroutine at the same place: forked, or saved as JSON and restored. By hand: a class with the same members, those that are saved with what was handed out last, with a copy"
        + " constructor, and with what System.Text.Json generates for it. What is saved of a"
        + " coroutine says which it is, and where it stands: here by short names that it gives itself, and else by full ones. Again: a fresh coroutine that is given the same answers. The queens are"
        + " all placements of eight on a board, each branch a fork, or the script run again.",
        () => [.. Forking.Races(), .. Saving.Races()]);
}

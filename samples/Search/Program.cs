using System.Collections.Immutable;
using Search;

// Three searches, and no line that undoes anything: whoever runs a coroutine forks it, and what a branch has done only that branch knows.

string[] queens = [.. Solutions.All(Queens.Place(8))];
Console.WriteLine($"Eight queens: {queens.Length} solutions, the first {queens[0]}, the last {queens[^1]}");

const string Board = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
string[] solved = [.. Solutions.All(Sudoku.Solve(Board))];
Console.WriteLine($"Sudoku: {solved.Length} solution");
for (int row = 0; row < 9; row++)
    Console.WriteLine("   " + solved[0].Substring(row * 9, 9));

ImmutableList<Job> jobs = [new("saw", 6, 8), new("plane", 4, 9), new("glue", 3, 5), new("paint", 5, 20), new("mend", 2, 6)];
static Job InTheOrderGiven(ImmutableList<Job> open) => open[0];
static Job ByDueTime(ImmutableList<Job> open) => open.MinBy(job => job.Due)!;
Console.WriteLine($"Workshop, in the order given: {Workshop.Finish(Workshop.Run(jobs).Prime(), InTheOrderGiven)} hours late");
Console.WriteLine($"Workshop, by due time: {Workshop.Finish(Workshop.Run(jobs).Prime(), ByDueTime)} hours late");
var (late, order) = Workshop.Plan(Workshop.Run(jobs).Prime(), ByDueTime);
Console.WriteLine($"Workshop, what if: {late} hours late ({order})");

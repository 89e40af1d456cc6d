using CoroutineGen;

namespace Tour;

/// <summary>A file of any size, of which one line is in memory, and which is closed whenever the reader stops.</summary>
static partial class Reading
{
    [Coroutine]
    static void Lines(string path, Yield<string> yield)
    {
        using var reader = new StreamReader(path);
        for (string? line = reader.ReadLine(); line != null; line = reader.ReadLine())
            yield(line);
    }

    public static void Tell()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, Enumerable.Range(1, 100_000).Select(n => $"line {n}: the quick brown fox jumps over the lazy dog"));
            Console.WriteLine($"A file of {new FileInfo(path).Length / 1_000_000.0:F1} MB is waiting.");

            long before = GC.GetTotalMemory(forceFullCollection: true);
            int count = 0;
            long halfway = 0;
            foreach (string line in Lines(path))
            {
                if (++count == 50_000)
                {
                    halfway = GC.GetTotalMemory(forceFullCollection: true);
                    Console.WriteLine($"In the middle of it: \"{line}\"");
                }
            }
            Console.WriteLine($"Read {count} lines; half way through, less than 100 kB of them were held: {halfway - before < 100_000}");

            foreach (string line in Lines(path))
            {
                Console.WriteLine($"Leaving at \"{line}\"");
                break;
            }
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                Console.WriteLine("Leaving early ran the using's finally: the file can be opened for us alone.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}

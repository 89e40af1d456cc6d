using System.Diagnostics;

namespace Game.Terminal;

/// <summary>The keyboard, while a script is shown.</summary>
static class Keys
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for so many beats; true, as soon as a key is pressed.</summary>
    public static bool Pressed(int beats)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < beats * Beat;)
        {
            if (Console.KeyAvailable)
            {
                Console.ReadKey(intercept: true);
                return true;
            }
            Thread.Sleep(20);
        }
        return false;
    }
}

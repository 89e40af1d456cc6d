using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Initialisers, <c>with</c>, collections and interpolated strings, with yields inside.</summary>
public sealed partial class InitialiserTests
{
    private sealed class Strict(Log log)
    {
        private readonly int tail;

        public required int Head { get; init; }

        public int Tail
        {
            get => tail;
            init => tail = log.Arg("init", value);
        }
    }

    private sealed record Point(int X, int Y)
    {
        public int Z { get; init; }
    }

    private sealed class Changing(Log log)
    {
        public int N;

        public override string ToString() => log.Arg("text", $"v{N}");
    }

    [Fact]
    public void S203_Interpolation_formats_each_part_in_its_place()
        => Oracle.Check((log, yield) => Interpolated(log, yield), log => Interpolated(log));

    [Coroutine]
    private static string Interpolated(Log log, Yield<string, int> yield)
    {
        var changing = new Changing(log);
        string first = $"{changing}|{changing.N = yield("n")}|{changing}|{{literal}}|{yield("aligned"),6:D3}|{1.5:0.00}";
        return first + $"""{first.Length}{yield($"nested {yield("inner")}")}{changing,-4}|""";
    }

    [InterpolatedStringHandler]
    public readonly struct Telling
    {
        private readonly Log log;
        private readonly StringBuilder text = new();

        public Telling(int literals, int holes, Log log)
        {
            this.log = log;
            log.Note($"{literals} {holes}");
        }

        public void AppendLiteral(string literal) => text.Append(log.Arg("literal", literal));

        public void AppendFormatted<T>(T value, int alignment = 0, string? format = null) => text.Append(log.Arg("hole", value));

        public override string ToString() => text.ToString();
    }

    private static string Tell(Log log, [InterpolatedStringHandlerArgument(nameof(log))] Telling text) => log.Arg("told", text.ToString());
}

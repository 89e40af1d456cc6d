using System.Globalization;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>Figures as people read them: three digits, and the unit that needs no zeros.</summary>
static class Cells
{
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => $"{Digits(nanoseconds)} ns",
        < 1e6 => $"{Digits(nanoseconds / 1e3)} µs",
        < 1e9 => $"{Digits(nanoseconds / 1e6)} ms",
        _ => $"{Digits(nanoseconds / 1e9)} s",
    };

    public static string Bytes(double bytes) => bytes switch
    {
        double.NaN => "",
        < 0.005 => "0",
        < 1e4 => bytes.ToString("#,0.##", CultureInfo.InvariantCulture),
        < 1e6 => $"{Digits(bytes / 1e3)} kB",
        _ => $"{Digits(bytes / 1e6)} MB",
    };

    public static string Ratio(double ratio)
        => ratio.ToString(ratio < 0.01 ? "0.0000" : ratio < 10 ? "0.00" : ratio < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>The mean, and what the processes differed by where there were several.</summary>
    public static string Ratio(Spread ratio)
        => ratio.Low == ratio.High ? Ratio(ratio.Mean) : $"{Ratio(ratio.Mean)} ({Ratio(ratio.Low)} to {Ratio(ratio.High)})";

    static string Digits(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}

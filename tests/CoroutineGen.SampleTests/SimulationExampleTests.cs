using System.Security.Cryptography;
using System.Text;
using CoroutineGen.Tests;
using Simulation.Charts;
using Simulation.Examples;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>What the examples of SimPy's documentation print, in C#: the bytes that SimPy publishes.</summary>
public class SimulationExampleTests
{
    [Theory]
    [InlineData("bank_renege", "060b287b4c0589346dac82134f9b812e4cea570b912564a1d1864e00467a908d")]
    [InlineData("carwash", "0d9550240c97de49183c8b1eddb37dec396871b110f80615892e3697f2ac7029")]
    [InlineData("gas_station_refuel", "3c2566cfc28875eaf9177089599efca667503f748e6076ccbb2820b34fb12ce9")]
    [InlineData("latency", "92ffafcd627f57030b614640c0af2c70afb7496af9a3ccc5ad766d11fb5c8565")]
    [InlineData("machine_shop", "30e19127784ff341b5751bfe2487b9d701e0b91241cfd9dfa8cd6676adc44491")]
    [InlineData("movie_renege", "76fcdffd3db81a4cdf2664ba587cbdf76edcd6a065bf3866f6d6b40288995ab5")]
    [InlineData("process_communication", "1f75a33db2a753b09f95bc467bc0797012fa5e517c12b8a612b4d06ba17b084e")]
    public void It_prints_what_SimPy_publishes(string name, string published)
    {
        string output = ChildProgram.Run("Simulation.dll", name) + "\n";
        Assert.True(published == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output))), output);
    }

    [Fact]
    public void The_chart_shows_that_run()
    {
        var chart = new Chart();
        new GasStation(TextWriter.Null, chart).Run();
        Transcript.Check("samples/Simulation/gas-station.svg", chart.ToSvg(GasStation.Title, 1000, 200).TrimEnd());
    }

    [Fact]
    public void It_is_told_what_examples_there_are()
        => Assert.Contains("-- machine_shop", ChildProgram.Run("Simulation.dll"));
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Simulation.Chance;
using Xunit;

namespace CoroutineGen.SampleTests;

/// <summary>Random numbers as CPython draws them: by numbers that are written down, and against python3 where that is.</summary>
public class PythonRandomTests
{
    [Fact]
    public void The_first_numbers_of_seed_42()
    {
        var random = new PythonRandom(42);
        Assert.Equal(0.6394267984578837, random.Random());
        Assert.Equal(0.025010755222666936, random.Random());
        Assert.Equal(0.27502931836911926, random.Random());
        Assert.Equal(0.22321073814882275, random.Random());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-42")]
    [InlineData("4294967296")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void All_that_is_drawn_is_what_python3_draws(string seed)
    {
        if (Python(seed) is not { } expected)
            return;
        var random = new PythonRandom(BigInteger.Parse(seed, CultureInfo.InvariantCulture));
        foreach (string line in expected)
        {
            string[] words = line.Split(' ');
            string actual = words[0] switch
            {
                "random" => Bits(random.Random()),
                "uniform" => Bits(random.Uniform(-3, 12.5)),
                "expovariate" => Bits(random.ExpoVariate(0.1)),
                "normalvariate" => Bits(random.NormalVariate(10, 2)),
                "randint" => $"{random.RandInt(-5, 5_000_000_000)}",
                "small" => $"{random.RandInt(1, 6)}",
                "choice" => random.Choice(["a", "b", "c"]),
                _ => $"{random.GetRandBits(64)}",
            };
            Assert.Equal(words[1], actual);
        }
    }

    [Fact]
    public void A_range_is_not_empty()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(1).RandInt(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(1).Choice(Array.Empty<int>()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(1).GetRandBits(65));
    }

    private static string Bits(double number) => BitConverter.DoubleToInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture);

    // 4,000 draws, of a kind and its value each; null where there is no python3.
    private static string[]? Python(string seed)
    {
        const string Script =
            """
            import random, struct, sys
            random.seed(int(sys.argv[1]))
            bits = lambda x: struct.pack('>d', x).hex()
            for n in range(500):
                print('random', bits(random.random()))
                print('uniform', bits(random.uniform(-3, 12.5)))
                print('expovariate', bits(random.expovariate(0.1)))
                print('normalvariate', bits(random.normalvariate(10, 2)))
                print('randint', random.randint(-5, 5_000_000_000))
                print('small', random.randint(1, 6))
                print('choice', random.choice('abc'))
                print('bits', random.getrandbits(64))
            """;
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script, seed]) { RedirectStandardOutput = true })!;
            return python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("There is no python3 on this machine: random numbers are not compared with CPython.");
            return null;
        }
    }
}

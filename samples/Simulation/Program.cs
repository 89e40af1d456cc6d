using Simulation;
using Simulation.Charts;
using Simulation.Examples;

// The examples of SimPy's documentation, in C#: what they print is what SimPy publishes, to the byte.
//   dotnet run --project samples/Simulation                     all of them
//   dotnet run --project samples/Simulation -- machine_shop     one
//   dotnet run --project samples/Simulation -- --chart FILE     the gas station as a picture
//   dotnet run --project samples/Simulation -- --speed          events a second
Console.Out.NewLine = "\n";
Dictionary<string, Func<TextWriter, IExample>> examples = new()
{
    ["bank_renege"] = output => new BankRenege(output),
    ["carwash"] = output => new Carwash(output),
    ["machine_shop"] = output => new MachineShop(output),
    ["movie_renege"] = output => new MovieRenege(output),
    ["gas_station_refuel"] = output => new GasStation(output, new Chart()),
    ["latency"] = output => new Latency(output),
    ["process_communication"] = output => new ProcessCommunication(output),
};

switch (args)
{
    case []:
        foreach (var (name, example) in examples)
        {
            Console.WriteLine($"-- {name}\n");
            example(Console.Out).Run();
            Console.WriteLine();
        }
        return 0;
    case ["--chart", var file]:
        var chart = new Chart();
        new GasStation(TextWriter.Null, chart).Run();
        File.WriteAllText(file, chart.ToSvg(GasStation.Title, 1000, 200));
        return 0;
    case ["--speed"]:
        Speed.Measure(Console.Out);
        return 0;
    case [var name] when examples.TryGetValue(name, out var example):
        example(Console.Out).Run();
        return 0;
    default:
        Console.Error.WriteLine($"There are: {string.Join(", ", examples.Keys)}.");
        return 1;
}

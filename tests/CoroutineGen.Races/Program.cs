using CoroutineGen.Races;

// dotnet run -c Release --project tests/CoroutineGen.Races -- all8 60
// Ends with code 0, and says "HANG" or "STATE FAILED" where something did not come back, or State has thrown.
string name = args[0];
var seconds = TimeSpan.FromSeconds(double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
if (name == "subclasses")
{
    Subclasses.Run();
}
else
{
    var race = new Race(seconds);
    Races.Run(name, race);
    race.Report(Console.Out);
}
Console.WriteLine("end of " + name);

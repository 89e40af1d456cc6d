namespace Simulation.Examples;

/// <summary>A model that runs and says what happens.</summary>
interface IExample
{
    void Run();
}

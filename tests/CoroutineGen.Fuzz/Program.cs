using CoroutineGen.Fuzz;
using CoroutineGen.Fuzz.Running;

if (args is [ChildProcess.Switch])
{
    ChildProcess.Run(Console.In, Console.Out);
    return 0;
}
return FuzzRun.Run(Options.Parse(args), Console.Out);

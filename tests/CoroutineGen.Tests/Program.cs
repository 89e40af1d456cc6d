using CoroutineGen.Tests.Saving;

// The test assembly as a program of its own: another process, which restores what the tests have saved.
SavedElsewhere.Run(args[0], args[1], Console.Out);

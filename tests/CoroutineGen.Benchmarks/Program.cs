using CoroutineGen.Benchmarks;
using CoroutineGen.Benchmarks.Compiling;
using CoroutineGen.Benchmarks.Groups;
using CoroutineGen.Benchmarks.Groups.Awaiting;
using CoroutineGen.Benchmarks.Groups.Delegating;
using CoroutineGen.Benchmarks.Groups.Durable;
using CoroutineGen.Benchmarks.Groups.Sending;

return new CommandLine(
    [
        ForEach.Group,
        Guarded.Group,
        Finally.Group,
        Migrated.Group,
        Short.Group,
        Heap.Group,
        Megamorphic.Group,
        FilterMap.Group,
        Averaging.Group,
        TreeWalk.Group,
        Chain.Group,
        SendChain.Group,
        Closing.Group,
        Awaiting.Group,
        Durable.Group,
        Throwing.Group,
        OtherLanguages.Group,
        Generating.Group,
        Scaling.Group,
    ],
    [
        ("compile", CompileTime.Run),
    ]).Run(args);

namespace CoroutineGen.Fuzz.Mutants;

// What goes wrong with asynchronous coroutines (docs/internals/async-traps.md), put in on purpose.
internal static partial class AllMutants
{
    private const string Operations = "AsyncCoroutine.Operations.cs";
    private const string Stepping = "Delegation/AsyncDriver.Stepping.cs";

    /// <summary>Found where coroutines are asynchronous: <c>--async</c>.</summary>
    public static readonly Mutant[] InWaiting =
    [
        Generated("await foreach and await using dispose of nothing", @"await using \([^()]+\) \{ \}", ";"),
        Generated("a step that suspends runs its awaiting finally blocks", @"if \(next < 0\)", "if (true)"),
        Generated("what is sent is lost where it awaits", @"(?<!int )\bsent\b", "0"),
        Generated("the next item is not waited for", @"\(await (f\d*\.enumerator\d+)\.MoveNextAsync\(\)\)", "$1.MoveNextAsync().IsCompleted"),

        Runtime("trap 1: a step is hooked before it has come back", "Waiting/Promise.cs", @"Box = box;(?=\s*return true)", "$&\n        Hook();"),
        Runtime("trap 2: the task is answered before the state is set", Operations, @"Outcome outcome;(?=\s*Exception\? raised;\s*try\s*\{\s*if \(Rare)", "if (point is > 0 and < Delegating) promise.Complete(Outcome.Yielded, null);\n        $&"),
        Runtime("trap 3: a coroutine that waits is closed", Operations, @"if \(point == Awaiting\)(?=\s*return Outcome\.Pending)", "if (point == Awaiting) End();\n        $&"),
        Runtime("trap 5: something is touched after the hook", Operations, @"promise\.Hook\(\);(?=\s*return;)", "$& Point = Running;"),
        Runtime("trap 7: what is synchronous leaks what it sets", "Waiting/Contexts.cs", @"(?<=\?\? own;\s*)caller\.Return\(\);", ""),
        Runtime("trap 7: what never waits leaks what it sets", "Waiting/Surroundings.cs", @"ExecutionContext\.Restore\(_caller\);", ""),
        Runtime("trap 8: the context is not kept behind the step", "Waiting/Surroundings.cs", @"own = ExecutionContext\.Capture\(\) \?\? own \?\? _caller;", "own ??= _caller;"),
        Runtime("trap 8: a step that has waited loses its context", "Waiting/StepBox.cs", @"Context = ExecutionContext\.Capture\(\);", "Context = null;"),
        Runtime("trap 8: a step begins in the caller's context", "AsyncCoroutine.Body.cs", @"Surroundings\.Suit\(Context,", "Surroundings.Suit(null,"),
        Runtime("trap 8: a step that is sent something begins in the caller's context", "AsyncCoroutine.Sending.cs", @"Surroundings\.Suit\(Context,", "Surroundings.Suit(null,"),
        Runtime("trap 8: a step that never waits begins in the caller's context", "AsyncCoroutine.Direct.cs", @"Surroundings\.Suit\(Context,", "Surroundings.Suit(null,"),
        Runtime("a box that is used again is not renewed", "Waiting/SpareBox.cs", @"box\.Renew\(\);", ""),
        Runtime("trap 9: a close that waits is not absorbed", Operations, @"if \(promise\.Closes\)", "if (false)"),
        Runtime("trap 10: what closes a chain is forgotten where it waits", Stepping, @"if \(outcome == Outcome\.Pending \|\| !_isClosing\)", "_isClosing &= outcome != Outcome.Pending;\n            $&"),
        Runtime("trap 10: the error of a chain's closing is lost", Stepping, @"var error = _closing\.Error;", "System.Exception? error = null;"),
        Runtime("trap 30: an inner coroutine begins in the context of the root's caller", "Delegation/AsyncDriver.cs", @"coroutine\.Context = near\.Context;", ";"),
        Runtime("trap 31: what is synchronous runs in the context of the root's caller", "Delegation/AsyncDriver.cs", @"near\.InnerContext = near\.Context;", "near.InnerContext = null;"),
        Runtime("trap 31: what is synchronous loses its context where another one drives it", "Delegation/AsyncDriver.cs", @"begins \|\| near\.InnerContext is null", "true"),
        Runtime("trap 32: a step that has failed at once has not failed", Operations, @"failure = step\.Failure;", "failure = null;"),
        Runtime("what is delegated to forgets what it has set", "Delegation/AsyncNode.cs", @"_left = ExecutionContext\.Capture\(\) \?\? _left", "_left = null"),
        Runtime("what fails gives back in another context", Stepping, @"if \(node is AsyncCoroutine<TYield>\)(?=\s*return failure)", "if (node is not null)"),
        Runtime("a driver that waits is taken for a body that waits", "Delegation/AsyncDriver.cs", @"Works = outcome == Outcome\.Pending;", "Works = false;"),
        Runtime("an asynchronous sequence is not disposed of at its end", "Delegation/AsyncSequenceNode.cs", @"await _enumerator\.DisposeAsync\(\);(?=\s*return Closed;\s*\}\s*\}\s*$)", ""),
        Runtime("an asynchronous sequence is not disposed of where it fails", "Delegation/AsyncSequenceNode.cs", @"await _enumerator\.DisposeAsync\(\);(?=\s*throw;)", ""),
        Runtime("an asynchronous sequence is not disposed of on a throw", "Delegation/AsyncSequenceNode.cs", @"await _enumerator\.DisposeAsync\(\);(?=\s*//)", ""),
        Runtime("an asynchronous foreign inner is not closed", "Delegation/AsyncForeignNode.cs", @"await inner\.CloseAsync\(\);", ""),
        Runtime("an asynchronous foreign inner loses its result", "Delegation/AsyncForeignNode.cs", @"_returned = true;", ""),
        Runtime("an asynchronous foreign inner is not sent values", "Delegation/AsyncForeignNode.cs", @"=> inner is IAsyncCoroutine<TYield, TSend>;", "=> false;"),
        Runtime("an exit is thrown into the inner ones of an asynchronous chain", "Delegation/AsyncDriver.cs", @"if \(error is CoroutineExitException\)", "if (error is null)"),
        Runtime("an asynchronous close jumps past a clause that names Exit", "AsyncCoroutine.Operations.cs", @"\(protection & Protection\.Exit\) != 0", "false"),
        Runtime("an asynchronous chain's close jumps past finally blocks", Stepping, @"\(protection & Protection\.Finally\) == 0", "true"),
        Runtime("an ignored exit of an asynchronous coroutine is not told", Operations, @"raised = IgnoredExit\(\);\s*return Outcome\.Raised;", "return outcome;"),

        Generator("trap 17: an await foreach that is left disposes of nothing", "StatementLowerer.Awaiting.cs", @"if \(info\.DisposeMethod is null && ", "if (info.DisposeMethod is not null || "),
        Generator("trap 18: what an asynchronous body holds is given back by its class", "StatementLowerer.Try.cs", @"=> !_context\.IsAsync && _regions\.CleanupFor", "=> _regions.CleanupFor"),
        Generator("trap 37: a reference is taken beside an await", "Operands.cs", @"=> Context\.IsAsync && node\.DescendantNodesAndSelf", "=> !Context.IsAsync && node.DescendantNodesAndSelf"),
        Generator("the field of an initializer is read after the await", "Initializers.cs", @"\|\| \(Context\.IsAsync && outer\.Outer is not null", "|| (!Context.IsAsync && outer.Outer is not null"),
        Generator("trap 38: a string that yields is formatted as it is evaluated", "InterpolatedStrings.cs", @"bool isText = \(isString \|\| isFrameworks\) && !Context\.IsAsync;", "bool isText = isString || isFrameworks;"),
        Generator("trap 38: what is behind the yield is formatted as it is evaluated", "InterpolatedStrings.cs", @"if \(!Context\.IsAsync \|\| holes\.Skip", "if (Context.IsAsync || holes.Skip"),
    ];

    /// <summary>What no trace shows: the tests of the rules find it (<c>--into</c> writes the runtime with each, for them to run on).</summary>
    public static readonly Mutant[] ForTests =
    [
        Runtime("trap 12: what is cancelled has failed", "Waiting/Promise.cs", @"IValueTaskSource<bool>\.GetStatus\(short token\) => _core\.GetStatus\(token\)", "$& is ValueTaskSourceStatus.Canceled ? ValueTaskSourceStatus.Faulted : _core.GetStatus(token)"),
        Runtime("trap 24: a linked source is not disposed of", "Waiting/LinkedTokens.cs", @"_source\.Dispose\(\);", ""),
        Runtime("trap 25: a token that comes late is lost", "AsyncCoroutine.Body.cs", @"if \(Point != Created\)(?=\s*Raise)", "if (Point == int.MinValue)"),
        Runtime("trap 26: an answer that nobody has taken is forgotten", Operations, @"if \(_promise is \{ IsGiven: true \}\)", "if (_promise is { IsGiven: true } && Point == int.MinValue)"),
        Runtime("trap 42: a caller's flow that was suppressed is let go", "Waiting/Contexts.cs", @"if \(_isSuppressed\)(?=\s*ExecutionContext\.SuppressFlow)", "if (_context is null)"),
        Runtime("trap 27: a consumer is led to where the body is", "Waiting/Promise.cs", @"RunContinuationsAsynchronously = IsSpecialHere;", "RunContinuationsAsynchronously = false;"),
        Runtime("trap 27: a delegator is led to where its inner coroutine is", "Waiting/Promise.cs", @" && !\(_root\.IsChainAtWork && IsSpecialHere\)", ""),
        Runtime("rule 159: a closed coroutine keeps its context", "AsyncCoroutine.Body.cs", @"\bContext = null;", "_ = Context;"),
        Runtime("an exit leaves an error behind", Operations, @"Absorb\(\);", ""),
    ];
}

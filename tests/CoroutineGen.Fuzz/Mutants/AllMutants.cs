namespace CoroutineGen.Fuzz.Mutants;

/// <summary>The defects that the fuzzer must find.</summary>
internal static partial class AllMutants
{
    public static readonly Mutant[] InGeneratedCode =
    [
        Generated("finally runs on suspend", @"if \(next < 0\)", "if (true)"),
        Generated("finally never runs", @"if \(next < 0\)", "if (false)"),
        Generated("the point is not cleared after a resume", @"^ *point = 0;\s*$", ""),
        Generated("a throw or close at a guarded point is not noticed", @"if \(how\.RaiseOrUnwind\(\)\)", "if (false)"),
        Generated("a throw at a point with catches only is lost", @"^ *how\.RaiseOrUnwind\(\);", ""),
        Generated("a suspension does not mark itself for the finally", @"return next = (\d|delegator)", "return $1"),
        Generated("handlers at a point are forgotten", @"Protection\.Catch", "Protection.None"),
        Generated("finally blocks at a point are forgotten", @"Protection\.Finally", "Protection.None"),
        Generated("what is held at a point is forgotten", @"Protection\.Held", "Protection.None"),
        Generated("a clause that names Exit is forgotten", @"Protection\.Exit\b", "Protection.None"),
        Generated("the left operand is read again after the resume", @"^(\s*)([^=\n]+?) = (\([^()\n]+\))\(f\d*\.old\d+ ", "$1$2 = $3($2 "),
        Generated("the enumerator is not disposed of", @"\bf\d*\.enumerator\d+\??\.Dispose\(\);", ";"),
        Generated("a resource is not disposed of", @"\bf\d*\.(v|resource)\d+\??\.Dispose\(\);", ";"),
        Generated("a body that ends within does not give back what it holds", @"if \(point < 0\)\s*Release\(\);", ""),
        Generated("what is held around it is not given back", @"finally \{ Release\(\); \}", "finally { }"),
        Generated("what is given back counts as held still", @"\b(f\d*\.held\d+) = \d;(?=\s*f)", ""),
        Generated("an environment is shared by all entries of its scope", @"\b(f\d*\.scope\d+) = new", "$1 ??= new"),
        Generated("a yield hands out one value too much", @"\bcurrent = (?=.*return (next = )?\d)", "current = 1 + "),
        Generated("what was sent is lost", @"(?<!int )\bsent\b", "0"),
        Generated("conditions of loops are turned around", @"if \(!\((?=f\d*\.v\d+ <)", "if (("),
        Generated("the moved handler gets no exception", @"throw global::CoroutineGen\.CompilerServices\.Fault\.Rethrow\(", "throw new Red(77); throw ("),
        Generated("a struct behind a type parameter is changed in a copy", @"\(default\(T\) == null \? ref (\S+) : ref [^()\n]+\)", "$1"),
        Generated("what a pattern binds is not stored", @"\(f\d*\.p\d+ = p\d+\) is var _ && ", ""),
        Generated("a folded call comes back to another place", @"Frames\.Push\(point\) =", "Frames.Push(1) ="),
        Generated("a call within the step comes back to another place", @"= ref (frames_*)\.Push\(point_*\)", "= ref $1.Push(1)"),
        Generated("a step goes on in the frame that it has left", @"(?<=\.Pop\(\);\s*)f\d* = ref frames\d*\.Innermost\(ref own\d*\);", ""),
        Generated("a folded coroutine is closed without its callers", @"if \(!Frames\.Any\)(?=\s*return false;)", "if (true)"),
        Generated("a local is not kept", @"^( *)f\d*\.v\d+ = (?!\()", "$1_ = "),
    ];

    /// <summary>Of generated code too, found where each step is done with a fork: <c>--forks</c>.</summary>
    public static readonly Mutant[] InForks =
    [
        Generated("a fork forgets its variables", @"\bFrame = Frame, ", ""),
        Generated("a fork forgets the frames of its calls", @"Frames = Frames\.Fork\(\), ", ""),
        Generated("a fork forgets where it stands", @"\bPoint = Point }", "}"),
        Generated("a fork forgets what it has captured", @"= f\d*\.scope\d+\.Fork\w*\(\);", "= new();"),
    ];

    public static readonly Mutant[] InTheRuntime =
    [
        Runtime("a throw into a chain skips the inner", "Delegation/Driver.Closing.cs", @"Locate\(root\) \?\? error", "Locate(root)"),
        Runtime("Exit is thrown into the inner instead of closing it", "Delegation/Driver.Closing.cs", @"if \(error is not CoroutineExitException\)", ""),
        Runtime("close errors are swallowed", "Delegation/Driver.Closing.cs", @"if \(closing\.Error is not null\)\s*Fault\.Rethrow\(closing\.Error\);", ""),
        Runtime("an ignored exit is not reported by a chain", "Delegation/Driver.Closing.cs", @"closing\.Error = closing\.Node\.IgnoredExit\(\);", "closing.Error = null;"),
        Runtime("the outer coroutines of a chain are not closed", "Delegation/Driver.Closing.cs", @"while \(_top >= closing\.Lowest\)", "if (_top >= closing.Lowest)"),
        Runtime("a stale innermost is believed: it may have moved on", "Delegation/Driver.cs", @"node\.Tag == Number && \(uint\)", "(uint)"),
        Runtime("a closed shared inner gives its old result", "Delegation/Driver.Stack.cs", @"node\.InnerOrParked = null;(?=\s*if \(point == Closed\))", ""),
        Runtime("a running inner is not noticed", "Delegation/Driver.Stack.cs", @"return Raise\.Running\(\);", "return null;"),
        Runtime("a driven coroutine counts as suspended", "CoroutineCore.cs", @"return end\.Point == Driven && end\.Tag == Tag;", "return false;"),
        Runtime("a link is followed without taking hold of it", "Delegation/Driver.Stack.cs", @"node\.Tag = Number;", ""),
        Runtime("a sequence is not disposed of on a throw", "Delegation/SequenceNode.cs", @"_enumerator!\.Dispose\(\);(?=\s*return Entered)", ""),
        Runtime("a sequence is not disposed of at its end", "Delegation/SequenceNode.cs", @"_enumerator\.Dispose\(\);(?=\s*return Closed)", ""),
        Runtime("a foreign inner is not closed", "Delegation/ForeignNode.cs", @"_inner\.Close\(\);", ""),
        Runtime("the result of a foreign inner is lost", "Delegation/ForeignNode.cs", @"_returned = true;", ""),
        Runtime("a foreign inner is not sent values", "Delegation/ForeignNode.cs", @"_inner is ICoroutine<TYield, TSend>;", "false;"),
        Runtime("Done escapes as it is", "CoroutineCore.Ending.cs", @"error is CoroutineCompletedException \?", "false ?"),
        Runtime("a failed coroutine stays running", "Coroutine.Guards.cs", @"(?<=Step\(point, how\);[\s\S]{0,300})if \(Point == Running\)\s*Abandon\(failure is null [^;]*;", ""),
        Runtime("a failed coroutine forgets its error", "CoroutineCore.Ending.cs", @"Rare = error is null \? null :", "Rare = error is not null ? null :"),
        Runtime("an exit that comes out of a close is not absorbed", "Coroutine.cs", @"Absorb\(\);\s*return false;", "throw;"),
        Runtime("a close jumps past a clause that names Exit", "Coroutine.cs", @"\(protection & Protection\.Exit\) != 0", "false"),
        Runtime("a chain's close jumps past a clause that names Exit", "Delegation/Driver.Closing.cs", @"\(protection & Protection\.Exit\) != 0", "false"),
        Runtime("a close forgets what is held", "Coroutine.cs", @"\(protection & Protection\.Held\) == 0", "true"),
        Runtime("a chain's close forgets what is held", "Delegation/Driver.Closing.cs", @"\(protection & Protection\.Held\) == 0", "true"),
        Runtime("a chain's close jumps past finally blocks", "Delegation/Driver.Closing.cs", @"\(protection & Protection\.Finally\) == 0", "true"),
        Runtime("an ignored exit does not go on after it", "CompilerServices/Unwinding.cs", @"error == Closing \? Coroutine<Unit>\.Closed : throw new CoroutineExitException\(\)", "Coroutine<Unit>.Closed"),
        Runtime("the value of a delegation is lost", "CoroutineCore.Delegating.cs", @"\? result\.Result : default!", "? default! : default!"),
        Runtime("a value is sent past a one-way link", "Delegation/Driver.Stack.cs", @"while \(_receivers <= _top && Receives<TSend>\(_stack\[_receivers\]\.Node\)\)", "while (_receivers <= _top)"),
        Runtime("sending to a new coroutine starts it", "Coroutine.Guards.cs", @"point <= 0\)(?=\s*\{\s*ThrowUnlessClosed)", "point < 0)"),
        Runtime("a coroutine that fails when it is sent to stays running", "Coroutine.Guards.cs", @"(?<=Step\(point, Resumption\.Next, value\);[\s\S]{0,600})if \(Point == Running\)\s*Abandon\(Rare\);", ""),
        Runtime("a body that fails does not give back what it holds", "CoroutineCore.Ending.cs", @"(?<=void AbandonHeld[\s\S]{0,120})Release\(\);(?=\s*\}\s*catch)", ""),
        Runtime("a body that fails in a chain does not give back what it holds", "CoroutineCore.Ending.cs", @"(?<=Exception Fail[\s\S]{0,120})Release\(\);", ""),
        Runtime("a coroutine that fails at its next step stays running", "Coroutine.Guards.cs", @"(?<=Step\(point, Resumption\.Next\);[\s\S]{0,600})if \(Point == Running\)\s*Abandon\(Rare\);", ""),
    ];

    private static Mutant Generated(string name, string pattern, string replacement) => new(name, MutantPlace.GeneratedCode, null, pattern, replacement);

    private static Mutant Runtime(string name, string file, string pattern, string replacement) => new(name, MutantPlace.Runtime, file, pattern, replacement);
}

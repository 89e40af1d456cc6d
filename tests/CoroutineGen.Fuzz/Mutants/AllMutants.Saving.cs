namespace CoroutineGen.Fuzz.Mutants;

// What goes wrong with saving (docs/internals/durable-traps.md), put in on purpose.
internal static partial class AllMutants
{
    private const string Chains = "CoroutineCore.Saved.cs";

    /// <summary>Found where coroutines are saved and restored before each step: <c>--saves</c>.</summary>
    public static readonly Mutant[] InSaves =
    [
        Generated("a variable gets a default where it is restored", @"^ *from\.Read\(\S+, out (f\d*\.v\d+)\);", "$1 = default;"),
        Generated("a loop over an array has taken one more", @"(f\d*\.index\d+)( = from\.Taken\([^;]*\)) - 1;", "$1$2;"),
        Generated("a loop over a list begins anew", @"(?<=for \(int i = 0; i < )(f\d*\.taken\d+)(?=; i\+\+\))", "$1 - 1"),
        Generated("what the body holds is not known", @"^ *f\d*\.held\d+ = \d+;(?=\s*(from|f\d*\.scope|break))", ""),
        Generated("two variables are written in each other's place", @"to\.Writer\.Write\((\S+), f(\d*)\.a\);(\s*)to\.Writer\.Write\((\S+), f\d*\.b\);", "to.Writer.Write($1, f$2.b);$3to.Writer.Write($4, f$2.a);"),
        Generated("what a closure has captured is new", @"^ *from\.Read\(\S+, out (f\d*\.scope\d+\.\w+)\);", "$1 = default;"),
        Generated("the way out behind a finally block is another one", @"""return"" => \d,", "\"return\" => 0,"),
        Generated("a point has the name of another one", @"(?<=PointOfName\(string name\) => name switch\s*\{[^}]*""P1"" => )\d+", "1"),
        Generated("the current value is not restored", @"^ *from\.Read\(\S+, out CurrentValue\);", "CurrentValue = default;"),
        Generated("the result is not restored", @"Returned\.Value = result;(?=\s*\})", "Returned.Value = default;"),
        Generated("a folded call is saved with the variables of the outermost", @"Frames\.At\(depth, ref Frame\)", "Frame"),
        Generated("a folded call is saved where the innermost stands", @"=> depth == Frames\.Depth \? Point & ~Delegating : Frames\.CallerOf\(depth \+ 1\);", "=> Point & ~Delegating;"),
        Generated("a coroutine in a variable is not restored", @"^ *(f\d*\.[vu]\d+) = from\.Coroutine<[^;]*;", "from.Coroutine<object>(null!);"),

        Runtime("the frames of folded calls are left out", "Saver.cs", @"depth <= at\.Depth", "depth <= 0"),
        Runtime("a coroutine that is met twice is written twice", "Saver.cs", @"_numbers\.TryGetValue\(coroutine, out int number\) \? number : Append\(coroutine\)", "Append(coroutine)"),
        Runtime("the error of a closed coroutine is left out", Chains, @"if \(Failure is \{ \} error\)", "if (Failure is { } error && Point > 0)"),
        Runtime("the text of an error is left out", Chains, @"SavedNames\.Message, error\.Message", "SavedNames.Message, \"\""),
        Runtime("the result of a closed coroutine is left out", Chains, @"else if \(HasOutcome\)", "else if (HasOutcome && Point > 0)"),
        Runtime("a closed coroutine is restored as new", Chains, @"Point = Closed;", "Point = Created;"),
        Runtime("what is delegated to is forgotten", Chains, @"Point = delegates \? point \| Delegating : point;", "Point = point;"),
        Runtime("an inner coroutine is another one", Chains, @"InnerOrParked = inner;", "InnerOrParked = inner; number = 0;"),
        Runtime("the value that a root has handed out is left out", Chains, @"\(depth == 0 && \(HasOwnValue \|\| \(Point < Delegating && Tag == 0\)\)\)", "Point < 0"),
        Runtime("the value that a root has handed out is not its own", Chains, @"Tag = DriverNumber\.OfTwin;", ";"),
        Runtime("an exception that waits behind a finally block is lost", "Saver.cs", @"if \(error is not null\)", "if (error is not null && _index < 0)"),
        Runtime("what is running is saved", Chains, @"if \(point < Created\)(?=\s*throw)", "if (point < Created && Rare == this)"),
        Runtime("coroutines are numbered from one", "Restorer.Variables.cs", @"\(_numbers \?\?= \[\]\)\.Add\(number\);", "(_numbers ??= []).Add(number < 0 ? number : number - 1);"),
        Runtime("what is missing gets a default", "Restorer.Variables.cs", @"(?<=out int value\)\s*\{\s*_variable = name;\s*)if \(!_record\.TryRead\(name, out value\)\)\s*throw Missing\(name\);", "_record.TryRead(name, out value);"),

        Json("an object that two variables hold is two", "SharedReferences.cs", @"_numbers \?\?= new Numbers\(\)", "new Numbers()"),
        Json("a negative number is written without its sign", "JsonCoroutineWriter.cs", @"WriteNumber\(JsonName\.Of\(name\)\.Encoded, value\);(?=\s*public override void Write\(SavedName name, long)", "WriteNumber(JsonName.Of(name).Encoded, System.Math.Abs((long)value));"),
        Json("null is written as an empty text", "JsonCoroutineWriter.cs", @"_json\.WriteString\(JsonName\.Of\(name\)\.Encoded, value\);", "_json.WriteString(JsonName.Of(name).Encoded, value ?? \"\");"),

        Generator("what a handler reads is not saved", "Liveness.cs", @"node\.Around\.Handlers\.Concat\(node\.Around\.Finals\)", "node.Around.Finals"),
        Generator("what a finally block reads is not saved", "Liveness.cs", @"node\.Around\.Handlers\.Concat\(node\.Around\.Finals\)", "node.Around.Handlers"),
        Generator("what is read behind the next jump is not saved", "Liveness.cs", @"while \(changed\);", "while (changed && graph.Nodes.Count < 0);"),
        Generator("a variable that is assigned in a part is taken for assigned", "Liveness.cs", @"if \(node\.Resumption is \{ \} resumption\)", "if (node.Resumption is { } resumption && !_isExact)"),
        Generator("captured variables are saved where they are read only", "SavePlan.cs", @"scopes\.SelectMany\(s => CapturedAt\(place, s\)\)", "scopes.SelectMany(s => CapturedAt(place, s)).Where(live.Contains)"),
        Generator("the environment of an outer scope is not made", "SavePlan.cs", @"\.Where\(s => s\.HasEnvironment\)\.Reverse\(\)", ".Where(s => s.HasEnvironment).Take(1)"),
        Generator("what a loop's condition captures is saved in its header", "VariableScopes.cs", @"&& part != loop\.Declaration && !loop\.Initializers\.Any\(i => i == part\)", ""),
        Generator("a loop goes through what its variable held at first", "SavedLoops.cs", @"&& !_variables\.IsAssigned\(variable\)", ""),
        Generator("a tuple has one element", "SavedVariables.cs", @"tuple\.TupleElements\.SelectMany", "tuple.TupleElements.Take(1).SelectMany"),
        Generator("parameters are restored as they were given", "SavePlan.cs", @"SavedVariables\.PathOf\(p\), live", "p.StoredName, live"),
    ];

    private static Mutant Json(string name, string file, string pattern, string replacement) => new(name, MutantPlace.Json, file, pattern, replacement);
}

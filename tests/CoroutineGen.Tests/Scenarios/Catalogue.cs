namespace CoroutineGen.Tests.Scenarios;

/// <summary>Every construct that the lowering must get right, by number: what the tests are named after.</summary>
internal static class Catalogue
{
    /// <summary>What a coroutine refuses by design: diagnostics of the generator's own tests, with no behaviour to compare.</summary>
    public static readonly IReadOnlyDictionary<int, string> Refused = new Dictionary<int, string>
    {
        [115] = "refused: a span cannot live across a suspension",
        [213] = "refused: a file type has no name in another file",
        [216] = "refused: the yield delegate must not escape",
    };

    /// <summary>What of a scenario is refused although the rest of it is covered.</summary>
    public static readonly IReadOnlyDictionary<int, string> Exceptions = new Dictionary<int, string>
    {
        [200] = "refused (CORO2003): an init-only member of a class whose constructor, or an earlier setter, shows the order",
    };

    public static readonly IReadOnlyList<(string Title, int First, string[] Scenarios)> Chapters =
    [
        ("Control flow", 1,
        [
            "if/else condition", "while condition", "do condition after continue", "for init/condition/increment, each",
            "continue in for runs the increment", "several increments", "break out of nested loops", "while(true) with no exit",
            "return mid-loop", "nested blocks with same-named locals", "empty body, no yields", "expression-bodied method",
            "bare return", "yield(x); result discarded", "yield nested in yield's own argument", "unreachable yields",
        ]),
        ("Spilling and order", 17,
        [
            "call arguments before/after a yield", "several yields in one list", "binary left operand",
            "user operators and conversions evaluated early", "explicit cast throwing before the yield", "named arguments out of order",
            "omitted optionals", "expanded params", "params span", "object creation arguments", "target-typed new",
            "array sizes, nested initialisers", "multi-dimensional initialisers", "tuple literals", "tuple ==",
            "deconstruction phases (left, right, Deconstruct, convert, assign)", "swap (a,b)=(b,yield())", "string concat",
            "delegate invocation (target captured first)", "method group, receiver captured first", "static-constructor timing",
            "throw expression", "query: first from only", "literals and constants not spilled", "nameof/typeof untouched",
            "[Conditional] and unimplemented partial callees: arguments never evaluated",
        ]),
        ("Lvalues and refs", 43,
        [
            "local =", "local += (old value read first)", "static field", "a.f =", "a.P =", "a.B.f =", "a.structField.f =", "arr[i] =",
            "arr[i].f =", "arr[i] +=", "indexer =/+=", "event +=", "??= on every kind of target", "chained assignment", "++/--",
            "compound narrowing (byte +=)", "compound on a covariant array", "ref local argument", "ref arr[i]", "ref a.f", "out var",
            "in, explicit and implicit", "ref-extension receiver", "ref this.f", "^/.. indexers", "ref-returning target",
        ]),
        ("Struct and T receivers", 69,
        [
            "struct local", "struct array element", "struct field of a class", "readonly field (copy)", "List<S>[0] (copy)",
            "T receiver as class / as struct", "T?.M", "property set on T", "nullable members", "GetValueOrDefault chains",
            "static-abstract call", "struct using/foreach variables mutate in place",
        ]),
        ("Conditional contexts", 81,
        [
            "&& ||", "!", "bool? & |", "user true/false &&", "?:", "target-typed ?:", "?? chains with conversions",
            "?. ?[] with a yield mid-chain", "void ?.", "?. on Nullable", "a?.P = yield()", "?? throw",
        ]),
        ("Patterns and switch", 93,
        [
            "yield() is pattern", "pattern variables used after a suspension",
            "out var in conditions (scope leaks; fresh per iteration)", "is not plus return", "list/slice patterns",
            "a property read once across a when yield", "value copied before cases", "yield in the switch value", "in when",
            "in a section body", "goto case/goto default", "switch-wide locals", "string and long switches", "switch-expression arms",
            "natural type of arms", "non-exhaustive throw", "nested switch expressions in arguments",
        ]),
        ("foreach", 110,
        [
            "array captured once", "rank>1", "string", "List<T> struct enumerator unboxed", "span, body without yield",
            "span, body with yield → diagnostic", "pattern-based", "extension GetEnumerator", "IEnumerable<T>",
            "non-generic: runtime IDisposable check", "sealed non-disposable", "ref-struct enumerator", "explicit element conversion",
            "deconstructing variables", "dynamic collection", "break/return/throw dispose", "yield in the collection expression",
            "nested",
        ]),
        ("using, lock, unsafe, checked", 128,
        [
            "using expression", "using declaration", "several declarators, reverse disposal", "null resource",
            "struct/Nullable/dynamic resource", "pattern dispose", "Monitor lock across a yield", "System.Threading.Lock",
            "checked statement", "checked expression with spilled parts", "project-level overflow flag",
            "unsafe/fixed block without yield inside",
        ]),
        ("Exceptions", 140,
        [
            "yield in try", "catch", "finally", "all three", "filter over a yielding body", "filter mutating locals",
            "several catches, some yielding", "rethrow in a moved catch", "inner throw; bound to the inner exception",
            "a throw in a handler is not seen by its siblings", "finally does not run on suspend", "return value saved, then finally",
            "break/continue/goto through a yielding finally", "nested finallys", "exception replaced in finally",
            "Throw() at each suspension", "Dispose() at each", "Dispose before start", "yield inside finally during Dispose",
            "re-entrancy", "failed is terminal", "Throw before start",
        ]),
        ("goto", 162,
        [
            "backward/forward across yields", "out of nested try", "label in a nested block",
        ]),
        ("Locals", 165,
        [
            "shadowing in sibling scopes", "local vs member vs generated names", "@keyword names", "const locals in case labels",
            "declared, then assigned on branches", "discards", "ref local within one segment", "ref struct within one segment",
            "var of a type that has no name", "parameters reassigned", "captured parameters", "re-entered scope starts fresh",
        ]),
        ("Closures", 177,
        [
            "fresh variable per block entry", "for-variable shared", "foreach variable fresh", "while-condition out var fresh",
            "goto re-entry", "catch variable", "two lambdas share a scope", "lambda made before a yield, variable changed after",
            "nested lambdas over several scopes", "lambda capturing this", "local function used before its declaration",
            "mutual recursion", "generic/static/iterator/async local functions", "local function capturing per-iteration state",
            "expression-tree lambda",
        ]),
        ("Generics, members, misc", 192,
        [
            "method and type parameters", "constraints", "anonymous types", "tuple names", "dynamic", "nullable annotations",
            "object initialiser, nested and indexed", "collection initialiser", "init-only/required", "with",
            "collection expressions and spreads", "$\"\" formatting", "FormattableString", "custom handlers", "caller-info",
            "struct this", "base.", "protected/private access", "primary-constructor parameters",
            "implicit ToString()/GetType() of the outer object", "extension methods, usings, aliases", "file types",
            "default-interface hosts", "yield.Invoke(x)", "the yield delegate aliased or captured → diagnostic", "nested await",
            "other generated coroutines in the body",
        ]),
    ];
}

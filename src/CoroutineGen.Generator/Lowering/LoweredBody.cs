namespace CoroutineGen.Generator.Lowering;

/// <summary>What lowering makes of one method body: text and facts, nothing that refers to a compilation.</summary>
/// <param name="Fields">The hoisted variables, in the order of their declaration; parameters first.</param>
/// <param name="Scopes">The environments of captured variables, one class for each scope that has any.</param>
/// <param name="Points">The suspension points, numbered from 1 in the order of the text.</param>
/// <param name="Flow">Which point can follow which.</param>
/// <param name="Lines">The statements of the step method, without its signature and outer braces.</param>
/// <param name="Signature">The parameters of the step.</param>
/// <param name="IsPure">Nothing in the body can throw, call out or be protected: it runs without guard or running mark.</param>
/// <param name="Delegates">Whether it delegates anywhere.</param>
/// <param name="IsFolded">
/// Whether it delegates to itself only, and nothing surrounds that: its inner coroutines are frames of the outermost.
/// </param>
/// <param name="HeldName">The field that says which of <paramref name="Held"/> the body holds; null where there are none.</param>
/// <param name="Held">What the guard around the step gives back where the body fails or ends within, by number.</param>
internal sealed record LoweredBody(
    EquatableArray<FrameField> Fields,
    EquatableArray<ScopeClass> Scopes,
    EquatableArray<SuspensionPoint> Points,
    EquatableArray<FlowEdge> Flow,
    EquatableArray<StepLine> Lines,
    StepSignature Signature,
    bool IsPure,
    bool Delegates,
    bool IsFolded,
    string? HeldName,
    EquatableArray<HeldResource> Held)
{
    /// <summary>Whether the step itself has a try statement that was flattened.</summary>
    public bool HasHandlers { get; init; }

    /// <summary>Names that the struct of the frame cannot have, because they mean something else in the containing type.</summary>
    public EquatableArray<string> HiddenByLocals { get; init; }

    /// <summary>In the text of a line: stands for the struct of the frame, with its type arguments, whose name emission chooses.</summary>
    public const string FrameMark = "\u0001";
}

/// <summary>A field of the frame.</summary>
/// <param name="Name">The user's own name, with a suffix only where two variables of one name need two fields.</param>
/// <param name="Type">The C# text of its type, good inside the generated class.</param>
/// <param name="Parameter">The name of the factory parameter that it is set from; null for a local.</param>
/// <param name="HoldsReferences">Whether it may keep an object alive: false only for types known to be unmanaged.</param>
internal sealed record FrameField(string Name, string Type, string? Parameter, bool HoldsReferences);

/// <summary>A class for the captured variables of one scope: an object is made each time that the scope is entered.</summary>
internal sealed record ScopeClass(string Name, EquatableArray<FrameField> Fields);

/// <summary>A place where the coroutine waits.</summary>
/// <param name="Number">Its point, from 1.</param>
/// <param name="Text">The user's own expression on one line, shortened where long: "yield(average)".</param>
/// <param name="Protection">The names of the Protection flags that surround it, empty for none: "Catch", "Finally", "Exit".</param>
/// <param name="Token">
/// The index, within the method declaration, of the expression's first token: where it stands in the user's file.
/// </param>
/// <param name="Variables">The variables that live across it, for debuggers.</param>
internal sealed record SuspensionPoint(
    int Number, string Text, EquatableArray<string> Protection, int Token, EquatableArray<LiveVariable> Variables)
{
    /// <summary>Whether it waits for another coroutine, or for a sequence.</summary>
    public bool IsDelegation { get; init; }
}

/// <summary>A variable as a debugger shows it.</summary>
/// <param name="Name">The user's name for it.</param>
/// <param name="Path">The field of the frame that holds it, or "scope1.x" for a field of an environment.</param>
internal sealed record LiveVariable(string Name, string Path);

/// <summary>What the body holds somewhere: an enumerator, or the resource of a using.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of what is held around it; 0 for nothing.</param>
/// <param name="Release">The statement that gives it back, with the frame under the name that it has in the step.</param>
internal sealed record HeldResource(int Number, int Outer, string Release);

/// <summary>A step from one suspension to the next.</summary>
/// <param name="From">The number of a point; 0 for the start.</param>
/// <param name="To">The number of a point, or <see cref="End"/>.</param>
/// <param name="IsUnwinding">Only an exception or a close leads there.</param>
internal sealed record FlowEdge(int From, int To, bool IsUnwinding)
{
    public const int End = int.MaxValue;
}

/// <summary>One line of the step method.</summary>
/// <param name="Indent">Its depth, in levels, below the step method's body; -1 for a label of the outermost level.</param>
/// <param name="Text">Its text without indentation; it may span lines where a string of the user's does.</param>
/// <param name="Token">
/// The index, within the method declaration, of the user's token that the line begins with, or -1 for plumbing, which is hidden from
/// debuggers. An index rather than a line number, so that lowered text stays good when only comments and white space change.
/// </param>
internal sealed record StepLine(int Indent, string Text, int Token);

using CoroutineGen.Generator.Declarations;

namespace CoroutineGen.Generator.Naming;

/// <summary>Names that depend on what else the user has named.</summary>
internal static class ClassNames
{
    /// <summary>
    /// What the generated class inherits, and has itself. A method of the user's that is called like one of these is not to be found by
    /// its simple name inside of the class. A test holds this list against the runtime.
    /// </summary>
    public static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Abandon", "AbandonHeld", "AttachInner", "AttachInnerAsRoot", "Clear", "Close", "Closed", "Created", "Current",
        "CurrentObject", "CurrentValue", "Delegate", "Delegated", "Delegating", "Delegator", "Describe", "DirectCurrent",
        "DirectDispose", "DirectMoveNext", "DirectMoveNextAsync", "DirectTrySend", "DirectTrySendAsync", "Dispose", "Entered",
        "Equals", "Error", "Finalize", "ForkFrame", "ForksAlone", "ForkTo", "ForkValues", "ForkVariables", "Frame", "Frames",
        "GetEnumerator", "GetHashCode", "GetType", "HasResult", "MemberwiseClone", "MoveNext", "Name", "Next", "NotResumed",
        "OwnPoint", "Point", "Prime", "ProtectionAt", "PureDispose", "ReferenceEquals", "Release", "Reset", "Result", "Returned",
        "Running", "Send", "State", "Step", "StepAsync", "StoreAndTell", "SuspendedAt", "Suspender", "Attach", "CloseAsync",
        "ConfigureAwait", "DisposeAsync",
        "GetAsyncEnumerator", "Linked", "LinkToken", "MoveNextAsync", "NextAsync", "PrimeAsync", "SendAsync", "ThrowAsync",
        "TrySendAsync", "TryThrowAsync", "Throw", "ThrowUnlessClosed", "ToString", "TryGetResult", "TrySend", "TryThrow", "Unfold",
        "CollectSaved", "DelegatesAt", "FoldedCalls", "KindOf", "NameOfPlace", "NameOfPoint", "PointAt", "PointOfName",
        "RestoreCoroutines", "RestoreCurrent", "RestoreResult", "RestoreVariables", "SaveCurrent", "SaveResult", "SaveTo", "SaveVariables",
    };

    /// <summary>What only the class of a coroutine that can be forked has.</summary>
    private const string Fork = "Fork";

    /// <summary>What only the class of a coroutine that can be saved has.</summary>
    private static readonly HashSet<string> Saved = new(StringComparer.Ordinal) { "Kind", "PointName", "Restore", "Save" };

    /// <summary>Whether a class has a member of a name.</summary>
    public static bool IsMember(string name, bool isForkable, bool isSaveable)
        => Inherited.Contains(name) || (isForkable && name == Fork) || (isSaveable && Saved.Contains(name));

    /// <summary>The name, or the first of Name_, Name__ ... that is not taken.</summary>
    public static string Fresh(string name, Func<string, bool> isTaken)
    {
        while (isTaken(name))
            name += "_";
        return name;
    }

    /// <summary>Parameters and locals of the members that call the step method.</summary>
    private static readonly HashSet<string> InTheWay = new(StringComparer.Ordinal) { "how", "inner", "passed", "point", "sent", "value" };

    /// <summary>How the class calls the step method: by its simple name where nothing in the class has it too.</summary>
    public static string StepMethod(CoroutineModel model)
    {
        string name = Plain(model.Name);
        bool isHidden = IsMember(name, model.IsForkable, model.IsSaveable) || InTheWay.Contains(name);
        return (isHidden ? $"global::{model.Place.QualifiedName}.{model.Name}" : model.Name) + model.TypeArguments;
    }

    /// <summary>The generated class's own type, as named in the containing type.</summary>
    public static string Class(CoroutineModel model) => model.ClassName + model.TypeArguments;

    /// <summary>The name of the frame's struct: AveragerLocals for AveragerCoroutine, unless the method says that name itself.</summary>
    public static string Locals(string className, Func<string, bool> isTaken)
    {
        bool hasSuffix = className.EndsWith("Coroutine", StringComparison.Ordinal) && className.Length > "Coroutine".Length;
        string stem = hasSuffix ? className.Substring(0, className.Length - "Coroutine".Length) : className;
        return Fresh(stem + "Locals", isTaken);
    }

    /// <summary>An argument of some type. A dynamic one would be bound at run time: base calls cannot be, and others need not.</summary>
    public static string Argument(string type, string name) => IsDynamic(type) ? "(object)" + name : name;

    public static bool IsDynamic(string type) => type is "dynamic" or "dynamic?";

    public static string Plain(string identifier) => identifier.TrimStart('@');
}

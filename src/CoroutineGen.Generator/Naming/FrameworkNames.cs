namespace CoroutineGen.Generator.Naming;

/// <summary>Names that generated code uses, from the global namespace so that nothing of the user's can stand in their way.</summary>
internal static class FrameworkNames
{
    public const string Coroutine = "global::CoroutineGen.Coroutine";
    public const string CoroutineCore = "global::CoroutineGen.CoroutineCore";
    public const string Forkable = "global::CoroutineGen.IForkable";
    public const string Saveable = "global::CoroutineGen.ISaveable";
    public const string SavedName = "global::CoroutineGen.SavedName";
    public const string SavedHistory = "global::CoroutineGen.CompilerServices.SavedHistory";
    public const string SavedKind = "global::CoroutineGen.CompilerServices.SavedKind";
    public const string Saver = "global::CoroutineGen.CompilerServices.Saver";
    public const string Restorer = "global::CoroutineGen.CompilerServices.Restorer";
    public const string CoroutineWriter = "global::CoroutineGen.CoroutineWriter";
    public const string CoroutineReader = "global::CoroutineGen.CoroutineReader";
    public const string RestoreOptions = "global::CoroutineGen.RestoreOptions";
    public const string CoroutineCatalog = "global::CoroutineGen.CoroutineCatalog";
    public const string SavedCoroutines = "global::CoroutineGen.SavedCoroutines";
    public const string Forker = "global::CoroutineGen.Forker";
    public const string Twins = "global::CoroutineGen.CompilerServices.Twins";
    public const string Anonymous = "global::CoroutineGen.CompilerServices.Anonymous";
    public const string ArgumentNull = "global::System.ArgumentNullException";
    public const string AsyncCoroutine = "global::CoroutineGen.AsyncCoroutine";
    public const string Suspender = "global::CoroutineGen.CompilerServices.Suspender";
    public const string AsyncStep = "global::CoroutineGen.CompilerServices.AsyncStep<int>";
    public const string AsyncReturned = "global::CoroutineGen.CompilerServices.AsyncReturned";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Unit = "global::CoroutineGen.Unit";
    public const string Resumption = "global::CoroutineGen.CompilerServices.Resumption";
    public const string Returned = "global::CoroutineGen.CompilerServices.Returned";
    public const string Delegator = "global::CoroutineGen.CompilerServices.Delegator";
    public const string Unwinding = "global::CoroutineGen.CompilerServices.Unwinding";
    public const string Protection = "global::CoroutineGen.CompilerServices.Protection";
    public const string Frames = "global::CoroutineGen.CompilerServices.Frames";
    public const string Place = "global::CoroutineGen.CompilerServices.Place";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string Obsolete = "[global::System.Obsolete]";
    public const string NotSupported = "global::System.NotSupportedException";
    public const string Hidden = "[global::System.Diagnostics.StackTraceHidden]";
    public const string Inline
        = "[global::System.Runtime.CompilerServices.MethodImpl("
            + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    public const string AutoLayout
        = "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]";

    public static string GeneratedCode { get; }
        = $"[global::System.CodeDom.Compiler.GeneratedCode(\"CoroutineGen\", \"{Version}\")]";

    private static string? Version => typeof(FrameworkNames).Assembly.GetName().Version?.ToString(3);
}

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>The ids of the first and last families. CORO1xxx: how a method is declared; CORO9xxx: our own errors.</summary>
internal static class DiagnosticIds
{
    public const string ContainingTypeNotPartial = "CORO1001";
    public const string NoYieldParameter = "CORO1002";
    public const string SeveralYieldParameters = "CORO1003";
    public const string YieldParameterForm = "CORO1004";
    public const string AsyncMethod = "CORO1005";
    public const string IteratorMethod = "CORO1006";
    public const string RefReturn = "CORO1007";
    public const string RefParameter = "CORO1008";
    public const string UnstorableParameter = "CORO1009";
    public const string NoBody = "CORO1010";
    public const string MutableStruct = "CORO1011";
    public const string RefStructHost = "CORO1012";
    public const string FileLocalType = "CORO1013";
    public const string VariantInterface = "CORO1014";
    public const string VirtualMethod = "CORO1015";
    public const string ExplicitImplementation = "CORO1016";
    public const string ClassNameTaken = "CORO1017";
    public const string FactoryTaken = "CORO1018";
    public const string ClassNameForm = "CORO1019";
    public const string PrimedOneWay = "CORO1020";
    public const string NotAMethod = "CORO1021";
    public const string LanguageVersion = "CORO1022";
    public const string TypeParameterName = "CORO1023";
    public const string FlagForm = "CORO1024";
    public const string AsyncYieldOfPlainMethod = "CORO1025";
    public const string AsyncVoid = "CORO1026";
    public const string AsyncIterator = "CORO1027";
    public const string SeveralTokens = "CORO1028";
    public const string HiddenResult = "CORO1030";
    public const string AsyncFork = "CORO4007";
    public const string WrittenByGenerator = "CORO1031";
    public const string Reimplemented = "CORO1032";
    public const string TypeFromGenerator = "CORO2090";
    public const string InternalError = "CORO9001";
}

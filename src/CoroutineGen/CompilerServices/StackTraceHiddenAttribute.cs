#if !NET6_0_OR_GREATER
namespace System.Diagnostics;

/// <summary>Said of what stands between a body and whoever resumes it. Runtimes that have no such attribute show these frames.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
internal sealed class StackTraceHiddenAttribute : Attribute;
#endif

#if !NET
namespace System.Diagnostics.CodeAnalysis;

// The trimmer looks for it by name; netstandard2.0 does not have it.
[AttributeUsage(AttributeTargets.All, Inherited = false, AllowMultiple = true)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category => category;

    public string CheckId => checkId;

    public string? Justification { get; set; }
}
#endif

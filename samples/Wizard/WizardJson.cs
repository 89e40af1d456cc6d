using System.Text.Json.Serialization;

namespace Wizard;

/// <summary>The types that are in what is saved.</summary>
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(List<string>))]
sealed partial class WizardJson : JsonSerializerContext;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>
/// What System.Text.Json's own generator makes of the tests' contexts where they are built; it is not here. These look at the types while they
/// run, and know those that the attributes name.
/// </summary>
internal static class SerializerContexts
{
    public const string Text = """
        namespace CoroutineGen.Tests.Saving
        {
            using System.Linq;
            using System.Reflection;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.Json.Serialization.Metadata;

            internal sealed partial class SavingJson : IJsonTypeInfoResolver
            {
                private SavingJson() : base(null) { }

                public static SavingJson Default { get; } = new();

                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

                public override JsonTypeInfo? GetTypeInfo(Type type) => Named.Find(typeof(SavingJson), type, Options);

                JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options)
                    => Named.Find(typeof(SavingJson), type, options);
            }

            internal static partial class SavedElsewhere
            {
                private sealed partial class CasesJson : IJsonTypeInfoResolver
                {
                    private CasesJson() : base(null) { }

                    public static CasesJson Default { get; } = new();

                    public JsonTypeInfo<Case[]> CaseArray => (JsonTypeInfo<Case[]>)Options.GetTypeInfo(typeof(Case[]));

                    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

                    public override JsonTypeInfo? GetTypeInfo(Type type) => Named.Find(typeof(CasesJson), type, Options);

                    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options)
                        => Named.Find(typeof(CasesJson), type, options);
                }
            }

            internal static class Named
            {
                private static readonly DefaultJsonTypeInfoResolver All = new();

                public static JsonTypeInfo? Find(Type context, Type type, JsonSerializerOptions options)
                    => type.Namespace == "System.Collections.Generic" && !context.GetCustomAttributesData().Any(a => type.Equals(a.ConstructorArguments.FirstOrDefault().Value))
                        ? null : All.GetTypeInfo(type, options);
            }
        }
        """;
}

using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>What the runtime offers, as text: a change of the public surface must be seen, and meant.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared
        = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_the_verified_one()
    {
        string actual = string.Join("\n", typeof(Unit).Assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal).Select(Describe));
        string path = Path.Combine(Repository.Root, "tests", "CoroutineGen.Tests", "PublicApi.verified.txt");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string Describe(Type type)
    {
        string kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct"
            : type.IsSubclassOf(typeof(Delegate)) ? "delegate" : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var bases = new[] { type.BaseType }.Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType)
            && parent != typeof(Enum) && parent != typeof(MulticastDelegate)).Concat(type.GetInterfaces().Except(Inherited(type)));
        string parents = type.IsEnum ? "" : string.Join(", ", bases.Select(parent => Name(parent!)).Order(StringComparer.Ordinal));
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
            : type.GetMembers(Declared).Where(IsVisible).Select(Text).Order(StringComparer.Ordinal);
        if (kind == "delegate")
            members = members.Where(member => member.Contains(" Invoke("));
        return $"{Hidden(type)}{kind} {type.Namespace}.{Name(type, true)}{(parents == "" ? "" : $" : {parents}")}\n"
            + string.Concat(members.Select(member => $"    {member}\n"));
    }

    private static IEnumerable<Type> Inherited(Type type)
        => (type.BaseType?.GetInterfaces() ?? []).Concat(type.GetInterfaces().SelectMany(parent => parent.GetInterfaces()));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            && (!method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => IsVisibleAccessor(property.GetMethod) || IsVisibleAccessor(property.SetMethod),
        Type nested => nested.IsNestedPublic || nested.IsNestedFamily,
        _ => true,
    };

    private static bool IsVisibleAccessor(MethodInfo? accessor)
        => accessor is not null && (accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly);

    private static string Text(MemberInfo member) => Hidden(member) + member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)} .ctor({Parameters(constructor)})",
        MethodInfo method => $"{Access(method)} {Name(method.ReturnType)} {method.Name}{TypeParameters(method.GetGenericArguments())}({Parameters(method)})",
        PropertyInfo property => $"{Access((property.GetMethod ?? property.SetMethod)!)} {Name(property.PropertyType)} {property.Name} {{ "
            + $"{(IsVisibleAccessor(property.GetMethod) ? "get; " : "")}{(IsVisibleAccessor(property.SetMethod) ? "set; " : "")}}}",
        FieldInfo { IsLiteral: true } field => $"{Access(field)} const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{Access(field)} {Name(field.FieldType)} {field.Name}",
        _ => member.ToString()!,
    };

    private static string Access(FieldInfo field) => field.IsPublic ? "public" : "protected";

    private static string Access(MethodBase method)
    {
        string access = method.IsPublic ? "public" : "protected";
        if (method.IsStatic)
            return access + " static";
        if (method.IsAbstract)
            return access + " abstract";
        if (!method.IsVirtual || (method.IsFinal && method is MethodInfo final && final.GetBaseDefinition() == method))
            return access;
        bool overrides = method is MethodInfo info && info.GetBaseDefinition() != method;
        return access + (overrides ? method.IsFinal ? " sealed override" : " override" : " virtual");
    }

    private static string Parameters(MethodBase method)
        => (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
            + string.Join(", ", method.GetParameters().Select(parameter
                => $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Hidden(MemberInfo member)
        => member.GetCustomAttribute<EditorBrowsableAttribute>(inherit: false)?.State == EditorBrowsableState.Never ? "(hidden) " : "";

    private static string Name(Type type) => Name(type, false);

    private static string Name(Type type, bool variance)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (!type.IsGenericType)
            return type.Name;
        var arguments = type.GetGenericArguments();
        return type.Name[..type.Name.IndexOf('`')] + TypeParameters(arguments, variance);
    }

    private static string TypeParameters(Type[] arguments, bool variance = false)
        => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => (variance ? Variance(argument) : "") + Name(argument)))}>";

    private static string Variance(Type argument) => (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out ",
        GenericParameterAttributes.Contravariant => "in ",
        _ => "",
    };
}

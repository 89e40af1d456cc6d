using System.ComponentModel;
using System.Reflection;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// The public surface stands in src/CoroutineGen/PublicAPI.*.txt, and does not build without that. Here is what those files do not say: what
/// the types are, what an editor hides, and the members that generated code inherits from a class that nobody else can derive from.
/// </summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared
        = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types = typeof(Unit).Assembly.GetExportedTypes();

    [Fact]
    public void Types_are_what_they_are()
    {
        Assert.Equal(
            [
                "abstract AsyncCoroutine<TYield, TSend, TReturn> : AsyncCoroutine, IAsyncCoroutine, IPlace",
                "abstract AsyncCoroutine<TYield, TSend> : AsyncCoroutine, IAsyncCoroutine",
                "abstract AsyncCoroutine<TYield> : CoroutineCore, IAsyncCoroutine, IAsyncEnumerator",
                "abstract Coroutine<TYield, TSend, TReturn> : Coroutine, ICoroutine",
                "abstract Coroutine<TYield, TSend> : Coroutine, ICoroutine",
                "abstract Coroutine<TYield> : CoroutineCore, ICoroutine, IEnumerator",
                "abstract CoroutineCore<TYield> : IForked, ISaved",
                "abstract CoroutineReader : ",
                "abstract CoroutineWriter : ",
                "abstract Forker : ",
                "abstract IAsyncCoroutine<out TYield, in TSend, out TReturn> : IAsyncCoroutine, ICoroutineResult",
                "abstract IAsyncCoroutine<out TYield, in TSend> : IAsyncCoroutine",
                "abstract IAsyncCoroutine<out TYield> : IAsyncEnumerable",
                "abstract ICoroutine<out TYield, in TSend, out TReturn> : ICoroutine, ICoroutineResult",
                "abstract ICoroutine<out TYield, in TSend> : ICoroutine",
                "abstract ICoroutine<out TYield> : IEnumerable",
                "abstract ICoroutineResult<out TReturn> : ",
                "abstract IForkable<out TSelf> : ",
                "abstract ISaveable : ",
                "abstract sealed AsyncCoroutineExtensions : ",
                "abstract sealed AsyncYieldExtensions : ",
                "abstract sealed CoroutineExtensions : ",
                "abstract sealed Coroutines : ",
                "abstract sealed YieldExtensions : ",
                "sealed AsyncLeftOpen<TYield> : IAsyncEnumerable",
                "sealed AsyncReceive<TSend> : MulticastDelegate",
                "sealed AsyncYield<in TYield, TSend> : MulticastDelegate",
                "sealed AsyncYield<in TYield> : MulticastDelegate",
                "sealed ConfiguredAsyncCoroutine<TYield> : ",
                "sealed CoroutineAttribute : Attribute",
                "sealed CoroutineCatalog : ",
                "sealed CoroutineCompletedException : InvalidOperationException",
                "sealed CoroutineExitException : Exception",
                "sealed CoroutineForkException : InvalidOperationException",
                "sealed CoroutineRestoreException : InvalidOperationException",
                "sealed CoroutineRestoreReason : Enum",
                "sealed CoroutineSaveException : InvalidOperationException",
                "sealed CoroutineSaveReason : Enum",
                "sealed CoroutineState : Enum",
                "sealed CoroutineStateException : InvalidOperationException",
                "sealed CoroutineStateReason : Enum",
                "sealed Enumerator<TYield> : IAsyncEnumerator",
                "sealed Enumerator<TYield> : IEnumerator",
                "sealed LeftOpen<TYield> : IEnumerable",
                "sealed Receive<out TSend> : MulticastDelegate",
                "sealed RestoreOptions : ",
                "sealed RestoredErrorException : Exception",
                "sealed SavedAsAttribute : Attribute",
                "sealed SavedCoroutine : ",
                "sealed SavedName : ",
                "sealed SavedPointAttribute : Attribute",
                "sealed SavedVariableAttribute : Attribute",
                "sealed SuppliedAttribute : Attribute",
                "sealed Unit : IEquatable",
                "sealed Yield<in TYield, out TSend> : MulticastDelegate",
                "sealed Yield<in TYield> : MulticastDelegate",
            ],
            Types.Where(type => type.Namespace == "CoroutineGen").Select(Describe).Order(StringComparer.Ordinal));
    }

    /// <summary>A user sees no more than he may call: nothing that is protected, and no type that only generated code names.</summary>
    [Fact]
    public void Editors_hide_what_only_generated_code_uses()
    {
        foreach (var type in Types.Where(type => !type.IsNested))
        {
            Assert.True(IsHidden(type) == (type.Namespace == "CoroutineGen.CompilerServices" || type == typeof(CoroutineCore<>)), $"{type}");
            foreach (var member in type.GetMembers(Declared).Where(_ => type.Namespace == "CoroutineGen"))
            {
                if (IsForAll(member) is { } isForAll)
                    Assert.True(IsHidden(member) != isForAll, $"{type}.{member}");
            }
        }
    }

    /// <summary>The analyzer leaves them out, since no constructor of the class is public: only its subclasses here open it.</summary>
    [Fact]
    public void Generated_code_inherits_these()
    {
        Assert.Equal(
            [
                "Boolean DelegatesAt(Int32, System.Object)",
                "Boolean ForksAlone(Int32)",
                "Boolean RestoreCurrent(CoroutineGen.CompilerServices.Restorer, Boolean)",
                "Boolean Unfold()",
                "CoroutineGen.CompilerServices.Delegator`1[TYield] Delegator",
                "CoroutineGen.CompilerServices.Place Describe(Int32)",
                "CoroutineGen.CompilerServices.Protection ProtectionAt(Int32)",
                "CoroutineGen.CompilerServices.SavedKind KindOf",
                "CoroutineGen.CompilerServices.Unwinding Entered(CoroutineGen.CompilerServices.Resumption)",
                "CoroutineGen.CoroutineCore`1[TYield] ForkFrame()",
                "CoroutineGen.SavedName NameOfPoint(Int32)",
                "Int32 Closed",
                "Int32 Created",
                "Int32 Delegating",
                "Int32 FoldedCalls",
                "Int32 OwnPoint",
                "Int32 Point",
                "Int32 PointAt(Int32)",
                "Int32 PointOfName(System.String)",
                "Int32 Running",
                "Int32 Step(Int32, CoroutineGen.CompilerServices.Resumption)",
                "System.String Name",
                "System.String NameOfPlace",
                "TResult Delegated[TResult]()",
                "TYield CurrentValue",
                "Void Abandon(System.Object)",
                "Void AbandonHeld(System.Object)",
                "Void AttachInner(Int32, CoroutineGen.CoroutineCore`1[TYield])",
                "Void AttachInnerAsRoot(Int32, CoroutineGen.CoroutineCore`1[TYield])",
                "Void Clear()",
                "Void CollectSaved(Int32, Int32, CoroutineGen.CompilerServices.Saver)",
                "Void ForkTo(CoroutineGen.CoroutineCore`1[TYield], CoroutineGen.Forker)",
                "Void ForkValues(Int32, CoroutineGen.CompilerServices.Twins)",
                "Void ForkVariables(Int32, CoroutineGen.CompilerServices.Twins)",
                "Void Release()",
                "Void RestoreCoroutines(Int32, CoroutineGen.CompilerServices.Restorer)",
                "Void RestoreResult(CoroutineGen.CompilerServices.Restorer)",
                "Void RestoreVariables(Int32, CoroutineGen.CompilerServices.Restorer)",
                "Void SaveCurrent(CoroutineGen.CompilerServices.Saver)",
                "Void SaveResult(CoroutineGen.CompilerServices.Saver)",
                "Void SaveTo(CoroutineGen.CoroutineWriter)",
                "Void SaveVariables(Int32, Int32, CoroutineGen.CompilerServices.Saver)",
                "Void ThrowUnlessClosed(Int32)",
            ],
            typeof(CoroutineCore<>).GetMembers(Declared).Where(member => IsForAll(member) == false)
                .Select(member => $"{member}").Order(StringComparer.Ordinal));
    }

    private static string Describe(Type type)
    {
        var interfaces = type.GetInterfaces();
        var own = interfaces.Except(type.BaseType?.GetInterfaces() ?? []).Except(interfaces.SelectMany(parent => parent.GetInterfaces()));
        var parents = own.Prepend(type.BaseType!).Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType));
        string kind = $"{(type.IsAbstract ? "abstract " : "")}{(type.IsSealed ? "sealed " : "")}";
        string arguments = string.Join(", ", type.GetGenericArguments().Select(argument => Variance(argument) + argument.Name));
        return $"{kind}{Plain(type)}{(arguments.Length == 0 ? "" : $"<{arguments}>")} : {string.Join(", ", parents.Select(Plain).Order(StringComparer.Ordinal))}";
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Variance(Type argument) => (argument.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out ",
        GenericParameterAttributes.Contravariant => "in ",
        _ => "",
    };

    private static bool IsHidden(MemberInfo member)
        => member.GetCustomAttribute<EditorBrowsableAttribute>(inherit: false)?.State == EditorBrowsableState.Never;

    /// <summary>Whether a member is for all; false where it is for derived classes, null where it is neither, or stands for another.</summary>
    private static bool? IsForAll(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic ? true : field.IsFamily || field.IsFamilyOrAssembly ? false : null,
        PropertyInfo property => IsForAll(property.GetMethod ?? property.SetMethod!),
        MethodInfo { IsSpecialName: true } => null,
        MethodBase method => IsForAll(method),
        _ => null,
    };

    private static bool? IsForAll(MethodBase method) => method.IsPublic ? true : method.IsFamily || method.IsFamilyOrAssembly ? false : null;
}

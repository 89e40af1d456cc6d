using System.Reflection;
using CoroutineGen.Generator.Emission;
using CoroutineGen.Generator.Naming;
using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

public sealed class NameTests
{
    /// <summary>The list in the generator cannot ask the runtime, so this test does.</summary>
    [Fact]
    public void AllInheritedMembersAreKnown()
    {
        var inherited = new[] { typeof(CoroutineCore<>), typeof(Coroutine<>), typeof(Coroutine<,>), typeof(Coroutine<,,>), typeof(object) }
            .Concat([typeof(AsyncCoroutine<>), typeof(AsyncCoroutine<,>), typeof(AsyncCoroutine<,,>)])
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(member => member switch
            {
                MethodBase method => IsInherited(method),
                FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
                PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsInherited),
                Type nested => !nested.IsNestedPrivate,
                _ => true,
            })
            .Select(member => member.Name)
            .Where(name => !name.Contains('.') && !name.StartsWith("get_", StringComparison.Ordinal) && name != "GetSubclassesOf");
        Assert.Empty(inherited.Distinct().Except(ClassNames.Inherited));

        static bool IsInherited(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
    }

    [Fact]
    public void HintNamesAreReadableUniqueAndBounded()
    {
        string huge = new('X', 300);
        var run = Project.Run($$"""
            namespace Some.Where
            {
                partial class Tree<T>
                {
                    partial struct Node { [Coroutine] public readonly void Walk(Yield<int> yield) => yield(1); }
                    [Coroutine] public void Walk<U, V>(U u, V v, Yield<int> yield) => yield(1);
                }
                partial class A { [Coroutine] void m(Yield<int> yield) => yield(1); }
                partial class a { [Coroutine] void M(Yield<int> yield) => yield(1); }
                partial class {{huge}} { [Coroutine] void M(Yield<int> yield) => yield(1); }
                partial class @class { [Coroutine] void @event(Yield<int> yield) => yield(1); }
            }
            """).Compiles();
        var names = run.Files.Select(f => f.HintName).ToArray();
        Assert.Contains("Some.Where.Tree_1.Node.WalkCoroutine.g.cs", names);
        Assert.Contains("Some.Where.Tree_1.WalkCoroutine_2.g.cs", names);
        Assert.Contains("Some.Where.class.eventCoroutine.g.cs", names);
        Assert.Equal(2, names.Count(n => n.StartsWith("Some.Where.A.mCoroutine.", StringComparison.OrdinalIgnoreCase) && n.Length == "Some.Where.A.mCoroutine.g.cs".Length + 17));
        Assert.All(names, n => Assert.InRange(n.Length, 1, 130));
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}

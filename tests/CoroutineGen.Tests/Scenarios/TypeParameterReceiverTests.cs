using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>A receiver of a type parameter: a class is captured before the yield, a struct is called where it stands.</summary>
public sealed partial class TypeParameterReceiverTests
{
    private interface ICounter
    {
        int Count { get; set; }

        int Add(int n);
    }

    private struct StructCounter : ICounter
    {
        public int Count { get; set; }

        public int Add(int n) => Count += n;

        public override readonly string ToString() => $"s{Count}";
    }

    private sealed class ClassCounter : ICounter
    {
        public int Count { get; set; }

        public int Add(int n) => Count += n;

        public override string ToString() => $"c{Count}";
    }

    [Fact]
    public void S074_A_receiver_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => Generic(log, new StructCounter(), yield), log => Generic(log, new StructCounter()));
        Oracle.Check((log, yield) => Generic(log, new ClassCounter(), yield), log => Generic(log, new ClassCounter()));
    }

    [Coroutine]
    private static string Generic<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter
    {
        T first = counter;
        int sum = counter.Add(yield($"{counter}")) + counter.Add(log.Arg("n", 2));
        first.Add(yield($"{first}"));                                   // a struct has been copied, a class is shared
        ref T alias = ref first;
        alias.Add(1);
        return $"{sum} {first} {counter} {yield("last") + counter.Add(1)} {counter}";
    }

    [Fact]
    public void S074_An_element_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => GenericElement(log, new StructCounter(), yield), log => GenericElement(log, new StructCounter()));
        Oracle.Check((log, yield) => GenericElement(log, new ClassCounter(), yield), log => GenericElement(log, new ClassCounter()));
    }

    [Coroutine]
    private static string GenericElement<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter, new()
    {
        T[] array = [counter];
        int sum = array[0].Add(yield((array[0] = new T()).ToString()!));
        return $"{sum} {counter} {array[0]}";
    }

    [Fact]
    public void S074_A_receiver_that_changes_during_the_yield()
    {
        Oracle.Check((log, yield) => Changing(log, new StructCounter(), yield), log => Changing(log, new StructCounter()));
        Oracle.Check((log, yield) => Changing(log, new ClassCounter(), yield), log => Changing(log, new ClassCounter()));
    }

    [Coroutine]
    private static string Changing<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter, new()
    {
        T first = counter;
        // A class is captured before the yield, a struct is the location itself.
        int sum = counter.Add(yield((counter = new T()).ToString()!));
        sum += counter.Add(log.Arg("n", 2));
        return $"{sum} {first} {counter}";
    }

    [Fact]
    public void S075_A_conditional_receiver_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => Conditional(log, new StructCounter(), yield), log => Conditional(log, new StructCounter()));
        Oracle.Check((log, yield) => Conditional(log, new ClassCounter(), yield), log => Conditional(log, new ClassCounter()));
        Oracle.Check((log, yield) => Conditional<ClassCounter>(log, null, yield), log => Conditional<ClassCounter>(log, null));
    }

    [Coroutine]
    private static string Conditional<T>(Log log, T? counter, Yield<string, int> yield)
        where T : ICounter
    {
        int? sum = counter?.Add(yield("add"));
        sum += counter?.Add(log.Arg("n", 3));
        counter?.Add(yield("discarded"));
        return $"{sum} {counter}";
    }

    [Fact]
    public void S076_A_property_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => Set(log, new StructCounter(), yield), log => Set(log, new StructCounter()));
        Oracle.Check((log, yield) => Set(log, new ClassCounter(), yield), log => Set(log, new ClassCounter()));
    }

    [Coroutine]
    private static string Set<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter
    {
        T first = counter;
        counter.Count = yield($"{counter}");
        counter.Count += yield($"{counter}") + log.Arg("right", 1);
        first.Count = counter.Count++ + yield($"{counter} {first}");
        return log.Arg("first", $"{first}") + counter;
    }

    [Fact]
    public void S076_A_property_of_a_receiver_that_changes_during_the_yield()
    {
        Oracle.Check((log, yield) => SetChanging(log, new StructCounter(), yield), log => SetChanging(log, new StructCounter()));
        Oracle.Check((log, yield) => SetChanging(log, new ClassCounter(), yield), log => SetChanging(log, new ClassCounter()));
    }

    [Coroutine]
    private static string SetChanging<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter, new()
    {
        T first = counter;
        counter.Count = yield((counter = new T()).ToString()!);
        counter.Count += yield("plus");
        counter.Count++;
        return log.Arg("first", $"{first}") + counter;
    }
}

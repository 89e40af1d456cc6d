using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Receivers that are structs, or of a type parameter: the location is called, not a copy of it.</summary>
public sealed partial class ReceiverTests
{
    // CORO2003: A yield inside an argument of a method of 'array
    [Fact]
    public void S074_A_receiver_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => Generic(log, new StructCounter(), yield), log => Generic(log, new StructCounter()));
        Oracle.Check((log, yield) => Generic(log, new ClassCounter(), yield), log => Generic(log, new ClassCounter()));
    }

    [Coroutine]
    private static string Generic<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter, new()
    {
        T first = counter;
        // A class is captured before the yield, a struct is the location itself.
        int sum = counter.Add(yield((counter = new T()).ToString()!));
        sum += counter.Add(log.Arg("n", 2));
        T[] array = [first, counter];
        sum += array[0].Add(yield("element"));
        return $"{sum} {first} {counter} {array[0]}";
    }

    // CORO2003: A yield inside this expression (conditional access)
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

    // BUG S2: a receiver of a type parameter that is a class is captured before the yield
    [Fact]
    public void S076_A_property_of_a_type_parameter()
    {
        Oracle.Check((log, yield) => Set(log, new StructCounter(), yield), log => Set(log, new StructCounter()));
        Oracle.Check((log, yield) => Set(log, new ClassCounter(), yield), log => Set(log, new ClassCounter()));
    }

    [Coroutine]
    private static string Set<T>(Log log, T counter, Yield<string, int> yield)
        where T : ICounter, new()
    {
        T first = counter;
        counter.Count = yield((counter = new T()).ToString()!);
        counter.Count += yield("plus");
        counter.Count++;
        return log.Arg("first", $"{first}") + counter;
    }
}

using CoroutineGen;

namespace Tour;

/// <summary>An async method with an AsyncYield is a coroutine that awaits as well. It is run by the same operations, each awaited.</summary>
static partial class Awaiting
{
    [Coroutine]
    static async Task<string> Order(Task kitchen, AsyncYield<string, string> yield)
    {
        string dish = await yield("What would you like?");
        await kitchen;                                              // nothing is handed out meanwhile
        string answer = await yield($"Here is the {dish}. Is it good?");
        return $"{dish}: {answer}";
    }

    public static async Task Tell()
    {
        var kitchen = new TaskCompletionSource();
        await using var order = await Order(kitchen.Task).PrimeAsync();
        Console.WriteLine($"Primed, it waits for an answer: {order}, \"{order.Current}\"");

        var cooking = order.SendAsync("soup").AsTask();
        Console.WriteLine($"Now it awaits the kitchen: {order}, done: {cooking.IsCompleted}");
        Console.WriteLine($"One operation at a time: {Expect.Failure<CoroutineStateException>(() => order.SendAsync("bread")).Reason}");

        kitchen.SetResult();
        Console.WriteLine($"The kitchen is ready: \"{await cooking}\"");
        Console.WriteLine($"More: {await order.TrySendAsync("very")}, and the result is \"{order.Result}\"");
    }
}

using System.Threading.Tasks;

namespace CoroutineGen;

/// <summary>
/// The yield expression of a one-way asynchronous coroutine: the type of the parameter that an <c>async</c>
/// <see cref="CoroutineAttribute"/> method calls, and awaits, to hand out a value.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <param name="value">The value to hand out. It is not awaited, even where it is a task (rule 127).</param>
/// <returns>What the body awaits: <c>await yield(value)</c> is one suspension (rule 126).</returns>
/// <remarks>
/// In the generated coroutine <c>await yield(value)</c> suspends until the next operation. Called push-style, with a callback for the
/// parameter, the method awaits the callback.
/// </remarks>
public delegate ValueTask AsyncYield<in TYield>(TYield value);

/// <summary>
/// The yield expression of a two-way asynchronous coroutine: hands out a value and, awaited, gives back what is sent in return.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
/// <param name="value">The value to hand out. It is not awaited, even where it is a task (rule 127).</param>
/// <returns>
/// What <c>SendAsync</c> resumed the coroutine with; <c>default</c> after <c>MoveNextAsync</c> or <c>NextAsync</c> (rule 123).
/// </returns>
public delegate ValueTask<TSend> AsyncYield<in TYield, TSend>(TYield value);

/// <summary>The yield expression of an asynchronous consumer: hands out nothing, and gives back what is sent.</summary>
/// <typeparam name="TSend">What the coroutine is sent.</typeparam>
/// <returns>What <c>SendAsync</c> resumed the coroutine with; <c>default</c> after <c>MoveNextAsync</c> or <c>NextAsync</c>.</returns>
public delegate ValueTask<TSend> AsyncReceive<TSend>();

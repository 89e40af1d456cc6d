namespace CoroutineGen;

/// <summary>
/// The yield expression of a one-way coroutine: the type of the parameter that a <see cref="CoroutineAttribute"/> method calls to
/// hand out a value.
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <param name="value">The value to hand out.</param>
/// <remarks>
/// In the generated coroutine the call suspends until the next <c>MoveNext</c> (PEP 255). Called push-style, with a callback for
/// the parameter, the method simply calls it back.
/// </remarks>
public delegate void Yield<in TYield>(TYield value);

/// <summary>
/// The yield expression of a two-way coroutine: hands out a value and gives back what is sent in return (PEP 342).
/// </summary>
/// <typeparam name="TYield">What the coroutine hands out.</typeparam>
/// <typeparam name="TSend">What it is sent.</typeparam>
/// <param name="value">The value to hand out.</param>
/// <returns>What <c>Send</c> resumed the coroutine with; <c>default</c> after <c>MoveNext</c> or <c>Next</c> (rules 8 and 12).</returns>
public delegate TSend Yield<in TYield, out TSend>(TYield value);

/// <summary>The yield expression of a consumer: hands out nothing, and gives back what is sent (rule 13).</summary>
/// <typeparam name="TSend">What the coroutine is sent.</typeparam>
/// <returns>What <c>Send</c> resumed the coroutine with; <c>default</c> after <c>MoveNext</c> or <c>Next</c>.</returns>
public delegate TSend Receive<out TSend>();

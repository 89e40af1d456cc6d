using System.Diagnostics;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Waiting;

/// <summary>The same with a value of a type that only the object itself knows.</summary>
[StackTraceHidden]
internal readonly struct BoxedEntry<TYield>(CoroutineCore<TYield> node, int point, object? sent) : IStep
{
    public AsyncStep<int> Run() => new(node.EnterBoxed(point, sent));
}

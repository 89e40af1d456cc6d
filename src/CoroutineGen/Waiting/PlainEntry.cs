using System.Diagnostics;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Waiting;

/// <summary>A step of what never waits.</summary>
[StackTraceHidden]
internal readonly struct PlainEntry<TYield>(CoroutineCore<TYield> node, int point, Resumption how) : IStep
{
    public AsyncStep<int> Run() => new(node.Enter(point, how));
}

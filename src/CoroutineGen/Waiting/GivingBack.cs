using System.Diagnostics;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Waiting;

/// <summary>Gives back what a synchronous coroutine holds, where its step is not entered: code of the user's may run there.</summary>
[StackTraceHidden]
internal readonly struct GivingBack<TYield>(CoroutineCore<TYield> node) : IStep
{
    public AsyncStep<int> Run()
    {
        node.GiveBack();
        return new(CoroutineCore<TYield>.Closed);
    }
}

using System.Threading.Tasks;

namespace CoroutineGen.Waiting;

/// <summary>The same with a value of a type that only the object itself knows.</summary>
internal readonly struct BoxedEntry<TYield>(CoroutineCore<TYield> node, int point, object? sent) : IStep
{
    public ValueTask<int> Run() => new(node.EnterBoxed(point, sent));
}

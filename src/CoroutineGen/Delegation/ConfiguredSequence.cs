using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace CoroutineGen.Delegation;

/// <summary>An asynchronous sequence with a token, or with the places to go on, chosen by whoever delegates to it (rule 173).</summary>
internal sealed class ConfiguredSequence<T>(ConfiguredCancelableAsyncEnumerable<T> source) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => new Enumerator(source.GetAsyncEnumerator());

    private sealed class Enumerator(ConfiguredCancelableAsyncEnumerable<T>.Enumerator enumerator) : IAsyncEnumerator<T>
    {
        public T Current => enumerator.Current;

        public async ValueTask<bool> MoveNextAsync() => await enumerator.MoveNextAsync();

        public async ValueTask DisposeAsync() => await enumerator.DisposeAsync();
    }
}

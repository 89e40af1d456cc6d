using System;
using System.Buffers;

namespace CoroutineGen.Json;

/// <summary>
/// Bytes that grow in arrays of the shared pool: a long chain would make large objects of them else. What is saved may be nobody else's
/// business, so nothing of it goes back there.
/// </summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int First = 256;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(First);
    private int _count;

    public Span<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Forgets what was written. What is more than <paramref name="mostKept"/> goes back to the pool.</summary>
    public void Reset(int mostKept)
    {
        Written.Clear();
        if (_bytes.Length > mostKept)
            Replace(ArrayPool<byte>.Shared.Rent(First));
        _count = 0;
    }

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_count);
    }

    private void Grow(int room)
    {
        room = Math.Max(room, 1);
        if (_bytes.Length - _count >= room)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(_count + Math.Max(room, _count)));
        Written.CopyTo(larger);
        Written.Clear();
        Replace(larger);
    }

    private void Replace(byte[] bytes)
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }
}

using System.Text;
using CoroutineGen.Json;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rule 247: what is too much is refused before anything of it is made.</summary>
public sealed partial class RestoreLimitRules
{
    [Coroutine(Saveable = true)]
    private static int Named(string name, List<int> all, Yield<int, int> yield)
    {
        int n = 0;
        while (n < 10)
        {
            int got = yield(n);
            n += got + all.Count;
        }
        return name.Length;
    }

    private static string Saved(string name = "a")
    {
        var named = Named(name, [1, 2]);
        named.Prime();
        return Text.Of(named);
    }

    [Fact]
    public void Rule_247_More_bytes_than_are_allowed_are_too_large()
    {
        string text = Saved();
        int length = Encoding.UTF8.GetByteCount(text);
        Assert.Equal(0, Text.Restored(text, NamedCoroutine.Restore, new RestoreOptions { MaxBytes = length }).Current);
        var refused = Assert.Throws<CoroutineRestoreException>(
            () => Text.Restored(text, NamedCoroutine.Restore, new RestoreOptions { MaxBytes = length - 1 }));
        Assert.Equal(CoroutineRestoreReason.TooLarge, refused.Reason);
        Assert.Contains("RestoreOptions.MaxBytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_247_There_is_a_limit_also_where_none_is_said()
    {
        Assert.Equal(16 * 1024 * 1024, new RestoreOptions().MaxBytes);
        byte[] spaces = new byte[(16 << 20) + 1];
        Array.Fill(spaces, (byte)' ');
        Encoding.UTF8.GetBytes(Saved()).CopyTo(spaces, 0);
        Assert.Equal(CoroutineRestoreReason.TooLarge, Refused(spaces).Reason);
        Assert.Equal(0, CoroutineJson.Restore(spaces.AsMemory(0, 16 << 20), SavingJson.Default, NamedCoroutine.Restore).Current);
    }

    /// <summary>Nothing of it is read: a reader that says how much there is is not asked for more.</summary>
    [Fact]
    public void Rule_247_What_is_too_large_is_not_read()
    {
        var reader = new Endless { Bytes = 101 };
        Assert.Equal(
            CoroutineRestoreReason.TooLarge,
            Assert.Throws<CoroutineRestoreException>(() => NamedCoroutine.Restore(reader, new RestoreOptions { MaxBytes = 100 })).Reason);
        Assert.Equal(0, reader.Records);
    }

    /// <summary>Of a reader that knows no length, the number of coroutines is the limit: it is counted, and not believed.</summary>
    [Fact]
    public void Rule_247_More_coroutines_than_are_allowed_are_too_large()
    {
        var reader = new Endless();
        Assert.Equal(
            CoroutineRestoreReason.TooLarge,
            Assert.Throws<CoroutineRestoreException>(() => NamedCoroutine.Restore(reader, new RestoreOptions { MaxCoroutines = 5 })).Reason);
        Assert.Equal(6, reader.Records);
    }

    /// <summary>How deep values are is the context's to say, 64 if it says nothing; the chain has no part in that.</summary>
    [Fact]
    public void Rule_247_Values_that_are_nested_too_deep_are_refused()
    {
        foreach (int depth in new[] { 65, 100_000 })
        {
            string deep = Saved().Replace("[1,2]", new string('[', depth) + new string(']', depth), StringComparison.Ordinal);
            var refused = Refused(Encoding.UTF8.GetBytes(deep));
            Assert.Equal((CoroutineRestoreReason.WrongType, "all"), (refused.Reason, refused.Variable));
            string unknown = Saved().Replace("\"all\"", "\"nobody knows\":" + new string('[', depth) + new string(']', depth) + ",\"all\"", StringComparison.Ordinal);
            // Gone over, and not into (rule 238).
            var restored = CoroutineJson.Restore(Encoding.UTF8.GetBytes(unknown), SavingJson.Default, NamedCoroutine.Restore);
            Assert.Equal(Saved(), Text.Of(restored));
        }
    }

    /// <summary>What somebody has written there goes to logs by way of messages: on one line, and not all of it.</summary>
    [Fact]
    public void Rule_247_Messages_do_not_repeat_what_is_long_or_has_lines()
    {
        foreach (string at in new[] { "co", "at" })
        {
            string text = $$"""[{"co":"CoroutineGen.Tests.Saving.RestoreLimitRules.Named(string, System.Collections.Generic.List<int>)","at":"(start)"}]""";
            text = at == "co"
                ? text.Replace("Coroutine", new string('x', 10_000) + "\\r\\n\\u2028", StringComparison.Ordinal)
                : text.Replace("(start)", "a\\r\\nroot: logged in" + new string('x', 10_000), StringComparison.Ordinal);
            var refused = Refused(Encoding.UTF8.GetBytes(text));
            Assert.Equal(at == "co" ? CoroutineRestoreReason.UnknownCoroutine : CoroutineRestoreReason.UnknownPoint, refused.Reason);
            Assert.InRange(refused.Message.Length, 200, 400);
            Assert.DoesNotContain(refused.Message, char.IsControl);
            Assert.True((at == "co" ? refused.Coroutine : refused.Point)!.Length > 10_000);
        }
    }

    /// <summary>So do those of a serialiser, which are shown within.</summary>
    [Fact]
    public void Rule_247_Nor_do_those_that_show_what_a_serialiser_says()
    {
        string name = "\\r\\n" + new string('x', 10_000);
        string twice = Saved().Replace("\"name\"", $"\"{name}\":1,\"{name}\":2,\"name\"", StringComparison.Ordinal);
        var refused = Refused(Encoding.UTF8.GetBytes(twice));
        Assert.InRange(refused.Message.Length, 200, 500);
        Assert.DoesNotContain(refused.Message, char.IsControl);
        Assert.InRange(refused.InnerException!.Message.Length, 10_000, 20_000);
    }

    private static CoroutineRestoreException Refused(byte[] bytes)
        => Assert.Throws<CoroutineRestoreException>(() => CoroutineJson.Restore(bytes, SavingJson.Default, NamedCoroutine.Restore));

    /// <summary>Has the same coroutine again and again.</summary>
    private sealed class Endless : CoroutineReader
    {
        public long Bytes { get; init; }

        public int Records { get; private set; }

        public override long Length => Bytes;

        public override bool Next(out string coroutine, out string point)
        {
            Records++;
            (coroutine, point) = (NamedCoroutine.Kind.Name.Text, "(end)");
            return true;
        }

        public override bool Has(SavedName name) => false;

        public override bool TryRead<T>(SavedName name, out T value)
        {
            value = default!;
            return false;
        }

        public override bool TryReadCoroutine(SavedName name, out int number)
        {
            number = -1;
            return false;
        }
    }
}

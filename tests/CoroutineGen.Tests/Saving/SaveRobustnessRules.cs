using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 247 to 249: what is restored of bytes that nobody has saved so. <see cref="SaveMutantRules"/> makes many of them.</summary>
public sealed class SaveRobustnessRules
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"co\":1,\"at\":2}]")]
    [InlineData("[{\"co\":null,\"at\":\"(start)\"}]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void Rule_247_What_is_no_coroutine_is_malformed(string text)
        => Assert.Equal(
            CoroutineRestoreReason.Malformed,
            Assert.Throws<CoroutineRestoreException>(() => Text.Restored(text, SaveChainRules.NumbersCoroutine.Restore)).Reason);

    [Fact]
    public void Rule_248_A_failed_restore_has_no_effect()
    {
        var numbers = SaveChainRules.Numbers(3);
        numbers.Prime();
        string text = Text.Of(numbers);
        foreach (string wrong in new[] { text.Replace("\"i\":1", "\"i\":\"x\""), text.Replace("\"i\":1,", ""), text + "]" })
            Assert.Throws<CoroutineRestoreException>(() => Text.Restored(wrong, SaveChainRules.NumbersCoroutine.Restore));
        var missing = Assert.Throws<CoroutineRestoreException>(
            () => Text.Restored(text.Replace("\"i\":1,", ""), SaveChainRules.NumbersCoroutine.Restore));
        Assert.Equal((CoroutineRestoreReason.MissingVariable, "i", "yield(i)"), (missing.Reason, missing.Variable, missing.Point));
        var type = Assert.Throws<CoroutineRestoreException>(
            () => Text.Restored(text.Replace("\"i\":1", "\"i\":\"x\""), SaveChainRules.NumbersCoroutine.Restore));
        Assert.Equal((CoroutineRestoreReason.WrongType, "i"), (type.Reason, type.Variable));
        Assert.Equal(text, Text.Of(Text.Restored(text, SaveChainRules.NumbersCoroutine.Restore)));
    }

    /// <summary>A reader is lent for the time of a restore: who keeps it does not see what others restore afterwards.</summary>
    [Fact]
    public void Rule_248_What_has_been_restored_has_no_reader_any_more()
    {
        CoroutineReader? kept = null;
        var numbers = SaveChainRules.Numbers(3);
        numbers.Prime();
        string text = Text.Of(numbers);
        Text.Restored(text, (reader, options) =>
        {
            kept = reader;
            return SaveChainRules.NumbersCoroutine.Restore(reader, options);
        });
        Text.Restored(text, (reader, options) =>
        {
            Assert.True(reader.Next(out _, out _));
            Assert.Throws<ObjectDisposedException>(() => kept!.TryRead(new SavedName("i"), out int _));
            Assert.Throws<ObjectDisposedException>(() => kept!.Has(new SavedName("i")));
            Assert.False(kept!.Next(out _, out _));
            Assert.True(reader.TryRead(new SavedName("i"), out int i));
            Assert.Equal(1, i);
            return numbers;
        });
    }

    /// <summary>A restore within a restore has a reader of its own.</summary>
    [Fact]
    public void Rule_248_A_restore_within_a_restore_is_another_one()
    {
        var numbers = SaveChainRules.Numbers(3);
        numbers.Prime();
        string text = Text.Of(numbers);
        string twice = Text.Of(Text.Restored(text, (reader, options) =>
        {
            Assert.True(reader.Next(out _, out _));
            Text.Restored(text.Replace("\"i\":1", "\"i\":2"), SaveChainRules.NumbersCoroutine.Restore);
            Assert.True(reader.TryRead(new SavedName("i"), out int i));
            Assert.Equal(1, i);
            return numbers;
        }));
        Assert.Equal(text, twice);
    }

    /// <summary>What is written of a coroutine is text for all to read and to change: a sum that somebody has changed is the sum then.</summary>
    [Fact]
    public void Rule_249_What_is_saved_is_not_signed()
    {
        var numbers = SaveChainRules.Numbers(1);
        numbers.Prime();
        var restored = Text.Restored(Text.Of(numbers).Replace("\"sum\":0", "\"sum\":1000"), SaveChainRules.NumbersCoroutine.Restore);
        Assert.False(restored.TrySend(1));
        Assert.Equal(1001, restored.Result);
    }
}

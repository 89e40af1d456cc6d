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

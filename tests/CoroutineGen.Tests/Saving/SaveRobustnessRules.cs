using System.Text;
using CoroutineGen.Json;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 247 to 249: what is restored of bytes that nobody has saved so.</summary>
public sealed class SaveRobustnessRules
{
    /// <summary>COROUTINEGEN_FUZZ=20000 dotnet test --filter Rule_247 makes more.</summary>
    private static readonly int Mutants
        = int.TryParse(Environment.GetEnvironmentVariable("COROUTINEGEN_FUZZ"), out int more) ? more : 1_000;

    private const string Signs = "{}[]\",:0123456789eE-+.tfn()\\ \n\0\u00ff";

    [Fact]
    public void Rule_247_Any_bytes_give_a_coroutine_or_the_known_exception()
    {
        var random = new Random(20261127);
        string[] saved = [.. Saved()];
        int refused = 0, restored = 0;
        for (int i = 0; i < Mutants; i++)
        {
            byte[] bytes = Mutant(Encoding.UTF8.GetBytes(saved[i % saved.Length]), random);
            try
            {
                var coroutine = CoroutineJson.Restore(bytes, SavingJson.Default, (reader, options) => Any(i % saved.Length, reader, options));
                restored++;
                for (int step = 0; step < 20 && coroutine.MoveNext(); step++)
                {
                }
            }
            catch (CoroutineRestoreException)
            {
                refused++;
            }
            catch (Exception error) when (restored > 0 && error is CoroutineStateException or NullReferenceException or OverflowException)
            {
                // The body's own, of a coroutine whose variables hold what somebody has written there.
            }
        }
        Assert.InRange(refused, Mutants / 2, Mutants);
        Assert.InRange(restored, 1, Mutants);
    }

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

    private static IEnumerable<string> Saved()
    {
        var twice = SaveChainRules.Twice(2);
        twice.Prime();
        yield return Text.Of(twice);
        var each = SaveChainRules.Each(2);
        each.MoveNext();
        yield return Text.Of(each);
        var deep = SaveChainRules.Deep(2);
        deep.MoveNext();
        yield return Text.Of(deep);
        var last = SaveChainRules.Finally(0);
        last.Prime();
        last.Send(1);
        yield return Text.Of(last);
    }

    private static Coroutine<int> Any(int which, CoroutineReader reader, RestoreOptions? options) => which switch
    {
        0 => SaveChainRules.TwiceCoroutine.Restore(reader, options),
        1 => SaveChainRules.EachCoroutine.Restore(reader, options),
        2 => SaveChainRules.DeepCoroutine.Restore(reader, options),
        _ => SaveChainRules.FinallyCoroutine.Restore(reader, options),
    };

    /// <summary>Some bytes are changed, left out, doubled, or put elsewhere.</summary>
    internal static byte[] Mutant(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(changed.Count);
            int length = Math.Min(random.Next(1, 12), changed.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    changed[at] = (byte)Signs[random.Next(Signs.Length)];
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                case 3:
                    changed.InsertRange(random.Next(changed.Count), changed.GetRange(at, length));
                    break;
                default:
                    changed[at] = (byte)random.Next(256);
                    break;
            }
            if (changed.Count == 0)
                changed.Add((byte)' ');
        }
        return [.. changed];
    }
}

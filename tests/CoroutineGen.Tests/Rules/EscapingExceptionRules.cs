using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 32 to 39: exceptions that escape from the body.</summary>
public sealed partial class EscapingExceptionRules
{
    [Coroutine]
    private static void Fails(Exception error, Yield<int> yield)
    {
        yield(1);
        Thrower(error);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Thrower(Exception error) => throw error;

    [Coroutine]
    private static int CatchesDone(Yield<int> yield)
    {
        try
        {
            yield(1);
            Thrower(new CoroutineCompletedException(9));
            return 0;
        }
        catch (CoroutineCompletedException done)
        {
            return (int)done.Result!;
        }
    }

    [Coroutine]
    private static Exception YieldsDone(Yield<Exception> yield)
    {
        var done = new CoroutineCompletedException(1);
        yield(done);
        return done;
    }

    [Coroutine]
    private static void Rethrows(Exception error, Yield<int> yield)
    {
        try
        {
            Thrower(error);
        }
        catch (FormatException)
        {
            yield(1);
            yield(2);
            throw;
        }
    }

    [Fact]
    public void Rule_32_They_reach_the_resumer_unchanged_with_their_stack()
    {
        var error = new FormatException();
        var fails = Fails(error);
        fails.Next();
        Assert.Same(error, Assert.Throws<FormatException>(() => fails.MoveNext()));
        Assert.Contains(nameof(Thrower), error.StackTrace);
    }

    [Fact]
    public void Rule_33_The_coroutine_is_closed_and_keeps_the_error()
    {
        var error = new FormatException();
        var fails = Fails(error);
        fails.Next();
        Assert.Null(fails.Error);
        Assert.Throws<FormatException>(() => fails.MoveNext());
        Assert.Equal(CoroutineState.Closed, fails.State);
        Assert.Same(error, fails.Error);
    }

    [Fact]
    public void Rule_34_It_ends_then_and_does_not_raise_again()
    {
        var fails = Fails(new FormatException());
        fails.Next();
        Assert.Throws<FormatException>(() => fails.MoveNext());
        Assert.False(fails.MoveNext());
        Assert.Throws<CoroutineCompletedException>(() => fails.Next());
    }

    [Fact]
    public void Rule_35_An_escaping_Done_is_an_error_with_a_cause()
    {
        var done = new CoroutineCompletedException(1);
        var fails = Fails(done);
        fails.Next();
        var error = Refused.For(CoroutineStateReason.LeakedDone, () => fails.MoveNext());
        Assert.Same(done, error.InnerException);
        Assert.Same(error, fails.Error);
    }

    [Fact]
    public void Rule_36_The_body_may_catch_it_first()
    {
        var coroutine = CatchesDone();
        Assert.Equal(1, coroutine.Next());
        Assert.False(coroutine.MoveNext());
        Assert.Equal(9, coroutine.Result);
    }

    [Fact]
    public void Rule_37_A_Done_that_is_yielded_or_returned_is_data()
    {
        var coroutine = YieldsDone();
        var yielded = coroutine.Next();
        Assert.False(coroutine.MoveNext());
        Assert.Same(yielded, coroutine.Result);
    }

    [Fact]
    public void Rule_38_A_bare_throw_after_yields_raises_the_original_with_its_stack()
    {
        var error = new FormatException();
        var rethrows = Rethrows(error);
        Assert.Equal(1, rethrows.Next());
        Assert.Equal(2, rethrows.Next());
        Assert.Same(error, Assert.Throws<FormatException>(() => rethrows.MoveNext()));
        Assert.Contains(nameof(Thrower), error.StackTrace);
    }

    [Fact]
    public void Rule_39_Exceptions_are_not_chained_behind_ones_back()
    {
        var rethrows = Rethrows(new FormatException());
        rethrows.Next();
        var other = new InvalidCastException();
        Assert.Same(other, Assert.Throws<InvalidCastException>(() => rethrows.Throw(other)));
        Assert.Null(other.InnerException);
    }

    [Coroutine]
    private static void Keeps(List<string?> stacks, Yield<int> yield)
    {
        while (true)
        {
            try
            {
                yield(stacks.Count);
            }
            catch (FormatException error)
            {
                stacks.Add(error.StackTrace);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FormatException Caught()
    {
        try
        {
            throw new FormatException();
        }
        catch (FormatException error)
        {
            return error;
        }
    }

    [Fact]
    public void Rule_42_What_was_thrown_before_keeps_its_stack_and_what_was_not_begins_one()
    {
        var stacks = new List<string?>();
        var keeps = Keeps(stacks);
        keeps.MoveNext();
        keeps.Throw(Caught());
        keeps.Throw(new FormatException());
        Assert.Contains(nameof(Caught), stacks[0]);
        Assert.Contains(nameof(Keeps), stacks[0]);
        Assert.DoesNotContain(nameof(Caught), stacks[1]);
        Assert.Contains(nameof(Keeps), stacks[1]);
    }
}

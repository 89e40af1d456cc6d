using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>What System.Text.Json would leave out of the user's own types, or write and not read again, is refused and not lost.</summary>
public sealed partial class SaveLossRules
{
    [Coroutine(Saveable = true)]
    private static int Moving(Position position, Yield<int> yield)
    {
        yield(position.X);
        return position.X;
    }

    [Coroutine(Saveable = true)]
    private static int Paying(Account account, Yield<int> yield)
    {
        account.Add(5);
        yield(1);
        return account.Sum;
    }

    [Coroutine(Saveable = true)]
    private static int PayingAll(List<Account> accounts, Yield<int> yield)
    {
        yield(1);
        return accounts.Sum(a => a.Sum);
    }

    [Coroutine(Saveable = true)]
    private static string Sending(Parcel parcel, Yield<int> yield)
    {
        parcel.Stamp();
        parcel.Opened++;
        yield(1);
        return $"{parcel.To} {parcel.Weight} {parcel.Stamps} {parcel.IsHeavy} {parcel.Opened}";
    }

    [Coroutine(Saveable = true)]
    private static int Drawing(Figure figure, Yield<int> yield)
    {
        yield(1);
        return ((Circle)figure).Radius;
    }

    [Coroutine(Saveable = true)]
    private static int Counting(Tally tally, Yield<int> yield)
    {
        tally.Up();
        yield(1);
        return tally.Twice();
    }

    [Coroutine(Saveable = true)]
    private static int Stepping(Stepper stepper, Yield<int> yield)
    {
        yield(stepper.Next());
        return stepper.Next();
    }

    [Coroutine(Saveable = true)]
    private static string Gauging(Gauge gauge, Yield<string> yield)
    {
        gauge.Level++;
        yield($"{gauge}");
        return $"{gauge}";
    }

    [Fact]
    public void A_private_field_that_no_property_gives_back_is_refused()
    {
        Assert.Equal(("tally", true), Refused(Counting(new Tally()), "'_count' of CoroutineGen.Tests.Saving.Tally"));
        Assert.Equal(("stepper", true), Refused(Stepping(new Stepper(1)), "of CoroutineGen.Tests.Saving.Stepper"));
    }

    [Fact]
    public void A_private_field_that_a_property_of_its_name_gives_back_is_not()
    {
        var original = Gauging(new Gauge(3));
        Assert.Equal("3 1", original.Next());
        var restored = Text.Again(original, GaugingCoroutine.Restore);
        Assert.False(restored.MoveNext());
        Assert.Equal("3 1", restored.Result);
    }

    [Fact]
    public void A_public_field_that_is_not_written_is_refused()
    {
        Assert.Equal(("position", true), Refused(Moving(new Position { X = 3 }), "'X' of CoroutineGen.Tests.Saving.Position"));
        Assert.Equal(("figure", true), Refused(Drawing(new Circle { Radius = 3 }), "'Radius' of CoroutineGen.Tests.Saving.Circle"));
    }

    [Fact]
    public void A_property_that_nothing_can_set_is_refused_wherever_it_is()
    {
        Assert.Equal(("account", true), Refused(Paying(new Account()), "'Sum' of CoroutineGen.Tests.Saving.Account"));
        Assert.Equal(("accounts", true), Refused(PayingAll([new Account()]), "'Sum' of CoroutineGen.Tests.Saving.Account"));
    }

    [Fact]
    public void What_is_set_or_constructed_or_computed_or_ignored_is_not()
    {
        var original = Sending(new Parcel("x") { Weight = 11 });
        original.MoveNext();
        var restored = Text.Again(original, SendingCoroutine.Restore);
        Assert.False(restored.MoveNext());
        Assert.Equal("x 11 1 True 0", restored.Result);
    }

    private static (string?, bool) Refused(ISaveable coroutine, string what)
    {
        var error = Assert.Throws<CoroutineSaveException>(() => Text.Of(coroutine));
        Assert.Equal(CoroutineSaveReason.NotSerialisable, error.Reason);
        return (error.Variable, error.Message.Contains(what, StringComparison.Ordinal));
    }
}

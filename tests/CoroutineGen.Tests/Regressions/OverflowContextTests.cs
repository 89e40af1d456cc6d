using Xunit;

namespace CoroutineGen.Tests;

/// <summary>
/// A checked or unchecked block says of all that stands in it whether it overflows; lowering takes statements apart, and each part must
/// keep that. The fuzzer found a switch that did not.
/// </summary>
public sealed partial class OverflowContextTests
{
    private const long Large = (1L << 33) + 5;

    [Coroutine]
    private static string Switch(Log log, long large, Yield<string, int> yield)
    {
        try
        {
            checked
            {
                switch ((int)large)
                {
                    case 5:
                        yield("unchecked");
                        break;
                    default:
                        yield("default");
                        break;
                }
            }
        }
        catch (OverflowException)
        {
            log.Arg("overflow", 1);
        }
        return "end";
    }

    [Coroutine]
    private static string CaseTest(Log log, long large, Yield<string, int> yield)
    {
        try
        {
            checked
            {
                switch (yield("which"))
                {
                    case 0 when (int)large == 5:
                        yield("unchecked");
                        break;
                    default:
                        yield("default");
                        break;
                }
            }
        }
        catch (OverflowException)
        {
            log.Arg("overflow", 1);
        }
        return "end";
    }

    [Coroutine]
    private static string Filter(Log log, long large, Yield<string, int> yield)
    {
        checked
        {
            try
            {
                yield("in try");
                throw new FormatException();
            }
            catch (FormatException) when ((int)large == 5)
            {
                log.Arg("the filter does not overflow", 1);
            }
            catch (FormatException)
            {
                yield("the filter does");
            }
            try
            {
                yield("in the second try");
                throw new FormatException();
            }
            catch (Exception error) when (error is FormatException && (int)large == 5)
            {
                yield("the filter does not");
            }
            catch (FormatException)
            {
                log.Arg("the second filter does", 1);
            }
        }
        return "end";
    }

    [Coroutine]
    private static string LocalFunction(Log log, long large, Yield<string, int> yield)
    {
        try
        {
            checked
            {
                yield("before");
                try
                {
                    log.Arg("value", Narrow());
                }
                catch (OverflowException)
                {
                    log.Arg("overflow in Narrow", 1);
                }

                Note();
                First([1])++;
                Later().Wait();
                log.Arg("failed", Larger().IsFaulted);
                Throw();

                int Narrow() => (int)large;

                static T Same<T>(T value) => value;

                ref int First(int[] numbers) => ref numbers[numbers.Length - 1];

                async Task Later() => await Task.FromResult(First([1]));

                async Task<int> Larger() => Same(await Task.FromResult(1)) + int.MaxValue;

                void Note() => log.Arg("no value", sizeof(int) + 1);

                void Throw()
                {
                    log.Arg("in a block", (int)large);
                }
            }
        }
        catch (OverflowException)
        {
            log.Arg("overflow", 1);
        }
        return "end";
    }

    [Coroutine]
    private static string Constant(Log log, Yield<string, int> yield)
    {
        unchecked
        {
            const int Smallest = int.MaxValue + 1;
            yield("before");
            log.Arg("constant", Smallest);
            const uint Hash = (uint)-5;
            switch (yield("which") == 0 ? Hash : 0u)
            {
                case (uint)-5:
                    yield("hash");
                    break;
                case 0u:
                    goto case (uint)-5;
            }
        }
        return "end";
    }

    [Coroutine]
    private static int Everywhere(Log log, long large, int place, Yield<string, int> yield)
    {
        try
        {
            checked
            {
                int sum = yield("before");
                if (place == 0 && (int)large == yield("if"))
                    return -1;
                while (place == 1 && (int)large == yield("while"))
                    return -2;
                for (int i = place == 2 ? (int)large : 0; i < 1; i++)
                    yield("for");
                do
                {
                    yield("do");
                }
                while (place == 3 && (int)large > 0);
                foreach (int n in place == 4 ? new[] { large } : new[] { 1L })
                    sum += yield("foreach") + n;
                if (place == 5)
                    sum += (int)(large + yield("compound"));
                using (new StringReader(place == 6 ? $"{(int)large}" : "r"))
                    yield("using");
                if (yield("pattern") is var answer && place == 7 && (int)large == answer)
                    return -4;
                Func<int> late = () => place == 8 ? (int)large : sum;
                sum += late();
                sum += place switch { 9 => yield("arm") + (int)large, _ => 1 };
                if (place == 10)
                    throw new InvalidOperationException($"{(int)large}{yield("throw")}");
                if (place == 11)
                    yield.From(new[] { $"{(int)large}" });
                return place == 12 ? (int)large : sum;
            }
        }
        catch (OverflowException)
        {
            log.Arg("overflow", place);
        }
        return -3;
    }

    [Fact]
    public void Of_a_switch() => Oracle.Check((log, yield) => Switch(log, Large, yield), log => Switch(log, Large));

    [Fact]
    public void Of_the_test_of_a_case() => Oracle.Check((log, yield) => CaseTest(log, Large, yield), log => CaseTest(log, Large));

    [Fact]
    public void Of_a_filter() => Oracle.Check((log, yield) => Filter(log, Large, yield), log => Filter(log, Large));

    [Fact]
    public void Of_a_local_function() => Oracle.Check((log, yield) => LocalFunction(log, Large, yield), log => LocalFunction(log, Large));

    [Fact]
    public void Of_constants() => Oracle.Check((log, yield) => Constant(log, yield), log => Constant(log));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Of_every_other_place(int place)
        => Oracle.Check((log, yield) => Everywhere(log, Large, place, yield), log => Everywhere(log, Large, place));
}

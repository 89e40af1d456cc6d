namespace Tour;

static class Expect
{
    /// <summary>Runs what is going to fail and returns the exception, so that a chapter can show it.</summary>
    public static TException Failure<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException expected)
        {
            return expected;
        }
        throw new InvalidOperationException($"A {typeof(TException).Name} was expected here.");
    }
}

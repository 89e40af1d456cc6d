namespace Http.Parsing;

/// <summary>What came is no request, or one that is not served.</summary>
/// <param name="status">The status to answer with.</param>
/// <param name="reason">What is wrong with it.</param>
/// <param name="at">How many bytes of the connection had been understood.</param>
sealed class BadRequestException(int status, string reason, long at) : Exception($"{reason} (behind byte {at})")
{
    public int Status => status;

    public long At => at;
}

using System.Collections;

namespace Http.Parsing;

/// <summary>Header fields, in their order.</summary>
sealed class Fields : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _all = [];

    public int Count => _all.Count;

    public void Add(string name, string value) => _all.Add(new(name, value));

    /// <summary>The values of all fields of a name, whose case does not matter.</summary>
    public IEnumerable<string> Values(string name)
        => _all.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    /// <summary>The members of the lists that fields of a name are, in lower case.</summary>
    public IEnumerable<string> Tokens(string name)
        => Values(name).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Where(token => token.Length > 0)
            .Select(token => token.ToLowerInvariant());

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

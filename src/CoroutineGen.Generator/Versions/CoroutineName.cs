namespace CoroutineGen.Generator.Versions;

/// <summary>The parts of a saved name.</summary>
// Shop.Saga.Order(string, int)    ---->  Shop.Saga, Order, (string, int)
internal readonly record struct CoroutineName(string Host, string Method, string Parameters)
{
    public static CoroutineName Of(string name)
    {
        int open = name.IndexOf('(');
        string path = open < 0 ? name : name.Substring(0, open);
        int dot = path.LastIndexOf('.');
        return new(dot < 0 ? "" : path.Substring(0, dot), path.Substring(dot + 1), open < 0 ? "" : name.Substring(open));
    }

    /// <summary>The class of a coroutine that says no ClassName, as types are named in points files.</summary>
    public string Class(string className) => Host.Length == 0 ? className : Host + "." + className;
}

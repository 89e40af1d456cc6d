namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>An int out of things that are made of several: initialisers, collection expressions, copies with changes.</summary>
    private string Collection(int depth) => dice.Next(12) switch
    {
        0 => $"((int[])[{Int(depth)}, {Int(depth)}, .. new[] {{ {Int(depth)}, {Leaf()} }}])[{Small(depth)}]",
        1 => $"((List<int>)[{Int(depth)}, .. new Sequence({Self}, {dice.Next(3)}), {Int(depth)}]).Count",
        2 => $"new List<int> {{ {Int(depth)}, {Int(depth)}, {Leaf()} }}[{Small(depth)}]",
        3 => $"new Dictionary<int, int> {{ [{Int(depth)}] = {Int(depth)}, [{Leaf()}] = {Int(depth)} }}.Values.Sum()",
        4 => $"new Dictionary<int, int> {{ {{ {Int(depth)}, {Int(depth)} }}, {{ {Leaf()}, {Int(depth)} }} }}.Count",
        5 => $"new Box({Self}) {{ Field = {Int(depth)}, Inner = {{ X = {Int(depth)}, Y = {Leaf()} }}, [{Int(depth)}] = {Int(depth)} }}.Plus({Int(depth)})",
        6 => $"new Box({Self}) {{ Next = new Box({Self}) {{ Value = {Int(depth)} }}, Value = {Int(depth)} }}.Value",
        7 => $"({Host}V with {{ X = {Int(depth)}, Y = {Int(depth)} }}).Sum()",
        8 => $"(new Point({Int(depth)}, {Int(depth)}) with {{ X = {Int(depth)} }}).Sum()",
        9 => $"new {{ X = {Int(depth)}, Y = {Int(depth)} }}.{dice.Of("X", "Y")}",
        10 => $"new[,] {{ {{ {Int(depth)}, {Int(depth)} }}, {{ {Leaf()}, {Int(depth)} }} }}[{Small(depth)}, {Small(depth)}]",
        _ => $"new int[2 + ({Small(depth)}), 2].GetLength(0)",
    };

    /// <summary>A query: yields may stand in its first source only.</summary>
    private string Query(int depth)
    {
        string source = dice.Next(3) switch
        {
            0 => $"new[] {{ {Int(depth)}, {Int(depth)}, {Leaf()} }}",
            1 => $"Enumerable.Range({Int(depth)}, {dice.Next(4)})",
            _ => $"new Sequence({Self}, {Small(depth)})",
        };
        string item = Name(), let = Name();
        return dice.Next(4) switch
        {
            0 => $"(from {item} in {source} where {item} > {Plain()} select {item} + {Plain()}).Sum()",
            1 => $"(from {item} in {source} let {let} = {item} * 2 orderby {let} descending select {let} - {Plain()}).FirstOrDefault()",
            2 => $"(from {item} in {source} from {let} in new[] {{ 1, {item} }} where {let} != {Plain()} select {item} * {let}).Sum()",
            _ => $"(from {item} in {source} group {item} by {item} & 1 into {let} select {let}.Count()).Last()",
        };
    }

    /// <summary>A leaf that may stand in a lambda.</summary>
    private string Plain()
    {
        _verbatim++;
        string leaf = Leaf();
        _verbatim--;
        return leaf;
    }

    /// <summary>What a compiler passes on its own: the names and the text of where a call stands.</summary>
    private string Caller(int depth) => dice.Next(4) switch
    {
        0 => $"{Host}Here({Int(depth)})",
        1 => $"{Host}Told({Int(depth)} + {Leaf()})",
        2 => $"{Host}Many({Int(depth)}, {Int(depth)})",
        _ when own.Shape == HostShape.Instance => $"base.Sum({Int(depth)}, {Int(depth)})",
        _ => $"((Func<int, int>){Host}B({Place()}).Plus)({Int(depth)})",
    };

    /// <summary>Calls on a value of a type parameter.</summary>
    private string Cell(Variable cell, int depth) => dice.Next(6) switch
    {
        0 => $"{cell.Name}.Count",
        1 => $"{cell.Name}[{Int(depth)}]",
        2 => $"T.Twice({Int(depth)})",
        3 => $"({cell.Name}?.Add({Int(depth)}) ?? {Leaf()})",
        4 => $"{Host}Id({cell.Name}).Add({Int(depth)})",
        _ => $"{cell.Name}.Add({Int(depth)})",
    };

    /// <summary>Bound when it runs.</summary>
    private string Bound(int depth) => dice.Next(5) switch
    {
        0 => $"(int)((dynamic)({Int(depth)}) + {Int(depth)})",
        1 => $"(int)((dynamic){Host}O).Plus({Int(depth)})",
        2 => $"(int)((dynamic){Host}A)[{Small(depth)}]",
        3 when Any(VariableKind.Dynamic) is { } value => $"(int)({value.Name} - {Int(depth)})",
        _ when Any(VariableKind.Dynamic) is { } value => $"(int){value.Name}",
        _ => $"(int)(dynamic)({Int(depth)})",
    };

    /// <summary>Chains that end where something is null.</summary>
    private string Chain(int depth) => dice.Next(9) switch
    {
        0 => $"{Host}O?.Next?[{Int(depth)}]",
        1 => $"{Host}{dice.Of("O", "Null")}?.Next?.Plus({Int(depth)})",
        2 => $"{Host}{dice.Of("O", "Null")}?.Inner.Add({Int(depth)})",
        3 => $"{Host}NoFunction?.Invoke({Int(depth)})",
        4 => $"{Host}B({Place()})?[{Int(depth)}]",
        5 => $"{Host}O.Next?.Next?.Plus({Int(depth)})",
        6 => $"{Host}Spare?.Add({Int(depth)})",
        7 => $"((Pair?)new Pair({Int(depth)}, {Leaf()}))?.Sum()",
        _ => $"{Host}{dice.Of("O", "Null")}?.Plus({Int(depth)})",
    };
}

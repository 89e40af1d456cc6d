namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>What a body says of the things that are unusual around it.</summary>
    private void MeetSurrounding()
    {
        string name = Own("met");
        switch (surrounding)
        {
            case Surrounding.FileLocalType:
                See($"Hidden.Value({Int(2)})");
                break;
            case Surrounding.Obsolete:
                Line($"var {name} = new Old({Int(1)});");
                Line($"{name} += {Int(2)};");
                See($"{name}.Value");
                break;
            case Surrounding.Overload:
                See($"C{own.Index}(null) + {Int(2)}");
                See($"{Int(2)} - C{own.Index}(text: default)");
                break;
            case Surrounding.LineEnds:
                BrokenYields();
                break;
            case Surrounding.ExternAlias:
                Line($"var {name} = {FuzzProgram.Alias}::System.Collections.Immutable.ImmutableList.Create({Int(2)}, {Int(1)});");
                Line($"{SuspendedStatement()};");
                See($"{name}[1] + {Int(2)}");
                break;
            default:
                break;
        }
    }

    /// <summary>What the runtime binder looks up by name.</summary>
    private void LateBound()
    {
        string late = Own("late");
        Line($"dynamic {late} = {Host}{dice.Of("O", "O", "Meeting")};");
        switch (dice.Next(8))
        {
            case 0:
                Line($"{late} = {Host}O;");
                See($"(int)({late}?.Plus({Int(2)}) ?? {Int(1)})");
                break;
            case 1:
                Line($"{late} = {Host}O;");
                Line($"{late}.Field {dice.Of("+=", "-=", "=")} {Int(2)};");
                break;
            case 2:
                Line($"{late}[{Small(1)}] {dice.Of("+=", "=")} {Int(2)};");
                break;
            case 3:
                Line($"{late} = {Host}O;");
                See($"{Host}Bump(ref {Host}A[{Small(1)}], {Int(2)}) + (int){late}.Field + (int){late}.Plus({Int(1)})");
                break;
            case 4:
                Line($"{late} = {Int(1)} > {Int(2)};");
                Line($"if ({late} && {Bool(2)}) {{ {Host}L({Place()}, {Int(1)}); }}");
                break;
            case 5:
                Line($"{late} = {Int(1)} > {Int(2)};");
                Line($"if ({late} || {Bool(2)}) {{ {Host}L({Place()}, {Int(1)}); }}");
                break;
            case 6:
                See($"(int){Host}Late({Int(2)}) + {Int(1)}");
                break;
            default:
                Line($"{late} = {Host}A;");
                See($"(int){late}[{Small(2)}] - (int){late}[{Small(1)}]");
                break;
        }
    }

    /// <summary>The text of a yield is of several lines, which is all one to it.</summary>
    private void BrokenYields()
    {
        if (dice.Chance(30))
            SeeText($"$@\"first {{{Int(2)}\n}} and {{\n  {Leaf()}\n}}\n  last {{{Int(1)}}}\"");
        else
            See(Int(3).Replace("yield(", "yield( // broken\n            ", StringComparison.Ordinal)
                .Replace(" + ", "\n                + ", StringComparison.Ordinal));
    }

    /// <summary>A switch expression tests the value itself, where a switch statement converts it, once for all of its cases.</summary>
    private void SwitchExpressions()
    {
        string bound = Own("bound");
        switch (dice.Next(6))
        {
            case 5:
                Line($"switch (new Meter({Self}, {Int(1)}))");
                Line("{");
                Line($"    case < 3 when {Bool(2)}: {Host}L({Place()}, {Int(2)}); break;");
                Line($"    case 4 or 5 when {Int(2)} > 2: {SuspendedStatement()}; break;");
                Line($"    case var {bound}: {Host}L({Place()}, {bound}); break;");
                Line("}");
                break;
            case 0:
                See($"new Word({Int(2)}) switch {{ {{ Size: > 3 }} when {Bool(2)} => {Int(2)}, {{ Size: var {bound} }} => {bound} + {Int(1)} }}");
                break;
            case 1:
                SeeText($"new Word({Int(1)}) switch {{ var {bound} when {Int(2)} > 4 => {bound} + {Int(2)}, var {bound} => {bound} + \"kept\" }}");
                break;
            case 2:
                See($"new Meter({Self}, {Int(2)}) switch {{ {{ Size: 0 or 2 }} => {Int(2)}, {{ Size: < {dice.Next(9)} }} when {Bool(1)} => {Leaf()}, _ => {Int(2)} }}");
                break;
            case 3:
                See($"(Meter?)({Bool(1)} ? new Meter({Self}, {Int(1)}) : null) switch {{ null => {Int(2)}, {{ Size: var {bound} }} => {bound} - {Int(2)} }}");
                break;
            default:
                Line($"Word {bound} = new Word({Leaf()});");
                See($"{bound} switch {{ Word {{ Size: 1 }} => {Int(2)}, _ when {Bool(2)} => {Int(1)}, _ => {Leaf()} }}");
                break;
        }
    }

    /// <summary>What is told its line is told that of the user's file, whatever is lowered above it in its statement.</summary>
    private void CallerLines()
    {
        string first = BrokenHere(2), second = BrokenHere(1), third = BrokenHere(1);
        switch (dice.Next(5))
        {
            case 0:
                See($"\n            {Int(2)}\n            + {first}\n                - {second}");
                break;
            case 1:
                See($"{Host}Bump(\n    ref {Host}A[{Int(1)}],\n\n    {first}) + {second}");
                break;
            case 2:
                Line($"{Host}A[\n    {first}\n        & 1] {dice.Of("=", "+=")} {second};");
                break;
            case 3:
                See($"{Bool(2)}\n    ? {first}\n    : {second}\n    + {third}");
                break;
            default:
                SeeText($"$\"{{{Int(1)}}}\" + {first}\n    + (object){Host}Here({Leaf()})\n    + {second}");
                break;
        }

        string BrokenHere(int depth) => dice.Next(3) switch
        {
            0 => $"{Host}Here(\n                {Int(depth)})",
            1 => $"{Host}Here({Int(depth)} // broken\n  + {Leaf()})",
            _ => $"{Host}Here({Leaf()})",
        };
    }

    /// <summary>What is locked may be a struct behind a type parameter: then it is one box.</summary>
    private void GenericLocks(int depth)
    {
        if (Any(VariableKind.Cell) is not { } cell)
        {
            See($"{Host}Here({Int(1)}) + {Host}Here({Int(2)})");
            return;
        }
        Line($"lock ({cell.Name})");
        Block(depth, 2);
    }
}

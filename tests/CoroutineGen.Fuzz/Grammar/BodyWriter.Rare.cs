namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>Statements that need something of their own around them.</summary>
    private void Rare(int depth)
    {
        switch (dice.Next(7))
        {
            case 0 when Has(Features.RefLocals):
                RefLocal();
                break;
            case 1 when Has(Features.RefLocals):
                Spans();
                break;
            case 2 when Has(Features.Checked):
                Line(dice.Of("checked", "checked", "unchecked"));
                Block(depth, 2);
                break;
            case 3 when Has(Features.Callers):
                Line($"{Host}Never({Int(2)});");
                break;
            case 4 when Has(Features.ConditionalAccess):
                Line($"{Host}{dice.Of("O", "Null", "O.Next")}?.{dice.Of("Value =", "Field +=", "Inner.X =", $"Next!.Field -=")} {Int(2)};");
                break;
            case 5 when Has(Features.Dynamic):
                Declare("dynamic", VariableKind.Dynamic, Int(2));
                break;
            default:
                Line($"{Host}{dice.Of("Objects", "Objects!")}[{Small(1)}] += {String(2)};");
                break;
        }
    }

    /// <summary>A reference that is gone before the next suspension.</summary>
    private void RefLocal()
    {
        Open();
        string name = Name();
        Line($"ref int {name} = ref {dice.Of($"{Host}A[{Small(2)}]", $"{Host}Pairs[{Small(2)}].X", $"{Host}O.Field", $"{Host}V.Y", $"{Host}At({Small(2)})")};");
        Line($"{name} {dice.Of("+=", "=", "-=")} {Plain()};");
        Line($"{Host}L({Place()}, {name}++);");
        Close();
    }

    private void Spans()
    {
        Open();
        string items = Name(), item = Name();
        Line($"Span<int> {items} = new int[2];");
        Line($"{items}[1] = {Plain()};");
        Line($"foreach (ref int {item} in {items})");
        Line($"    {item} += {Host}L({Place()}, {Plain()});");
        Line($"{Host}L({Place()}, {items}[0] + {items}[1]);");
        Close();
        if (!dice.Chance(50))
            return;
        Line($"foreach (int {item} in {Host}A.AsSpan({Small(2)}))");
        Line($"    {Host}L({Place()}, {item});");
    }
}

namespace CoroutineGen.Fuzz.Grammar;

// Copies of records, with members that are set in order.
internal sealed partial class BodyWriter
{
    private void RecordCopies()
    {
        string copied = Own("copied");
        string made = dice.Of(
            $"new LoudRecord({Self}) {{ First = {Leaf()}, Second = 2 }}", $"new LoudStruct({Self}) {{ First = {Leaf()} }}", $"new QuietRecord({Leaf()})",
            $"(QuietRecord)new QuietSub({Leaf()}, 3)");
        string set = dice.Of(
            $"First = {Int(2)}, Second = {Int(2)}", $"Second = {Int(1)}, First = {Int(2)}", $"First = {Int(2)}", $"Second = {Int(2)}");
        Line($"var {copied} = {made};");
        Line($"var {copied}b = {copied} with {{ {set} }};");
        See($"{copied}b.First * 10 + {copied}.Second + {copied}b.Second");
    }
}

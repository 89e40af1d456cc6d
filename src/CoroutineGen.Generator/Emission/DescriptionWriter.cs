using System.Globalization;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes what debuggers show at each suspension point: file, line, expression, and the hoisted variables in scope.</summary>
// protected override Place Describe(int point) => point switch
// {
//     0 => new Place("File1.cs", 10, "start", "start", "end"),
//     1 => new Place("File1.cs", 11, "yield(i)", "start", "end", "i"),
//     _ => null,
// };
internal static class DescriptionWriter
{
    public static void Write(SourceWriter writer, LoweredBody body, LineMap? lines)
    {
        string[] places =
        [
            .. Start(body).Select(variables => $"0 => {Place("start", StartToken(body), variables)},"),
            .. body.Points.Select(p => $"{Number(p.Number)} => {Place(p.Text, p.Token, p.Variables.Select(Variable))},"),
        ];
        if (places.Length == 0)
            return;
        writer.Line();
        writer.Line($"protected override {FrameworkNames.Place} Describe(int point) => point switch");
        writer.Line("{");
        foreach (string place in places)
            writer.Line(place, 1);
        writer.Line("_ => null,", 1);
        writer.Line("};");

        string Place(string text, int token, IEnumerable<string> variables)
        {
            string[] arguments = [lines?.FileName ?? "", text, .. variables];
            var literals = arguments.Select(a => SymbolDisplay.FormatLiteral(a, quote: true)).ToList();
            literals.Insert(1, Number(lines?.LineOf(token) ?? 0));
            return $"new {FrameworkNames.Place}({string.Join(", ", literals)})";
        }
    }

    /// <summary>The variables of point 0, which are the arguments; no point 0 where there are none.</summary>
    private static IEnumerable<IEnumerable<string>> Start(LoweredBody body)
    {
        var arguments = body.Frame.Parameters.ToArray();
        if (arguments.Length > 0)
            yield return arguments.Select(f => Variable(new(ClassNames.Plain(f.Parameter!), ClassNames.Plain(f.Name))));
    }

    private static int StartToken(LoweredBody body) => body.Step.Lines.FirstOrDefault(l => l.Token >= 0)?.Token ?? -1;

    // i; copy=scope1.copy of one in an environment
    private static string Variable(LiveVariable variable)
        => variable.Name == variable.Path ? variable.Name : $"{variable.Name}={variable.Path}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes what debuggers show at each point: where it stands in the user's file, and which variables live there.</summary>
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

    /// <summary>The arguments, which are all that a new coroutine has; nothing where there are none.</summary>
    private static IEnumerable<IEnumerable<string>> Start(LoweredBody body)
    {
        var arguments = body.Frame.Parameters.ToArray();
        if (arguments.Length > 0)
            yield return arguments.Select(f => Variable(new(ClassNames.Plain(f.Parameter!), ClassNames.Plain(f.Name))));
    }

    private static int StartToken(LoweredBody body) => body.Step.Lines.FirstOrDefault(l => l.Token >= 0)?.Token ?? -1;

    private static string Variable(LiveVariable variable)
        => variable.Name == variable.Path ? variable.Name : $"{variable.Name}={variable.Path}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

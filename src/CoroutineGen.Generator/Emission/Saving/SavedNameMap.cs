using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>The fields of generated code that have the names of points and variables: in a class within the frame's struct.</summary>
// OrderLocals.Names.sum, OrderLocals.Names.Point1
internal sealed class SavedNameMap
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;
    private readonly string _owner;

    public SavedNameMap(ClassShape shape, LoweredBody body, SaveShape save)
    {
        var inFrame = new HashSet<string>(
            body.Frame.Fields.Select(f => ClassNames.Plain(f.Name)).Concat(body.Frame.Scopes.Select(s => s.Name)), StringComparer.Ordinal)
        {
            shape.LocalsName, shape.ReceiverField,
        };
        ClassName = ClassNames.Fresh("Names", inFrame.Contains);
        _owner = $"{shape.LocalsType}.{ClassName}";
        _taken = new(StringComparer.Ordinal)
        {
            ClassName, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        };
        foreach (var point in save.Points)
            _taken.Add(PointField(point.Number));
        foreach (var variable in save.Points.SelectMany(p => p.Contract).Concat(save.Current).Concat(save.Result))
            if (!_fields.ContainsKey(variable.Name))
                _fields.Add(variable.Name, FieldOf(variable.Name));
    }

    /// <summary>The name of the class that has them.</summary>
    public string ClassName { get; }

    /// <summary>The fields of variables, each with the name that it has.</summary>
    public IEnumerable<(string Field, string Name)> Fields => _fields.Select(f => (f.Value, f.Key));

    /// <summary>The name of a variable in generated code.</summary>
    public string Of(SavedVariable variable) => Of(variable.Name);

    /// <summary>The same, by the name itself.</summary>
    public string Of(string name) => $"{_owner}.{_fields[name]}";

    /// <summary>The name of a point in generated code.</summary>
    public string OfPoint(int number) => $"{_owner}.{PointField(number)}";

    public static string PointField(int number) => "Point" + number.ToString(CultureInfo.InvariantCulture);

    // pair.1    ---->  pair_1
    private string FieldOf(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
            if (SyntaxFacts.IsIdentifierPartCharacter(c))
                text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] != '_')
                text.Append('_');
        string field = ClassNames.Fresh(text.ToString().TrimEnd('_') is { Length: > 0 } plain ? plain : "value", _taken.Contains);
        _taken.Add(field);
        return SyntaxFacts.GetKeywordKind(field) == SyntaxKind.None ? field : "@" + field;
    }
}

using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>"(P, Q)": the elements of a tuple, what Deconstruct hands out, or what an ITuple has at each place.</summary>
internal sealed partial class KeptReads
{
    private bool Positional(PositionalPatternClauseSyntax clause, Code value, ITypeSymbol type, string path, List<Code> terms)
    {
        var parts = clause.Subpatterns.Select(s => s.Pattern).ToList();
        return type is INamedTypeSymbol { IsTupleType: true } tuple
            ? Elements(parts, value, tuple, path, terms)
            : (context.Model.GetOperation(clause.Parent!, context.Cancellation) as IRecursivePatternOperation)?.DeconstructSymbol switch
            {
                IMethodSymbol deconstruct => Deconstructed(clause, parts, deconstruct, value, type, path, terms),
                INamedTypeSymbol indexed => Indexed(clause, parts, indexed, value, path, terms),
                _ => Refuse(clause) is not null,
            };
    }

    private bool Elements(List<PatternSyntax> parts, Code value, INamedTypeSymbol tuple, string path, List<Code> terms)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            var element = tuple.TupleElements[i];
            if (!Add(Test(parts[i], Code.Of(value, ".", element.Name), element.Type, $"{path}.{element.Name}"), terms))
                return false;
        }
        return true;
    }

    /// <summary>Deconstruct is called once for all cases, also behind a cast to the type that inherits it.</summary>
    private bool Deconstructed(
        PositionalPatternClauseSyntax clause, List<PatternSyntax> parts, IMethodSymbol deconstruct, Code value, ITypeSymbol type,
        string path, List<Code> terms)
    {
        // The types that Deconstruct hands out are what its parts are matched as.
        var types = parts.Select(p => context.Model.GetTypeInfo(p, context.Cancellation).Type).ToList();
        if (parts.Count == 0 || types.Exists(t => t is null or { TypeKind: TypeKind.Error }))
            return Refuse(clause) is not null;
        path = PathOf(path, deconstruct, ref value);
        var kept = types.Select((t, i) => Kept($"{path}#{Text(i)}", t!, parts[i])).ToList();
        if (kept[0].IsNew)
            kept[0].Read(parts.Count == 1 ? Only(deconstruct, type, value, kept[0].Variable) : All(kept.Select(k => k.Variable), value));
        terms.Add(_reads[$"{path}#0"].Condition);
        for (int i = 0; i < parts.Count; i++)
        {
            if (!Add(Test(parts[i], Code.Of(kept[i].Variable), types[i]!, $"{path}#{Text(i)}"), terms))
                return false;
        }
        return true;
    }

    private static Code All(IEnumerable<Variable> variables, Code value)
    {
        var targets = new List<object> { "(" };
        foreach (var variable in variables)
            targets.AddRange([targets.Count > 1 ? ", " : "", variable]);
        return Code.Of([.. targets, ") = ", value]);
    }

    /// <summary>
    /// No assignment takes one value apart, but a pattern does. "C(P)" ----> "v is C(var p) &amp;&amp; (kept = p) is var _"
    /// </summary>
    private static Code Only(IMethodSymbol deconstruct, ITypeSymbol type, Code value, Variable kept)
    {
        var owner = deconstruct.IsExtensionMethod || deconstruct.IsStatic ? type : deconstruct.ContainingType;
        return Code.Of(
            value, $" is {TypeText.Of(owner)}(var ", new PatternVariablePiece(kept), ") && (", kept, " = ", new PatternVariablePiece(kept),
            ") is var _");
    }

    /// <summary>"object is (P, Q)": what has as many elements by ITuple; its Length is the one that "{ Length: .. }" reads.</summary>
    private bool Indexed(
        PositionalPatternClauseSyntax clause, List<PatternSyntax> parts, INamedTypeSymbol indexed, Code value, string path,
        List<Code> terms)
    {
        if (indexed.GetMembers("Length").FirstOrDefault() is not IPropertySymbol count
            || indexed.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p.IsIndexer) is not { } element)
            return Refuse(clause) is not null;
        var length = Read(PathOf(path, count, ref value), Code.Of(value, ".Length"), count.Type, clause, terms);
        terms.Add(Code.Of(length, $" == {Text(parts.Count)}"));
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is DiscardPatternSyntax)
                continue;
            string key = $"{PathOf(path, element, ref value)}#{Text(i)}";
            var part = Read(key, Code.Of(value, $"[{Text(i)}]"), element.Type, parts[i], terms);
            if (!Add(Test(parts[i], part, element.Type, key), terms))
                return false;
        }
        return true;
    }
}

using System.Globalization;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>foreach over an inline array. C# iterates a span over it, which cannot be hoisted: this one goes by index.</summary>
internal sealed partial class StatementLowerer
{
    // foreach (var x in b) B
    // ---->
    // f.index1 = 0; Loop: if (!(f.index1 < 3)) goto End; var x = f.b[f.index1]; B; Continue: f.index1++; goto Loop; End:
    private void ForEachInline(CommonForEachStatementSyntax loop, ITypeSymbol type, int length, ForEachStatementInfo info)
    {
        if (loop is ForEachStatementSyntax { Type: RefTypeSyntax } || PlaceOf(loop.Expression, type) is not { } place)
        {
            Refuse(loop, "a foreach loop over this inline array");
            return;
        }
        var index = _variables.Temporary("index", "int", null, loop);
        Indexed(loop, place, index, Code.Of(length.ToString(CultureInfo.InvariantCulture)), info.ElementType);
    }

    /// <summary>
    /// What is indexed: the variable itself where the array is one, so that the loop sees what is assigned meanwhile; else a copy.
    /// </summary>
    /// <returns>An lvalue; null where it is a reference that would have to live across a suspension.</returns>
    // b             ---->  f.b
    // Owner().b     ---->  f.owner1 = Owner();     f.owner1.b       of a class: the object is evaluated once
    // Make()        ---->  f.items1 = Make();      f.items1
    private Code? PlaceOf(ExpressionSyntax expression, ITypeSymbol type)
    {
        ExpressionSyntax root = expression;
        while (_context.Model.GetOperation(root, _context.Cancellation) is IFieldReferenceOperation { Instance: { } instance }
            && instance is not IInstanceReferenceOperation && instance.Syntax is ExpressionSyntax inner)
        {
            if (instance.Type is { IsReferenceType: true })
            {
                var owner = _variables.Temporary("owner", instance.Type, inner);
                _builder.Declare(owner, _expressions.Lower(inner));
                return _printer.Print(expression, new Dictionary<SyntaxNode, Code> { [inner] = Code.Of(owner) });
            }
            root = inner;
        }
        switch (_context.Model.GetOperation(root, _context.Cancellation))
        {
            case ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation
                or IFieldReferenceOperation { Field.RefKind: RefKind.None }:
                return _printer.Print(expression);
            case IInvocationOperation { TargetMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } }
                or IPropertyReferenceOperation { Property: { ReturnsByRef: false, ReturnsByRefReadonly: false } }
                or IObjectCreationOperation or IDefaultValueOperation or IConversionOperation:
                var items = _variables.Temporary("items", type, expression);
                _builder.Declare(items, _expressions.Lower(expression));
                return Code.Of(items);
            default:
                return null;
        }
    }

    /// <summary>How many elements an inline array has; 0 for any other type.</summary>
    private static int InlineLength(ITypeSymbol? type)
        => type is null ? 0 : Receivers.LengthOf(type) ?? 0;
}

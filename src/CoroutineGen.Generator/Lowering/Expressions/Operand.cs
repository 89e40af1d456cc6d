using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>A part of an expression, in the order of evaluation.</summary>
/// <param name="Expression">What is evaluated, or located.</param>
/// <param name="Kind">What C# does with it at this place.</param>
/// <param name="CountedIn">For an index: what it may count from the end of.</param>
internal readonly record struct Operand(
    ExpressionSyntax Expression, OperandKind Kind = OperandKind.Value, ExpressionSyntax? CountedIn = null)
{
    /// <summary>Whether a variable is only located, which others have been evaluated for.</summary>
    public bool IsProbe => Kind is OperandKind.Probe or OperandKind.TestedProbe;
}

/// <summary>What C# does with an operand where it stands.</summary>
internal enum OperandKind
{
    /// <summary>It is evaluated, and converted.</summary>
    Value,

    /// <summary>It is evaluated; C# converts it when all of its neighbours are, as the elements of compared tuples.</summary>
    ConvertedLater,

    /// <summary>
    /// A struct variable in another object, or an element, is located, which may fault: its value is read and dropped.
    /// </summary>
    Probe,

    /// <summary>An element is located by a reference to it, which tests the type of the array.</summary>
    TestedProbe,

    /// <summary>
    /// A receiver of a type parameter: where that is a class its reference is taken; where it is a struct it is changed later, in its
    /// place.
    /// </summary>
    GenericReceiver,

    /// <summary>An index that may count from the end becomes a number of elements from the start.</summary>
    Index,

    /// <summary>What is spread is enumerated.</summary>
    Enumerated,

    /// <summary>Of two variables the one that is chosen is located.</summary>
    RefChoice,
}

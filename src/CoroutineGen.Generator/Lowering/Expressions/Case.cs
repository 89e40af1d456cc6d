using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>A case of a switch.</summary>
/// <param name="Pattern">The pattern or the constant.</param>
/// <param name="Test">The condition behind "when"; null for none.</param>
/// <param name="Variables">What the pattern declares.</param>
/// <param name="Target">Where to go on where it matches.</param>
internal sealed record Case(SyntaxNode Pattern, ExpressionSyntax? Test, ImmutableArray<Variable> Variables, Label Target);

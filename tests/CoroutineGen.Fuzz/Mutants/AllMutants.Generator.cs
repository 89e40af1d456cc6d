namespace CoroutineGen.Fuzz.Mutants;

// The kinds of misbehaviour that 0.1.0 had, put back one by one: what the generator once took from the text, or forgot.
internal static partial class AllMutants
{
    public static readonly Mutant[] InTheGenerator =
    [
        // What did something else.
        Generator("an operator that gives a string is taken for a concatenation", "Operators.cs", "MethodKind: MethodKind.BuiltinOperator, ReturnType", "ReturnType"),
        Generator("an instance operator is not seen", "Operators.cs", "UserDefinedOperator, IsStatic: false", "UserDefinedOperator, IsStatic: true"),
        Generator("a left side is converted after the yield", "Operators.cs", "is not ICompoundAssignmentOperation compound$", "$& || compound is not null"),
        Generator("a resource behind a label is no resource", "StatementLowerer.cs", @"WithoutLabels\(statements\[i\]\)(?=\s*is Local)", "statements[i]"),
        Generator("a rethrow throws what the variable holds", "StatementLowerer.MovedCatch.cs", @"\? _variables\.Temporary\(""thrown"".*$", "? variable"),
        Generator("a type that is local to its file is not seen", "FileLocalTypes.cs", @"if \(!AreDeclaredIn\(method", "if (method is not null || !AreDeclaredIn(method"),
        Generator("a generated method joins the user's overloads", "StepMethodWriter.cs", "string header =", "writer.Line($\"internal static int {model.Name}(object[]? text) => 9;\");\n$&"),
        Generator("what may be a struct behind '?.' is changed in a copy", "NullConditionals.cs", @"type is ITypeParameterSymbol \{ IsReferenceType: false \}", "type is ITypeParameterSymbol { IsReferenceType: true }"),
        Generator("a hole of a raw string has one brace", "InterpolatedStrings.cs", @"Code\.Of\(hole\.OpenBraceToken\.Text, (.*?), hole\.CloseBraceToken\.Text\)", "Code.Of(\"{\", $1, \"}\")"),
        Generator("an inferred name is lost", "InferredNameRewriter.cs", @"if \(!isReplaced && variable is null\)", "if (value is not null)"),
        Generator("what is added to is read after the yield", "Initializers.cs", @"made = Locate\(made, list\[0\]\);", ";"),
        Generator("whose member is set is read after the yield", "Initializers.cs", @"target = target with \{ Outer = .*$", ";"),
        Generator("a handler's receiver is evaluated again", "StringHandlers.cs", @"if \(node is ExpressionSyntax kept && ", "if (node is ExpressionSyntax kept && kept is null && "),
        Generator("a list pattern counts again", "KeptReads.cs", "ListPatternSyntax => true", "ListPatternSyntax => false"),
        Generator("a collection expression adds after its yields", "CollectionExpressions.cs", @"&& (!Collections\.IsBuiltAtOnce\(type\))\)(?=\s*return Added)", "&& $1 && type.IsRefLikeType)"),
        Generator("a late-bound method is taken for a value", "Calls.cs", @"if \(!Context\.LateBinding\.IsMethod\(call\.Expression\)\)", "if (call is not null)"),
        Generator("a late-bound value is called as a method", "Calls.cs", @"if \(!Context\.LateBinding\.IsMethod\(call\.Expression\)\)", "if (call is null)"),
        Generator("the header of a foreach has the scope of its body", "VariableScopes.cs", @"return node == loop\.Expression \? node : loop;", "return loop;"),
        Generator("the condition of a for has the scope of the loop", "VariableScopes.cs", @"return PartOf\(loop, node\);", "return loop;"),
        Generator("the text of an argument is that of the generated code", "CallerTextRewriter.cs", @"\|\| !MayChange\(list, call\)\)", "|| call is not null)"),
        Generator("the text of an argument has what C# drops", "CallerTexts.cs", @"\? Of\(PassedArguments\.Of\(model\.GetOperation\(call, cancellation\)\)\) : \[\];", "? Of(PassedArguments.Of(model.GetOperation(call, cancellation))).Select(t => (t.Parameter, call is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } list } ? list[0].Expression.ToString() : t.Text)).ToList() : [];"),
        Generator("who asks for his line is not seen", "CallerLines.cs", @"=> code\.DescendantNodesAndSelf\(\)\.Any\(", "=> code is null && code!.DescendantNodesAndSelf().Any("),
        Generator("a switch expression converts", "SwitchConversion.cs", @"public static bool MayConvert\(ITypeSymbol type\)\s*\{", "$& if (type is not null) return false;"),
        Generator("a switch statement converts for each clause", "SwitchConversion.cs", @"IsUserDefined \? info\.ConvertedType : info\.Type", "IsUserDefined ? info.Type : info.Type"),
        Generator("an index counts after the yield", "Operands.cs", @"when operand\.CountedIn is \{ \} counted:", "when operand.CountedIn is { } counted && counted is null:"),
        Generator("an element of an inline array is a value", "Receivers.cs", @"elements is IArrayTypeSymbol \|\| IsVariable\(access\.Expression\)", "elements is IArrayTypeSymbol"),
        Generator("a choice of two variables is a value", "Receivers.cs", @"ConditionalExpressionSyntax \{ WhenTrue: RefExpressionSyntax \} => true", "ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax } => false"),
        Generator("what is locked is boxed twice", "StatementLowerer.Resources.cs", @"_context\.Model\.Compilation\.GetSpecialType\(SpecialType\.System_Object\), @lock\.Expression", "_context.TypeOf(@lock.Expression)!, @lock.Expression"),
        Generator("a target of a deconstruction is located too early", "Assignments.cs", "ElementType.IsSealed: true", "ElementType.IsSealed: false"),
        Generator("what is spread is not asked for its length", "CollectionExpressions.cs", @"Builder\.Emit\(Code\.Of\(""_ = "", kept, .*$", ";"),
        Generator("a copy is made twice though it shows", "Visibility.cs", @"c => !c\.IsImplicitlyDeclared && c\.Parameters\.Length == 1$", "c => c is null && c!.Parameters.Length == 1"),
        Generator("a return holds nothing", "Regions.cs", @"ReturnsWhileHolding \|= Held > 0", "ReturnsWhileHolding |= Held > 99"),
        Generator("a finally block runs once more where it fails", "StatementLowerer.Try.cs", @"Release\(_ways\.Held\.Note\(held\.Outer\)\);", ""),
        Generator("each finally block is the first", "HeldResources.cs", @"new FinallyCallPiece\(MethodName, _all\.Count \+ 1\)", "new FinallyCallPiece(MethodName, 1)"),
        Generator("what a with sets shows nothing", "RecordCopies.cs", @"=> _visibility\.IsSilent\(", "=> member is not null || _visibility.IsSilent("),

        // What did not compile.
        Generator("a delegate type without a name is written down", "TypeText.cs", @"case \{ IsAnonymousType: true \}:", "case { IsAnonymousType: true, TypeKind: not TypeKind.Delegate }:"),
        Generator("an anonymous type is written down", "TypeText.cs", @"case \{ IsAnonymousType: true \}:", "case { IsAnonymousType: true, TypeKind: TypeKind.Delegate }:"),
        Generator("a variable of an anonymous type is read in a hole as anywhere", "InterpolationRewriter.cs", @"if \(!hole\.Expression.*$", "if (hole is not null)"),
        Generator("pattern variables of one name share a field", "DeclaredNames.cs", @"v != variable && v\.IsCaptured", "v is null && v!.IsCaptured"),
        Generator("a directive stands in a hole", "TokenWriter.cs", @"if \(_strings > 0\)", "if (_strings > 9)"),
        Generator("a conditional assignment is a value", "NullConditionals.cs", @"LowerStatement\(access\.WhenNotNull\);", "Builder.Emit(Code.Of(Lower(access.WhenNotNull), \";\"));"),
        Generator("an inline array has a Length", "Indices.cs", @"LengthOf\(type\) is \{ \} length\)", "LengthOf(type) is { } length && length < 0)"),
        Generator("generated code is not obsolete", "CoroutineModel.cs", "public bool IsObsolete => ", "public bool IsObsolete => Name is null && "),
        Generator("any finally block stands in a method of its own", "FinallyBlocks.cs", @"=> block\.DescendantNodes", "=> context is not null || block.DescendantNodes"),
        Generator("a name that is a keyword is written as it is", "TypeText.cs", @"SyntaxFacts\.GetKeywordKind\(name\) != SyntaxKind\.None \? ""@"" \+ name", "SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? name"),
        Generator("a generated type is called as the one around it", "ClassShape.cs", @"words\.Contains\(name\) \|\| IsOfPlace\(model\.Place, name\)", "words.Contains(name)"),
        Generator("only \\n ends a line", "LineBreaks.cs", @"text\.Split\(\[.*?\]", "text.Split(['\\n', ' ']"),
        Generator("a quote in a path is written as it is", "LineDirectives.cs", @"Written\(file\)", "file"),
        Generator("what has an alias only is called global", "ExternAliases.cs", @"out string alias\) \? alias : Global", "out string alias) ? Global : Global"),
    ];

    private static Mutant Generator(string name, string file, string pattern, string replacement)
        => new(name, MutantPlace.Generator, file, pattern, replacement);
}

using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// Decides which variables are hoisted. One whose mentions all stand in the run in which it is declared, with no label or suspension in
/// between (a basic block, but for branches out of it), stays a local where the user declared it. One that a closure captures becomes a
/// field of its scope's environment; the others become fields of the frame.
/// </summary>
// int n = F(); yield(n);               ---->  int n = F(); current = n; return 1; Resumed1:
// int n = F(); yield(1); G(n);         ---->  f.n = F(); current = 1; return 1; Resumed1: G(f.n);
// int n = F(); yield(() => n);         ---->  f.scope1.n = F(); { var scope1 = f.scope1; current = () => scope1.n; return 1; } Resumed1:
internal sealed class Hoisting
{
    private readonly LoweringContext _context;
    private readonly Dictionary<Variable, VariableUses> _uses = [];
    private int _run;

    private Instruction? _instruction;
    private readonly FlowGraph _flow;

    private Hoisting(LoweringContext context, FlowGraph flow)
    {
        _context = context;
        _flow = flow;
    }

    /// <summary>Places all variables that are mentioned.</summary>
    /// <param name="body">The body.</param>
    /// <param name="apart">Statements in methods of their own, which share the frame and nothing else.</param>
    /// <param name="flow">The flow of the body.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="context">The facts of the method.</param>
    /// <param name="extra">Mentions outside of all statements.</param>
    /// <returns>The frame.</returns>
    public static FrameShape Place(
        List<Instruction> body, IEnumerable<List<Instruction>> apart, FlowGraph flow, VariableMap variables, LoweringContext context,
        IEnumerable<Code> extra)
    {
        var hoisting = new Hoisting(context, flow);
        hoisting.Visit(body);
        foreach (var block in apart)
            hoisting.Visit(block);
        hoisting._run++;
        hoisting._instruction = null;
        foreach (var code in extra)
            hoisting.Mention(code);
        return hoisting.Place(variables);
    }

    private void Visit(List<Instruction> list)
    {
        _run++;
        foreach (var instruction in list)
        {
            if (instruction is Mark)
            {
                _run++;
                continue;
            }
            // What is printed in braces of its own can declare nothing for the statements behind them.
            _instruction = instruction;
            bool hasClosure = Instructions.CodeOf(instruction).Any(c => c.HasClosure);
            bool braced = hasClosure || instruction is StraightLine { Overflow: not null } or Return { Overflow: not null };
            if (instruction is Declare declare)
            {
                var uses = Used(declare.Variable);
                uses.Declarations++;
                uses.Declaration = declare;
                uses.MustHoist |= hasClosure;
            }
            if (instruction is Suspend { OnClose: { } onClose } suspend)
            {
                Mention(suspend.Value, braced);
                _run++;
                _instruction = null;
                Mention(onClose);
                continue;
            }
            if (instruction is TryRegion region)
            {
                Visit(region.Body);
                foreach (var clause in region.Catches)
                {
                    _run++;
                    _instruction = null;
                    Mention(clause.Head);
                    Visit(clause.Body);
                }
                if (region.Final is not null)
                    Visit(region.Final);
                _run++;
                continue;
            }
            // C# follows definite assignment through a condition, but not through a temporary in which its value is spilled.
            bool isStored = instruction is Declare { Variable.Symbol: null };
            foreach (var code in Instructions.CodeOf(instruction))
                Mention(code, braced || isStored || instruction is Dispatch);
            if (instruction is Suspend or Dispatch)
                _run++;
        }
    }

    private VariableUses UsesOf(Variable variable)
    {
        if (!_uses.TryGetValue(variable, out var uses))
            _uses.Add(variable, uses = new VariableUses());
        return uses;
    }

    private VariableUses Used(Variable variable)
    {
        var uses = UsesOf(variable);
        uses.Runs.Add(_run);
        if (_instruction is null)
            uses.IsElsewhere = true;
        else
            uses.Instructions.Add(_instruction);
        return uses;
    }

    private void Mention(Code code, bool braced = false)
    {
        foreach (var piece in code.Pieces)
        {
            switch (piece)
            {
                case VariablePiece mention:
                    Used(mention.Variable);
                    break;
                case AddressedPiece addressed:
                    Used(addressed.Variable);
                    // Pinned, it would be so while something is awaited.
                    if (_instruction is not (StraightLine or Return) || _context.IsAsync)
                        addressed.Variable.Address = addressed.Place;
                    break;
                case OutVariablePiece declared:
                    Declared(declared.Variable, braced);
                    break;
                case PatternVariablePiece declared:
                    Declared(declared.Variable, braced);
                    break;
            }
        }
    }

    private void Declared(Variable variable, bool braced)
    {
        var uses = Used(variable);
        uses.Declarations++;
        uses.Declaration = _instruction;
        uses.MustHoist |= braced;
        uses.IsElsewhere |= _instruction is Dispatch;
    }

    private FrameShape Place(VariableMap variables)
    {
        var names = new DeclaredNames(_context);
        var fields = new List<FrameField>();
        var scopes = new List<ScopeClass>();
        foreach (var scope in variables.Scopes.Where(s => s.HasEnvironment))
        {
            do
            {
                scope.FieldName = _context.Names.TakeNumbered("scope");
                scope.ClassName = "S" + scope.FieldName.Substring(1);
            }
            while (_context.Names.IsTaken(scope.ClassName));
        }
        var mixed = MixedDeconstructions(variables);
        foreach (var variable in variables.All.OrderByDescending(v => v.IsParameter))
        {
            // All parameters are saved: the next version of the body may read those that this one does not.
            if (!_uses.ContainsKey(variable) && !(variable.IsParameter && (variable.IsCaptured || _context.IsSaveable)))
                continue;
            if (StaysLocal(variable) && !(Deconstructions.Of(variable) is { } deconstruction && mixed.Contains(deconstruction)))
            {
                variable.Storage = Storage.Local;
                variable.StoredName = TypeText.Escape(names.ForLocal(variable));
                variable.PatternLocal = variable.StoredName;
                continue;
            }
            Check(variable);
            variable.PatternLocal = _context.Names.TakeNumbered(variable.Name);
            variable.Storage = variable.IsCaptured ? Storage.Environment : Storage.Frame;
            variable.StoredName = TypeText.Escape(variable.IsCaptured ? names.ForEnvironment(variable) : names.ForField(variable));
            if (!variable.IsCaptured || variable.IsParameter)
                AddField(fields, variable);
        }
        foreach (var scope in variables.Scopes.Where(s => s.HasEnvironment))
        {
            fields.Add(new FrameField(scope.FieldName, scope.ClassName, FieldRole.Environment, HoldsReferences: true));
            scopes.Add(new ScopeClass(
                scope.ClassName,
                scope.Variables.Where(v => v.IsCaptured).Select(v => new FrameField(
                    v.StoredName, FieldType(v), v.Role, v.HoldsReferences || v.Example is not null))
                    .Concat(scope.Delegates.Select(d => new FrameField(d.Name, d.Type, FieldRole.Environment, HoldsReferences: true)))
                    .ToEquatableArray()));
        }
        return new FrameShape(fields.ToEquatableArray(), scopes.ToEquatableArray());
    }

    /// <summary>Whether a variable is not hoisted.</summary>
    private bool StaysLocal(Variable variable)
        => variable.IsConstant || (!variable.IsCaptured && !variable.IsParameter && !variable.IsKept
            && _uses.TryGetValue(variable, out var uses)
            && (uses is { Declarations: 1, MustHoist: false, Runs.Count: 1 }
                || ((variable.IsBound || variable.Unspeakable is not null) && StaysLocal(variable, uses))));

    /// <summary>The same for one that cannot be a field: it stays where one instruction mentions it, or no suspension is crossed.</summary>
    private bool StaysLocal(Variable variable, VariableUses uses)
    {
        if (uses is not { Declarations: 1, IsElsewhere: false, Declaration: { } declaration })
            return false;
        bool isOwn = declaration is Declare own && own.Variable == variable;
        if (uses.Instructions.Count == 1 && !isOwn)
            return true;
        // A span with a closure in its initial value is declared before the braces that stand around the closure.
        bool isSplit = isOwn && variable is { TypeSymbol.IsRefLikeType: true, RefPrefix: "" };
        return (!uses.MustHoist || isSplit) && LocalReach.StaysLocal(variable, declaration, uses.Instructions, _flow);
    }

    /// <summary>Deconstructions that would declare some variables and assign others, which C# allows since version 10.</summary>
    // var (a, b) = F();    ---->  (var a, f.b) = F();
    private HashSet<SyntaxNode> MixedDeconstructions(VariableMap variables)
    {
        if (_context.Method.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp10 })
            return [];
        return new(variables.All.Where(v => !StaysLocal(v)).Select(Deconstructions.Of).OfType<SyntaxNode>());
    }

    private static void AddField(List<FrameField> fields, Variable variable)
    {
        if (!fields.Exists(f => f.Name == variable.StoredName))
            fields.Add(new FrameField(
                variable.StoredName, FieldType(variable), variable.Role, variable.HoldsReferences || variable.Example is not null)
            {
                Parameter = variable.IsParameter ? TypeText.Escape(variable.Name) : null,
            });
    }

    private static string FieldType(Variable variable) => variable.Example is null ? variable.Type : "object";

    /// <summary>A variable's type as the user would write it where it is declared.</summary>
    private string DisplayType(Variable variable)
        => variable is { TypeSymbol: { } type, Declaration: { } declaration }
            ? type.ToMinimalDisplayString(_context.Model, declaration.SpanStart)
            : variable.Type;

    /// <summary>Refuses a variable that cannot be hoisted, or finds the example that names its type.</summary>
    private void Check(Variable variable)
    {
        var place = (variable.Declaration as VariableDeclaratorSyntax)?.Identifier.Parent ?? variable.Declaration ?? _context.Method;
        if (variable.IsBound)
            _context.Refusals.Add(LoweringDiagnostics.RefAcrossSuspension, place, variable.Description, DisplayType(variable));
        // An example names a type by a reference, beside which C# lets nothing be awaited.
        else if (variable is { Unspeakable: not null, TypeSymbol: { } inferred } && !_context.Waits
            && _context.Examples.For(inferred) is { } example && !(_context.Examples.CallsFunction(example) && IsInTree(variable)))
            variable.Example = example;
        else if (variable is { Unspeakable: not null, TypeSymbol: { } type } && TypeText.IsUnknown(type))
            _context.Refusals.NotKnown(
                (variable.Declaration as VariableDeclaratorSyntax)?.Parent is VariableDeclarationSyntax written ? written.Type : place,
                variable.Description,
                variable.Symbol is null ? Refusals.KeepTyped : "write its type explicitly");
        else if (variable.Unspeakable is { } reason)
            _context.Refusals.Add(LoweringDiagnostics.NoNameForType, place, variable.Description, reason);
        if (variable.Address is not null)
            _context.Refusals.Add(
                LoweringDiagnostics.UnsafeAcrossSuspension, variable.Address,
                $"the scope of '{variable.Name}', whose address is taken,");
    }

    /// <summary>Whether a lambda that becomes an expression tree mentions a variable.</summary>
    private bool IsInTree(Variable variable)
        => variable.IsCaptured && _context.Body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == variable.Name)
            .Any(n => n.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
                .Any(f => _context.ConvertedTypeOf(f) is { TypeKind: not TypeKind.Delegate }));
}

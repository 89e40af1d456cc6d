namespace CoroutineGen.Fuzz.Systematic;

/// <summary>A form of assignment, call or operator around a place.</summary>
/// <param name="Group">The column of the table.</param>
/// <param name="Text">
/// Statements: {p} is the place, {v} a value of its type and {n} an int, both of which may wait; {u} is a value that does not.
/// </param>
/// <param name="Needs">What the element type must have for C# to allow it.</param>
internal sealed record Form(string Group, string Text, Traits Needs = Traits.None)
{
    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "%"];
    private static readonly string[] Bitwise = ["&", "|", "^", "<<", ">>", ">>>"];
    private static readonly string[] Comparing = ["==", "!=", "<", ">", "<=", ">="];

    public static readonly Form[] All = [.. Assignments(), .. Counts(), .. Members(), .. References(), .. Apart(), .. Made(), .. Read(), .. Operators()];

    public bool HasValue => Text.Contains("{v}", StringComparison.Ordinal) || Text.Contains("{n}", StringComparison.Ordinal);

    public bool Fits(ElementType type)
        => Needs == Traits.None || (type.Traits & Needs) != 0;

    private static IEnumerable<Form> Assignments()
    {
        yield return new("=", "{p} = {v};");
        yield return new("=", "A(\"r\", {p} = {v});");
        yield return new("=", "{T} other = {p} = {v}; A(\"other\", other);");
        yield return new("=", "{p} = {p} = {v};");
        yield return new("??=", "{p} ??= {v};", Traits.Null | Traits.Text);
        yield return new("??=", "{p} = default!; {p} ??= {v};", Traits.Null | Traits.Text);
        yield return new("??=", "{p} = default!; A(\"r\", {p} ??= {v});", Traits.Null | Traits.Text);
        yield return new("??=", "A(\"r\", {p} ??= {v});", Traits.Null | Traits.Text);
        foreach (string op in Arithmetic)
        {
            var needs = Traits.Number | (op is "+" or "-" ? Traits.Text | Traits.Delegate : 0);
            yield return new("op=", $"{{p}} {op}= {{v}};", needs);
            yield return new("op=", $"A(\"r\", {{p}} {op}= {{v}});", needs);
            yield return new("op=", $"{{p}} {op}= {{n}};", needs);
        }
        foreach (string op in Bitwise)
        {
            yield return new("op=", $"{{p}} {op}= {{v}};", Traits.Bits);
            yield return new("op=", $"A(\"r\", {{p}} {op}= {{n}});", Traits.Bits);
        }
        yield return new("op=", "checked { {p} += {v}; }", Traits.Number);
        yield return new("op=", "{p} += \"t\" + {n};", Traits.Text);
        yield return new("op=", "{p} += $\"t{{n}}\";", Traits.Text);
        yield return new("op=", "{p} += {p} + {n};", Traits.Number);
        yield return new("op=", "A(\"r\", checked({p} += {n}));", Traits.Number);
        yield return new("op=", "A(\"r\", ({p} += {n}) + {n});", Traits.Number);
    }

    private static IEnumerable<Form> Counts()
    {
        foreach (string op in new[] { "++", "--" })
        {
            yield return new("++", $"{{p}}{op};", Traits.Number);
            yield return new("++", $"{op}{{p}};", Traits.Number);
            yield return new("++", $"A(\"r\", {{p}}{op});", Traits.Number);
            yield return new("++", $"A(\"r\", {op}{{p}});", Traits.Number);
            yield return new("++", $"A(\"r\", {{p}}{op}, {{n}});", Traits.Number);
            yield return new("++", $"A(\"r\", {op}{{p}}, {{n}});", Traits.Number);
            yield return new("++", $"A(\"r\", {{n}}, {{p}}{op});", Traits.Number);
        }
        yield return new("++", "A(\"r\", {p}++ + {n});", Traits.Number);
        yield return new("++", "checked { {p}++; A(\"n\", {n}); }", Traits.Number);
    }

    private static IEnumerable<Form> Members()
    {
        foreach (string dot in new[] { ".", "?.", "!." })
        {
            yield return new("call", $"{{p}}{dot}Bump({{n}});", Traits.Thing);
            yield return new("call", $"A(\"r\", {{p}}{dot}Plus({{n}}));", Traits.Thing);
            yield return new("member", $"{{p}}{dot}V = {{n}};", Traits.Thing);
            yield return new("member", $"{{p}}{dot}V += {{n}};", Traits.Thing);
            yield return new("member", $"{{p}}{dot}F = {{n}};", Traits.Thing);
            yield return new("member", $"A(\"r\", {{p}}{dot}F += {{n}});", Traits.Thing);
            yield return new("member", $"{{p}}{dot}N.X += {{n}};", Traits.Thing);
        }
        yield return new("call", "{p}.Two(b: {n}, a: N(2));", Traits.Thing);
        yield return new("call", "A(\"r\", {p}.Gen<int>({n}));", Traits.Thing);
        yield return new("call", "({p}).Bump({n});", Traits.Thing);
        yield return new("call", "{p}.Bump({p}.Plus({n}));", Traits.Thing);
        yield return new("call", "{p}.N.Bump({n});", Traits.Thing);
        yield return new("call", "{p}.BumpIt({n});", Traits.Thing);
        yield return new("call", "{p}.Raise({n});");
        yield return new("call", "A(\"r\", {p}.Extended({n}));");
        yield return new("call", "A(\"r\", {p}?.Extended({n}));");
        yield return new("call", "A(\"r\", {p}.ToString() + {n});");
        yield return new("call", "A(\"r\", {p}.Equals({v}));");
        yield return new("call", "{p}.Say($\"a{{n}}b\");", Traits.Thing);
        yield return new("call", "A(\"r\", {p}({n}));", Traits.Delegate);
        yield return new("call", "{p}({n});", Traits.Delegate);
        yield return new("call", "{p}.Invoke({n});", Traits.Delegate);
        yield return new("call", "{p}?.Invoke({n});", Traits.Delegate);
        yield return new("member", "A(\"r\", {p}.V++, {n});", Traits.Thing);
        yield return new("member", "A(\"r\", {p}.V, {n});", Traits.Thing);
        yield return new("member", "{p}[1] = {n};", Traits.Thing | Traits.Indexed);
        yield return new("member", "{p}[{n} & 1] += 5;", Traits.Thing | Traits.Indexed);
        yield return new("member", "{p}[1] += {n};", Traits.Thing | Traits.Indexed);
        yield return new("member", "{p}?[1] = {n};", Traits.Thing | Traits.Indexed);
        yield return new("member", "{p}?[1] += {n};", Traits.Thing | Traits.Indexed);
        yield return new("member", "{p}.N.Y = {n};", Traits.Thing);
        yield return new("member", "{p}.A = {n};", Traits.Tuple);
        yield return new("member", "A(\"r\", {p}.B += {n});", Traits.Tuple);
    }

    private static IEnumerable<Form> References()
    {
        yield return new("ref", "Inc(ref {p}, {v});");
        yield return new("ref", "Inc2({v}, ref {p});");
        yield return new("ref", "Put(out {p}, {v});");
        yield return new("ref", "Put2({v}, out {p});");
        yield return new("ref", "A(\"r\", Read(in {p}, {n}));");
        yield return new("ref", "A(\"r\", Read({p}, {n}));");
        yield return new("ref", "A(\"r\", Read2({n}, in {p}));");
        yield return new("ref", "A(\"r\", Read2({n}, {p}));");
        yield return new("ref", "Same(ref {p}) = {v};");
        yield return new("ref", "Same(ref {p}) += {n};", Traits.Number);
        yield return new("ref", "Same(ref {p}).Bump({n});", Traits.Thing);
        yield return new("ref", "BumpAll(ref {p}, {n});", Traits.Thing);
        yield return new("ref", "{ ref var e1 = ref {p}; e1 = {u}; } A(\"n\", {n});");
        yield return new("ref", "ref var e1 = ref {p}; e1 = {v};");
        yield return new("ref", "{T} spare = {u}; ({n} > 3 ? ref {p} : ref spare) = {u}; A(\"spare\", spare);");
        yield return new("ref", "{T} spare = {u}; (N(4) > 3 ? ref {p} : ref spare) = {v}; A(\"spare\", spare);");
        yield return new("ref", "{T} spare = {u}; (N(4) > 3 ? ref {p} : ref spare).Bump({n}); A(\"spare\", spare);", Traits.Thing);
    }

    private static IEnumerable<Form> Apart()
    {
        yield return new("apart", "({p}, var q) = ({v}, N(3)); A(\"q\", q);");
        yield return new("apart", "(int q, {p}) = ({n}, {u}); A(\"q\", q);");
        yield return new("apart", "({p}, int q) = Pair({u}, {n}); A(\"q\", q);");
        yield return new("apart", "({p}, int q) = Apart({v}, N(4)); A(\"q\", q);");
        yield return new("apart", "{T} other = {u}; ({p}, other) = (other, {p}); A(\"n\", {n});");
        yield return new("apart", "{T} other = {u}; (other, {p}) = ({p}, {v}); A(\"other\", other);");
        yield return new("apart", "var (q, w) = ({p}, {n}); A(\"q\", q, w);");
        yield return new("apart", "(({p}, int q), _) = (({v}, N(2)), {n}); A(\"q\", q);");
        yield return new("apart", "A(\"r\", ({p}, var q) = ({v}, N(3))); A(\"q\", q);");
        yield return new("apart", "var (q, w) = {p}; A(\"q\", q, w + {n});", Traits.Thing | Traits.Tuple);
    }

    private static IEnumerable<Form> Made()
    {
        yield return new("made", "A(\"r\", new Filled<{T}> { First = {p}, Second = {v} });");
        yield return new("made", "A(\"r\", new Filled<{T}> { Second = {v}, First = {p} });");
        yield return new("made", "A(\"r\", new Filled<{T}> { Many = { {p}, {v}, {p} } });");
        yield return new("made", "A(\"r\", {p} with { V = {n} });", Traits.Record);
        yield return new("made", "{p} = {p} with { V = {n} };", Traits.Record | Traits.Thing);
        yield return new("made", "A(\"r\", {p} with { A = {n} });", Traits.Tuple);
        yield return new("made", "A(\"r\", new[] { {p}, {v}, {p} });");
        yield return new("made", "List<{T}> q = [{p}, {v}, .. new[] { {p} }]; A(\"q\", q);");
        yield return new("made", "var q = new { X = {p}, Y = {n} }; A(\"q\", q.X, q.Y);");
        yield return new("made", "A(\"r\", ({p}, {n}, {p}));");
        yield return new("made", "A(\"r\", $\"{{p}} and {{n}} and {{p}}\");");
        yield return new("made", "A(\"r\", \"a\" + {p} + {n});");
        yield return new("made", "A(\"r\", {p} + \"a\" + {n});");
        yield return new("made", "{T}[,] q = { { {p}, {v} }, { {u}, {p} } }; A(\"q\", q);");
        yield return new("made", "var q = new Dictionary<int, {T}> { [{n}] = {p}, [100] = {v} }; A(\"q\", q.Values);");
    }

    private static IEnumerable<Form> Read()
    {
        yield return new("read", "A(\"r\", {p}, {n});");
        yield return new("read", "A(\"r\", {n}, {p});");
        yield return new("read", "A(\"r\", {p} ?? {v});", Traits.Null | Traits.Text);
        yield return new("read", "A(\"r\", {p} is { } && {n} > 3);");
        yield return new("read", "A(\"r\", {p} is { } q ? {n} : 0);");
        yield return new("read", "A(\"r\", {p} is null ? {n} : N(3));", Traits.Null);
        yield return new("read", "A(\"r\", {p} is { V: var q } ? q + {n} : 0);", Traits.Thing);
        yield return new("read", "A(\"r\", {p} switch { var q when {n} > 3 => 1, _ => 2 });");
        yield return new("read", "switch ({p}) { case { } q when {n} > 3: A(\"q\", q); break; default: A(\"d\", {n}); break; }");
        yield return new("read", "A(\"r\", {p} switch { { V: > 1 } q when {n} > 3 => q.V, { V: var w } => w, _ => 2 });", Traits.Thing);
        yield return new("read", "A(\"r\", {p} switch { \"i5\" when {n} > 3 => 1, \"i1\" => 4, _ => 2 });", Traits.Text);
        yield return new("read", "A(\"r\", (int){p} + {n});", Traits.Number);
        yield return new("read", "A(\"r\", (object){p}, {n});");
        yield return new("read", "A(\"r\", {p} as IThing, {n});", Traits.Thing);
        yield return new("read", "A(\"r\", -{p}, {n});", Traits.Number);
        yield return new("read", "A(\"r\", !{p}, {n});", Traits.Truth);
        yield return new("read", "A(\"r\", ~{p}, {n});", Traits.Bits);
        yield return new("read", "A(\"r\", {p} ? {n} : N(2));", Traits.Truth);
        yield return new("read", "if ({p} && {v}) A(\"then\", {n}); else Note(\"else\");", Traits.Truth);
        yield return new("read", "A(\"r\", ({p}, 1) == ({v}, {n}));");
        yield return new("read", "A(\"r\", {p}[{n} & 1] + {n});", Traits.Thing | Traits.Indexed);
        yield return new("read", "A(\"r\", {p}?[{n} & 1]);", Traits.Thing | Traits.Indexed);
        yield return new("read", "lock ({p}) { A(\"r\", {n}); }", Traits.Null | Traits.Text);
        yield return new("read", "using ({p}) { A(\"r\", {n}); }", Traits.Thing);
        yield return new("read", "using ({p} as IDisposable) { A(\"r\", {n}); }", Traits.Thing);
        yield return new("read", "foreach (var q in {p}) A(\"q\", q, {n});", Traits.Indexed);
        yield return new("read", "int Local({T} q, int w) { A(\"local\", q); return w; } A(\"r\", Local({p}, {n}));");
        yield return new("read", "A(\"r\", ((Func<{T}, int>)(q => 1))({p}) + {n});");
        yield return new("read", "yield({n}); A(\"r\", {p});");
    }

    private static IEnumerable<Form> Operators()
    {
        foreach (string op in Arithmetic)
        {
            var needs = Traits.Number | (op is "+" or "-" ? Traits.Text | Traits.Delegate : 0);
            yield return new("binary", $"A(\"r\", {{p}} {op} {{v}});", needs);
            yield return new("binary", $"A(\"r\", {{v}} {op} {{p}});", needs);
            yield return new("binary", $"A(\"r\", {{p}} {op} {{n}});", needs);
        }
        yield return new("binary", "A(\"r\", checked({p} + {v}));", Traits.Number);
        yield return new("binary", "A(\"r\", {p} + {v} + {p});", Traits.Number | Traits.Text);
        foreach (string op in Bitwise)
        {
            yield return new("binary", $"A(\"r\", {{p}} {op} {{v}});", Traits.Bits);
            yield return new("binary", $"A(\"r\", {{p}} {op} {{n}});", Traits.Bits);
        }
        foreach (string op in Comparing)
            yield return new("binary", $"A(\"r\", {{p}} {op} {{v}});");
        yield return new("binary", "A(\"r\", {p} && {v});", Traits.Truth | Traits.Number);
        yield return new("binary", "A(\"r\", {p} || {v});", Traits.Truth | Traits.Number);
        yield return new("binary", "A(\"r\", {v} && {p});", Traits.Truth | Traits.Number);
    }
}

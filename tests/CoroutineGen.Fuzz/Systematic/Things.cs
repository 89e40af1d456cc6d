#pragma warning disable CA2226, CA1815, CA1036, CS0660, CS0661, CA1046, CA2231, CA1805, CA1067
using System.Runtime.CompilerServices;
using static CoroutineGen.Fuzz.Systematic.Trace;

namespace CoroutineGen.Fuzz.Systematic;

// The element types of the systematic part. Whatever is done to a value is seen in the trace, with what it is done to.

/// <summary>What a value of a type parameter can do.</summary>
public interface IThing
{
    int V { get; set; }

    int this[int index] { get; set; }

    void Bump(int by);

    int Plus(int by);

    int Two(int a, int b);
}

/// <summary>What else a type parameter can have: operators of its own.</summary>
public interface IAdding<T>
    where T : IAdding<T>
{
    static abstract T operator +(T left, int right);

    static abstract T operator ++(T value);

    static virtual T operator -(T left, T right) => left;

    static abstract T Of(int value);
}

public interface IInstanceOperators
{
    void operator +=(int right);

    void operator ++();
}

public struct Nested
{
    public int X;

    public int Y { readonly get => X; set => X = value; }

    public void Bump(int by) => X += by;

    public override readonly string ToString() => $"n{X}";
}

/// <summary>A struct with every operator that can be static.</summary>
public struct Opers(int value) : IThing, IAdding<Opers>, IDisposable
{
    public int F = value;
    public Nested N;

    public int V
    {
        readonly get => A("get V", F);
        set => F = A("set V", value);
    }

    public int this[int index]
    {
        readonly get => A($"get [{index}]", F);
        set => F = A($"set [{index}]", value) + index;
    }

    public static Opers Of(int value) => new(value);

    public static implicit operator Opers(int value) => Made("from int", value);

    public static explicit operator int(Opers value) => A("to int", value.F);

    public static Opers operator +(Opers left, Opers right) => Made("+", left.F + right.F);

    public static Opers operator +(Opers left, int right) => Made("+int", left.F + right);

    public static Opers operator checked +(Opers left, Opers right) => Made("checked +", left.F + right.F);

    public static Opers operator -(Opers left, Opers right) => Made("-", left.F - right.F);

    public static Opers operator *(Opers left, Opers right) => Made("*", left.F * right.F);

    public static Opers operator /(Opers left, Opers right) => Made("/", left.F / (right.F | 1));

    public static Opers operator %(Opers left, Opers right) => Made("%", left.F % (right.F | 1));

    public static Opers operator &(Opers left, Opers right) => Made("&", left.F & right.F);

    public static Opers operator |(Opers left, Opers right) => Made("|", left.F | right.F);

    public static Opers operator ^(Opers left, Opers right) => Made("^", left.F ^ right.F);

    public static Opers operator <<(Opers left, int right) => Made("<<", left.F << right);

    public static Opers operator >>(Opers left, int right) => Made(">>", left.F >> right);

    public static Opers operator >>>(Opers left, int right) => Made(">>>", left.F >>> right);

    public static Opers operator ++(Opers value) => Made("++", value.F + 1);

    public static Opers operator --(Opers value) => Made("--", value.F - 1);

    public static Opers operator -(Opers value) => Made("neg", -value.F);

    public static Opers operator ~(Opers value) => Made("~", ~value.F);

    public static bool operator !(Opers value) => B(value.F == 0);

    public static bool operator true(Opers value) => A("true", value.F > 3);

    public static bool operator false(Opers value) => A("false", value.F <= 3);

    public static bool operator ==(Opers left, Opers right) => A("==", left.F == right.F);

    public static bool operator !=(Opers left, Opers right) => A("!=", left.F != right.F);

    public static bool operator <(Opers left, Opers right) => A("<", left.F < right.F);

    public static bool operator >(Opers left, Opers right) => A(">", left.F > right.F);

    public static bool operator <=(Opers left, Opers right) => A("<=", left.F <= right.F);

    public static bool operator >=(Opers left, Opers right) => A(">=", left.F >= right.F);

    public void Bump(int by) => F += A("bump", by);

    public readonly int Plus(int by) => A("plus", F + by);

    public readonly int Two(int a, int b) => A("two", F + (a * 10) + b);

    public readonly T Gen<T>(T value) => A("gen", value);

    public readonly void Deconstruct(out int first, out int second) => (first, second) = (A("taken apart", F), 2);

    public readonly void Say([InterpolatedStringHandlerArgument("")] ref Saying saying) => Note(saying.Text);

    public void Dispose() => F = A("disposed", F);

    public override readonly string ToString() => $"opers{F}{N}";

    private static Opers Made(string how, int value) => new(A(how, value));
}

/// <summary>A class with static operators, which give a new object.</summary>
public class OpersClass(int value) : IThing, IAdding<OpersClass>, IDisposable
{
    public int F = value;
    public Nested N;

    public int V
    {
        get => A("get V", F);
        set => F = A("set V", value);
    }

    public int this[int index]
    {
        get => A($"get [{index}]", F);
        set => F = A($"set [{index}]", value) + index;
    }

    public static OpersClass Of(int value) => new(value);

    public static implicit operator OpersClass(int value) => Made("from int", value);

    public static explicit operator int(OpersClass value) => A("to int", value.F);

    public static OpersClass operator +(OpersClass left, OpersClass right) => Made("+", left.F + right.F);

    public static OpersClass operator +(OpersClass left, int right) => Made("+int", left.F + right);

    public static OpersClass operator -(OpersClass left, OpersClass right) => Made("-", left.F - right.F);

    public static OpersClass operator *(OpersClass left, OpersClass right) => Made("*", left.F * right.F);

    public static OpersClass operator &(OpersClass left, OpersClass right) => Made("&", left.F & right.F);

    public static OpersClass operator |(OpersClass left, OpersClass right) => Made("|", left.F | right.F);

    public static OpersClass operator ^(OpersClass left, OpersClass right) => Made("^", left.F ^ right.F);

    public static OpersClass operator <<(OpersClass left, int right) => Made("<<", left.F << right);

    public static OpersClass operator ++(OpersClass value) => Made("++", value.F + 1);

    public static OpersClass operator --(OpersClass value) => Made("--", value.F - 1);

    public static OpersClass operator -(OpersClass value) => Made("neg", -value.F);

    public static bool operator !(OpersClass value) => B(value.F == 0);

    public static bool operator true(OpersClass value) => A("true", value.F > 3);

    public static bool operator false(OpersClass value) => A("false", value.F <= 3);

    public static bool operator <(OpersClass left, OpersClass right) => A("<", left.F < right.F);

    public static bool operator >(OpersClass left, OpersClass right) => A(">", left.F > right.F);

    public void Bump(int by) => F += A("bump", by);

    public int Plus(int by) => A("plus", F + by);

    public int Two(int a, int b) => A("two", F + (a * 10) + b);

    public T Gen<T>(T value) => A("gen", value);

    public void Deconstruct(out int first, out int second) => (first, second) = (A("taken apart", F), 2);

    public void Say([InterpolatedStringHandlerArgument("")] ref Saying saying) => Note(saying.Text);

    public void Dispose() => F = A("disposed", F);

    public override string ToString() => $"opersClass{F}{N}";

    private static OpersClass Made(string how, int value) => new(A(how, value));
}

/// <summary>A struct with C# 14's instance operators, and static ones that do something else.</summary>
public struct InPlace(int value) : IThing, IInstanceOperators
{
    public int F = value;
    public Nested N;

    public int V
    {
        readonly get => A("get V", F);
        set => F = A("set V", value);
    }

    public int this[int index]
    {
        readonly get => A($"get [{index}]", F);
        set => F = A($"set [{index}]", value) + index;
    }

    public static InPlace operator +(InPlace left, int right) => new(A("static +", left.F + (100 * right)));

    public static InPlace operator ++(InPlace value) => new(A("static ++", value.F + 100));

    public void operator +=(int right) => F += A("instance +=", right);

    public void operator -=(int right) => F -= A("instance -=", right);

    public void operator *=(InPlace right) => F *= A("instance *=", right.F);

    public void operator <<=(int right) => F <<= A("instance <<=", right);

    public void operator ++() => F += A("instance ++", 1);

    public void operator --() => F -= A("instance --", 1);

    public void Bump(int by) => F += A("bump", by);

    public readonly int Plus(int by) => A("plus", F + by);

    public readonly int Two(int a, int b) => A("two", F + (a * 10) + b);

    public override readonly string ToString() => $"inPlace{F}{N}";
}

/// <summary>A class with C# 14's instance operators alone.</summary>
public class InPlaceClass(int value) : IThing, IInstanceOperators
{
    public int F = value;
    public Nested N;

    public int V
    {
        get => A("get V", F);
        set => F = A("set V", value);
    }

    public int this[int index]
    {
        get => A($"get [{index}]", F);
        set => F = A($"set [{index}]", value) + index;
    }

    public void operator +=(int right) => F += A("instance +=", right);

    public void operator checked +=(int right) => F += A("instance checked +=", right);

    public void operator -=(int right) => F -= A("instance -=", right);

    public void operator |=(int right) => F |= A("instance |=", right);

    public void operator ++() => F += A("instance ++", 1);

    public void operator --() => F -= A("instance --", 1);

    public void Bump(int by) => F += A("bump", by);

    public int Plus(int by) => A("plus", F + by);

    public int Two(int a, int b) => A("two", F + (a * 10) + b);

    public override string ToString() => $"inPlaceClass{F}{N}";
}

/// <summary>A class whose additions give strings: they are no concatenations.</summary>
public class Texter(int value)
{
    public int F = value;

    public static string operator +(Texter left, string right) => A("text + string", left.F + "~" + right);

    public static string operator +(string left, Texter right) => A("string + text", left + "~" + right?.F);

    public static string operator +(Texter left, int right) => A("text + int", left.F + "#" + right);

    public static string operator +(Texter left, Texter right) => A("text + text", left.F + "##" + right.F);

    public static implicit operator Texter(string value) => new(A("from string", value).Length);

    public override string ToString() => $"texter{F}";
}

/// <summary>A struct that is nothing but its conversions: operators are those of int.</summary>
public struct Meter(int value)
{
    public int F = value;

    public static implicit operator Meter(int value) => new(A("meter from int", value));

    public static implicit operator int(Meter value) => A("meter to int", value.F);

    public override readonly string ToString() => $"meter{F}";
}

/// <summary>One implicit conversion, to string.</summary>
public record struct Id(string Value)
{
    public static implicit operator string(Id id) => A("id to string", id.Value);

    public override readonly string ToString() => $"id{Value}";
}

public record struct Point(int V)
{
    public void Bump(int by) => V += A("bump", by);

    public readonly int Plus(int by) => A("plus", V + by);

    public override readonly string ToString() => $"point{V}";
}

public record Person(int V)
{
    public int V { get; set; } = V;

    public void Bump(int by) => V += A("bump", by);

    public int Plus(int by) => A("plus", V + by);

    public override string ToString() => $"person{V}";
}

public enum Colour
{
    None,
    Red,
    Blue,
}

/// <summary>A string handler that knows whom it is for.</summary>
[InterpolatedStringHandler]
public struct Saying
{
    public string Text;

    public Saying(int literals, int holes, Opers to) => Text = A("saying to", $"{to}:{literals}:{holes}:");

    public Saying(int literals, int holes, OpersClass to) => Text = A("saying to", $"{to}:{literals}:{holes}:");

    public void AppendLiteral(string text) => Text += A("literal", text);

    public void AppendFormatted<T>(T value) => Text += Show(A("hole", value));
}

/// <summary>What a form may call.</summary>
public static class Calls
{
    public static void Inc<T>(ref T place, T value) => place = A("inc", value);

    public static void Inc2<T>(T value, ref T place) => place = A("inc2", value);

    public static T Read<T>(in T place, int value) => A($"read {value}", place);

    public static T Read2<T>(int value, in T place) => A($"read {value}", place);

    public static void Put<T>(out T place, T value) => place = A("put", value);

    public static void Put2<T>(T value, out T place) => place = A("put2", value);

    public static ref T Same<T>(ref T place)
    {
        Note("same");
        return ref place;
    }

    public static T Id<T>(T value) => value;

    public static void BumpAll<T>(ref T thing, int by)
        where T : IThing
        => thing.Bump(by);

    public static int Ext(this int value, int by) => A("ext", value + by);

    public static int Extended<T>(this T value, int by) => A($"extended {value}", by);

    public static void Raise<T>(this ref T place, int by)
        where T : struct
        => Note($"raise {place} {by}");

    public static void BumpIt(this ref Opers place, int by) => place.F += A("bumpIt", by);

    public static void BumpIt(this ref InPlace place, int by) => place.F += A("bumpIt", by);

    public static Index At(int index) => A("at", new Index(index));

    public static (T, int) Pair<T>(T first, int second) => A("pair", (first, second));

    public static Split<T> Apart<T>(T first, int second) => new(first, second);
}

public class Split<T>(T first, int second)
{
    public void Deconstruct(out T one, out int two) => (one, two) = (A("split", first), second);
}

/// <summary>What an initializer fills.</summary>
public class Filled<T>
{
    public T First { get; set => field = A("set First", value); } = default!;

    public T Second = default!;

    public List<T> Many { get; } = [];

    public override string ToString() => $"filled {Show(First)} {Show(Second)} {Show(Many)}";
}

/// <summary>What a host inherits.</summary>
public class Based<T>(T first)
{
    public virtual T Inherited { get => A("get Inherited", field); set => field = A("set Inherited", value); } = first;
}

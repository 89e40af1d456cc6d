#pragma warning disable CA1044
using System.Runtime.CompilerServices;
using static CoroutineGen.Fuzz.Systematic.Trace;

namespace CoroutineGen.Fuzz.Systematic;

public struct Box<T>
{
    public T Item;
    public Crate<T> Deep;

    public T Prop
    {
        readonly get => A("get Box.Prop", Item);
        set => Item = A("set Box.Prop", value);
    }
}

public struct Crate<T>
{
    public T Item;
}

public class Inner<T>
{
    public T Field = default!;
    public Box<T> Box;

    public T Prop
    {
        get => A("get Inner.Prop", Field);
        set => Field = A("set Inner.Prop", value);
    }
}

[InlineArray(3)]
public struct Inline<T>
{
    private T _first;
}

/// <summary>What a type parameter that is a place's owner can do.</summary>
public interface IOwner<T>
{
    T Prop { get; set; }

    T this[int index] { get; set; }

    T Virtual { get => Prop; set => Prop = value; }
}

public struct OwnerStruct<T> : IOwner<T>
{
    public T Own;

    public T Prop
    {
        readonly get => A("get Owner.Prop", Own);
        set => Own = A("set Owner.Prop", value);
    }

    public T this[int index]
    {
        readonly get => A($"get Owner[{index}]", Own);
        set => Own = A($"set Owner[{index}]", value);
    }

    public override readonly string ToString() => $"owner{Show(Own)}";
}

/// <summary>Has a value of a type in every kind of place.</summary>
public class Holder<T> : IOwner<T>
{
    public static T Static = default!;

    private readonly Func<int, T> _make;
    private readonly T[] _made;
    private readonly List<object> _kept = [];

    public T Field;
    public T[] Items;
    public T[,] Grid;
    public T[][] Jagged;
    public List<T> List;
    public Dictionary<int, T> Map;
    public Box<T> Box;
    public Box<T>[] Boxes;
    public Inner<T> Inner;
    public (T First, int Number, T Third) Tuple;
    public Inline<T> Inlined;
    public Inline<T>[] Inlines = new Inline<T>[2];
    public OwnerStruct<T> Owner;
    public OwnerStruct<T>[] Owners;
    public readonly T Fixed;

    public Holder(Func<int, T> make)
    {
        _make = make;
        _made = [.. Enumerable.Range(1, 12).Select(make)];
        Fixed = Field = _made[0];
        Items = [_made[1], _made[2], _made[3]];
        Grid = new T[3, 2] { { make(1), make(2) }, { make(3), make(4) }, { make(5), make(6) } };
        Jagged = [[make(1), make(2)], [_made[4], _made[5]], [make(4), _made[6]]];
        List = [_made[7], _made[8], _made[9]];
        Map = new() { [0] = _made[1], [1] = _made[2], [2] = _made[3] };
        Inner = new() { Field = _made[10] };
        Fill();
        Keep();
    }

    public static T StaticProp
    {
        get => A("get StaticProp", Static);
        set => Static = A("set StaticProp", value);
    }

    public T Auto { get; set; } = default!;

    public T Prop
    {
        get => A("get Prop", Field);
        set => Field = A("set Prop", value);
    }

    public T Virtual
    {
        get => A("get Virtual", Field);
        set => Field = A("set Virtual", value);
    }

    public Box<T> BoxValue => A("get BoxValue", Box);

    public ref T RefProp
    {
        get
        {
            Note("RefProp");
            return ref Field;
        }
    }

    public ref Box<T> RefBox
    {
        get
        {
            Note("RefBox");
            return ref Box;
        }
    }

    public T this[int index]
    {
        get => A($"get [{index}]", Items[index]);
        set => Items[index] = A($"set [{index}]", value);
    }

    public T this[int index, string name]
    {
        get => A($"get [{index},{name}]", Items[index]);
        set => Items[index] = A($"set [{index},{name}]", value);
    }

    public ref T this[long index]
    {
        get
        {
            Note($"ref [{index}]");
            return ref Items[index];
        }
    }

    public event Action<T>? Happened
    {
        add => Note($"add {value?.Method.Name.Length > 0}");
        remove => Note($"remove {value?.Method.Name.Length > 0}");
    }

    public ref T Ref(int index)
    {
        Note($"Ref({index})");
        return ref Items[index];
    }

    public ref readonly T View(int index)
    {
        Note($"View({index})");
        return ref Items[index];
    }

    /// <summary>Something else happens while the coroutine waits: 1 changes the places, 2 what they are in.</summary>
    public void Disturb(int how)
    {
        if (how == 0)
            return;
        if (how == 2)
        {
            Items = [.. Items];
            Jagged = [.. Jagged.Select(j => j.ToArray())];
            List = [.. List];
            Map = new(Map);
            Boxes = [.. Boxes];
            Owners = [.. Owners];
            Inlines = [.. Inlines];
            Inner = new() { Field = Inner.Field, Box = Inner.Box };
            Keep();
            return;
        }
        Field = Static = Auto = _make(21);
        (Items[0], Items[1], Items[2]) = (_make(22), _make(23), _make(24));
        Jagged[1][1] = Jagged[2][1] = Grid[1, 1] = Grid[2, 1] = _make(25);
        (List[0], List[1], List[2]) = (_make(26), _make(27), _make(28));
        (Map[0], Map[1], Map[2]) = (_make(29), _make(30), _make(31));
        Box.Item = Box.Deep.Item = Inner.Field = Inner.Box.Item = _make(32);
        Tuple = (_make(33), 2, _make(34));
        Inlined[0] = Inlined[1] = Inlined[2] = Inlines[1][1] = _make(35);
        Owner.Own = Owners[1].Own = Owners[2].Own = _make(36);
        for (int i = 0; i < 3; i++)
            Boxes[i].Item = Boxes[i].Deep.Item = _make(37);
    }

    public void Dump()
    {
        Note($"Field {Show(Field)} Static {Show(Static)} Auto {Show(Auto)} Fixed {Show(Fixed)} Tuple {Show(Tuple)}");
        Note($"Box {Show(Box.Item)} {Show(Box.Deep.Item)} Owner {Owner} {Show(Owners)} Inlined {Show(Inlined[0])} {Show(Inlined[1])} {Show(Inlined[2])}");
        Note($"Grid {Show(Grid)} Inlines {Show(Inlines[1][1])} {Show(Inlines[1][2])}");
        foreach (object kept in _kept)
            Note(kept switch
            {
                Inner<T> inner => $"inner {Show(inner.Field)} {Show(inner.Box.Item)}",
                Box<T>[] boxes => $"boxes {Show(boxes.Select(b => b.Item))} {Show(boxes.Select(b => b.Deep.Item))}",
                Dictionary<int, T> map => $"map {Show(map.Values)}",
                _ => Show(kept),
            });
        Note($"made {Show(_made)}");
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(Boxes), nameof(Owners))]
    private void Fill()
    {
        Static = Auto = _make(3);
        Box = new() { Item = _make(4), Deep = { Item = _make(5) } };
        Inner.Box.Item = _make(6);
        Boxes = [Box, Box, Box];
        Tuple = (_make(7), 1, _made[11]);
        for (int i = 0; i < 3; i++)
            Inlined[i] = Inlines[1][i] = _make(i + 1);
        Owner = new() { Own = _make(2) };
        Owners = [Owner, Owner, Owner];
    }

    /// <summary>What was there before must be seen at the end as well: it may have been changed though it should not.</summary>
    private void Keep() => _kept.AddRange([Items, Jagged, List, Map, Boxes, Owners, Inner]);
}

/// <summary>Receivers that are seen when they are computed.</summary>
public static class Receivers
{
    public static Holder<T> R<T>(Holder<T> holder)
    {
        Note("R");
        return holder;
    }

    public static Holder<T> R<T>(Holder<T> holder, int number)
    {
        Note($"R({number})");
        return holder;
    }

    public static Holder<T>? Null<T>(Holder<T> holder)
    {
        Note("Null");
        return Math.Max(1, 2) == 2 ? null : holder;
    }

    extension<T>(Holder<T> holder)
    {
        public T Extra
        {
            get => A("get Extra", holder.Field);
            set => holder.Field = A("set Extra", value);
        }
    }
}

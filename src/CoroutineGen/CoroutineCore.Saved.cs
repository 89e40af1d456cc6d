using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;
using CoroutineGen.Saving;

namespace CoroutineGen;

// Saving and restoring of one coroutine among others.
public abstract partial class CoroutineCore<TYield> : ISaved
{
    string ISaved.Name => Name;

    SavedKind? ISaved.Kind => KindOf;

    int ISaved.Depth => FoldedCalls;

    ISaved? ISaved.Next => Point >= Delegating && Link is { KindOf: not null } inner ? inner : null;

    int ISaved.Check(Saver saver, int depth)
    {
        int point = Point;
        if (HasAnswerToTake)
            throw Raise.Running(Name);
        if (point == Closed)
            return -1;
        if (point < Created)
            throw Raise.Running(Name);
        int at = PointAt(depth);
        CollectSaved(depth, at, saver);
        if (point < Delegating)
            return -1;
        // Of a chain at work the innermost is marked as running, and is met in its turn.
        if (Link is not { } inner)
            throw Raise.Running(Name);
        return saver.NumberOfInner(inner, inner.Original);
    }

    void ISaved.Write(Saver saver, int depth, int inner)
    {
        var writer = saver.Writer;
        var name = KindOf!.Name;
        switch (Point)
        {
            case Closed:
                writer.Begin(name, SavedNames.End);
                WriteEnd(saver);
                break;
            case Created:
                writer.Begin(name, SavedNames.Start);
                SaveVariables(depth, Created, saver);
                break;
            default:
                int at = PointAt(depth);
                writer.Begin(name, NameOfPoint(at)!);
                if (inner >= 0)
                    writer.WriteCoroutine(SavedNames.Inner, inner);
                SaveVariables(depth, at, saver);
                if (inner < 0 || (depth == 0 && (HasOwnValue || (Point < Delegating && Tag == 0))))
                    SaveCurrent(saver);
                break;
        }
        writer.End();
    }

    private void WriteEnd(Saver saver)
    {
        if (Failure is { } error)
        {
            var restored = error as RestoredErrorException;
            saver.Writer.Write(SavedNames.Error, restored is null ? error.GetType().FullName : restored.OriginalType);
            saver.Writer.Write(SavedNames.Message, error.Message);
        }
        else if (HasOutcome)
        {
            SaveResult(saver);
        }
    }

    void ISaved.Read(Restorer from, string name)
    {
        if (name == SavedNames.End.Text)
        {
            ReadEnd(from);
            return;
        }
        int point = name == SavedNames.Start.Text ? Created : PointOfName(name);
        if (point < 0)
            throw from.Failed(
                CoroutineRestoreReason.UnknownPoint, $"'{KindOf!.Name}' has no point '{Restorer.Shown(name)}'.");
        bool delegates = DelegatesAt(point, null);
        if (delegates)
            from.ReadCoroutine(SavedNames.Inner);
        RestoreVariables(point, from);
        Point = delegates ? point | Delegating : point;
        if (point == Created)
            return;
        if (RestoreCurrent(from, isOptional: delegates) && delegates)
            Tag = DriverNumber.OfTwin;
    }

    private void ReadEnd(Restorer from)
    {
        Point = Closed;
        if (from.TryRead(SavedNames.Error, out string? type))
        {
            from.Read(SavedNames.Message, out string message);
            Rare = ErrorNode<TYield>.Of(new RestoredErrorException(type ?? "", message));
        }
        else
        {
            RestoreResult(from);
        }
    }

    int ISaved.Link(Restorer from)
    {
        if (Point == Closed)
            return -1;
        from.At(KindOf!.Name.Text, Point == Created ? SavedNames.Start.Text : NameOfPoint(ResumePoint)!.Text);
        int number = Point >= Delegating ? from.NextNumber() : -1;
        RestoreCoroutines(ResumePoint, from);
        if (Point < Delegating)
            return -1;
        if (from[number] is not CoroutineCore<TYield> inner || !DelegatesAt(ResumePoint, inner))
            throw from.Failed(CoroutineRestoreReason.WrongInner,
                $"'{KindOf.Name}' cannot delegate to that at '{NameOfPoint(ResumePoint)}'.");
        InnerOrParked = inner;
        return number;
    }
}

using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>The decisions that the factory, the class and the step method must take alike.</summary>
internal sealed class ClassShape
{
    public ClassShape(CoroutineModel model, LoweredBody? body)
    {
        Model = model;
        Body = body;
        var words = new HashSet<string>(model.Words.Select(ClassNames.Plain), StringComparer.Ordinal);
        var fields = new HashSet<string>(body?.Fields.Select(f => ClassNames.Plain(f.Name)) ?? [], StringComparer.Ordinal);
        Host = model.Place.Host.Name + model.Place.Host.TypeArguments;
        HostKeepsReceiver = !model.IsStatic;
        LocalsName = ClassNames.Locals(model.ClassName, words.Contains);
        ReceiverField = ClassNames.Fresh("This", fields.Contains);
        ReceiverParameter = ClassNames.Fresh("self", name => model.Parameters.Any(p => ClassNames.Plain(p.Name) == name));
        Frame = model.Parameters.Any(p => ClassNames.Plain(p.Name) == "Frame") ? "this.Frame" : "Frame";
        HasFrame = body is not null && (body.Fields.Count > 0 || HostKeepsReceiver || body.FrameName is not null);
        HoldsReferences = body is not null && (HostKeepsReceiver || body.Fields.Any(f => f.HoldsReferences));
    }

    public CoroutineModel Model { get; }
    public LoweredBody? Body { get; }

    /// <summary>The containing type, as its own members name it.</summary>
    public string Host { get; }

    public bool HostKeepsReceiver { get; }
    public string LocalsName { get; }

    /// <summary>The struct of the frame, as the containing type names it.</summary>
    public string LocalsType => LocalsName + Model.TypeArguments;

    public string ReceiverField { get; }
    public string ReceiverParameter { get; }

    /// <summary>The frame as the constructor names it, where a parameter may be called the same.</summary>
    public string Frame { get; }

    public bool HasFrame { get; }

    /// <summary>Whether the frame may keep objects alive: then it is cleared when the coroutine has ended.</summary>
    public bool HoldsReferences { get; }

    public string Yielded => Model.YieldType ?? FrameworkNames.Unit;

    /// <summary>What TrySend takes; null for the plain one-way base, which has none.</summary>
    public string? Sent => Model.SendType ?? (Model.ReturnType is null ? null : FrameworkNames.Unit);

    public string BaseType => FrameworkNames.Coroutine + (Model.ReturnType, Sent) switch
    {
        (null, null) => $"<{Yielded}>",
        (null, var sent) => $"<{Yielded}, {sent}>",
        var (result, sent) => $"<{Yielded}, {sent}, {result}>",
    };

    /// <summary>A call of the step method from within the class.</summary>
    public string CallStep(string point, string how, string sent, string frame = "Frame")
    {
        var body = Body!;
        string receiver = HostKeepsReceiver ? $"{frame}.{ReceiverField}." : "";
        string method = HostKeepsReceiver ? Model.Name + Model.TypeArguments : ClassNames.StepMethod(Model);
        string call = $"{receiver}{method}(this, ";
        if (body.FrameName is not null)
            call += body.OwnName is null ? $"ref {frame}, " : "ref Frame, ref Frames, ";
        call += point;
        if (body.HowName is not null)
            call += ", " + how;
        if (body.SentName is not null)
            call += ", " + sent;
        return call + ")";
    }
}

using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>Names and decisions that the factory, the class, the frame and the step method share.</summary>
internal sealed class ClassShape
{
    public ClassShape(CoroutineModel model, LoweredBody? body, ProjectSettings settings)
    {
        Model = model;
        Body = body;
        IsInlined = settings.Optimizes && body is { Step.IsInlined: true };
        IsHidden = settings.HidesFrames && body is not null && !IsInlined;
        var words = new HashSet<string>(model.Words.Select(ClassNames.Plain), StringComparer.Ordinal);
        var fields = new HashSet<string>(body?.Frame.Fields.Select(f => ClassNames.Plain(f.Name)) ?? [], StringComparer.Ordinal);
        Host = model.Place.Host.Name + model.Place.Host.TypeArguments;
        HostKeepsReceiver = !model.IsStatic;
        LocalsName = ClassNames.Locals(model.ClassName, name => words.Contains(name) || IsOfPlace(model.Place, name)
            || (body is not null && body.HiddenByLocals.Contains(name)));
        ReceiverField = ClassNames.Fresh("This", fields.Contains);
        ReceiverParameter = ClassNames.Fresh("self", name => model.Parameters.Any(p => ClassNames.Plain(p.Name) == name));
        HasFrame = body is not null && (body.Frame.Fields.Count > 0 || HostKeepsReceiver || body.Step.IsFolded);
        Frame = !HasFrame ? ClassNames.Fresh("frame", name => name == ClassNames.Plain(model.Name))
            : model.Parameters.Any(p => ClassNames.Plain(p.Name) == "Frame") ? "this.Frame"
            : "Frame";
        HoldsReferences = body is not null && (HostKeepsReceiver || body.Frame.Fields.Any(f => f.HoldsReferences));
    }

    public CoroutineModel Model { get; }

    /// <summary>How the frame is stored and passed.</summary>
    public FrameForm Form => Waits ? FrameForm.Object : FrameForm.Struct;

    /// <summary>Whether the step is an async method.</summary>
    public bool Waits => Body is { Step.Waits: true };

    public LoweredBody? Body { get; }

    /// <summary>
    /// Whether the step method is marked for inlining. The runtime leaves such methods out of stack traces, inlined or not: the class's own
    /// frame stands for the body's then.
    /// </summary>
    public bool IsInlined { get; }

    /// <summary>Whether the class stays out of stack traces, since the step method is in them.</summary>
    public bool IsHidden { get; }

    /// <summary>The containing type, as its own members name it: "Tree&lt;T&gt;".</summary>
    public string Host { get; }

    /// <summary>Whether the frame keeps the receiver: for an instance method.</summary>
    public bool HostKeepsReceiver { get; }

    /// <summary>The name of the frame's struct: "WalkLocals", or with a number where that is taken.</summary>
    public string LocalsName { get; }

    /// <summary>The frame's struct, as the containing type names it: "WalkLocals", with its type arguments.</summary>
    public string LocalsType => LocalsName + Model.TypeArguments;

    public string ReceiverField { get; }
    public string ReceiverParameter { get; }

    /// <summary>The frame as the class names it: its field, or the local that replaces an empty one.</summary>
    public string Frame { get; }

    /// <summary>Whether the class has a frame: hoisted variables, a receiver, or a stack of frames.</summary>
    public bool HasFrame { get; }

    /// <summary>Whether the frame may keep objects alive: then it is cleared once the coroutine is closed.</summary>
    public bool HoldsReferences { get; }

    public string Yielded => Model.YieldType ?? FrameworkNames.Unit;

    /// <summary>Whether a type around the method, or a type parameter of one, has a name.</summary>
    private static bool IsOfPlace(Place place, string name)
        => place.Types.Any(t => ClassNames.Plain(t.Name) == name
            || t.TypeArguments.Split('<', ',', '>').Any(argument => ClassNames.Plain(argument.Trim()) == name));

    /// <summary>What TrySend takes; null for the plain one-way base, which has none.</summary>
    public string? Sent => Model.SendType ?? (Model.ReturnType is null ? null : FrameworkNames.Unit);

    // Coroutine<int>, Coroutine<int, string>, Coroutine<int, Unit, string>; AsyncCoroutine<int>
    public string BaseType => (Model.IsAsync ? FrameworkNames.AsyncCoroutine : FrameworkNames.Coroutine) + (Model.ReturnType, Sent) switch
    {
        (null, null) => $"<{Yielded}>",
        (null, var sent) => $"<{Yielded}, {sent}>",
        var (result, sent) => $"<{Yielded}, {sent}, {result}>",
    };
}

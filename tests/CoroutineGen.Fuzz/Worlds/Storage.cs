using System.Reflection;
using System.Text;
using CoroutineGen.CompilerServices;
using CoroutineGen.Json;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// Saves the coroutines of a world and restores them. The world itself is no part of what is saved: it is supplied anew, as a service would be.
/// </summary>
internal sealed class Storage(World world) : IServiceProvider
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private CoroutineCatalog? _catalog;

    /// <summary>Whether each step is done with what is restored.</summary>
    public bool IsUsedAlways { get; set; }

    /// <summary>How many coroutines were saved, and why the others were not.</summary>
    public Dictionary<string, int> Outcomes { get; } = [];

    /// <summary>The coroutine once more, out of its own text; itself, where it cannot be saved.</summary>
    /// <param name="coroutine">One that is generated.</param>
    /// <param name="poisons">Whether all that is not saved of what is restored is overwritten.</param>
    public T Again<T>(T coroutine, bool poisons)
        where T : class
    {
        if (coroutine is not ISaveable saveable || SavedOf(saveable) is not { } saved)
            return coroutine;
        try
        {
            var restore = saveable.GetType().GetMethod("Restore", Static)!.CreateDelegate<Func<CoroutineReader, RestoreOptions?, ISaveable>>();
            var options = new RestoreOptions { Supplies = this, Catalog = Catalog };
            SavedTypes.All.World = world;
            var restored = CoroutineJson.Restore(saved, SavedTypes.All, restore, options, preserveReferences: true);
            byte[]? again = SavedOf(restored);
            if (again is null || !saved.AsSpan().SequenceEqual(again))
                world.Log($"saved as {Encoding.UTF8.GetString(saved)} and then as {(again is null ? "nothing" : Encoding.UTF8.GetString(again))}");
            if (poisons)
                Poison.Into(restored, SavedOf);
            return (T)restored;
        }
        catch (CoroutineRestoreException error)
        {
            world.Log($"{error.Message} {Encoding.UTF8.GetString(saved)}");
            return coroutine;
        }
    }

    /// <summary>Overwrites what is not saved of a coroutine that goes on by itself.</summary>
    public void Poisoned(object coroutine)
    {
        if (coroutine is ISaveable saveable && SavedOf(saveable) is not null)
            Poison.Into(saveable, SavedOf);
    }

    public object? GetService(Type serviceType)
    {
        if (serviceType.IsInstanceOfType(world))
            return world;
        var type = serviceType.IsInterface
            ? serviceType.Assembly.GetTypes().FirstOrDefault(t => !t.IsInterface && serviceType.IsAssignableFrom(t))
            : serviceType;
        return type is null ? null : Activator.CreateInstance(type, world);
    }

    /// <summary>All of the program, and none of the others that were compiled with it.</summary>
    private CoroutineCatalog Catalog => _catalog ??= new([.. world.GetType().Assembly.GetTypes()
        .Where(t => t.Namespace == world.GetType().Namespace && typeof(ISaveable).IsAssignableFrom(t) && !t.ContainsGenericParameters)
        .Select(t => (SavedKind)t.GetProperty("Kind", Static)!.GetValue(null)!)]);

    private byte[]? SavedOf(ISaveable coroutine)
    {
        try
        {
            SavedTypes.All.World = world;
            byte[] saved = CoroutineJson.Save(coroutine, SavedTypes.All, preserveReferences: true);
            Count("saved");
            return saved;
        }
        catch (CoroutineSaveException error)
        {
            Count(error.Reason.ToString());
            return null;
        }
        catch (CoroutineStateException error)
        {
            Count(error.Reason.ToString());
            return null;
        }
    }

    private void Count(string outcome) => Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
}

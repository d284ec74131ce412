namespace Nodus.Web.Client.Examine;

/// <summary>States of the work, one after the other: every step can be taken back and done again. States are immutable.</summary>
/// <typeparam name="T">The state.</typeparam>
/// <param name="first">The state to begin with.</param>
public sealed class UndoHistory<T>(T first)
    where T : class
{
    /// <summary>Steps that can be taken back at most; older ones are forgotten.</summary>
    public const int StepsMax = 200;

    private readonly List<T> before = [];
    private readonly Stack<T> undone = new();

    /// <summary>The state now.</summary>
    public T Now { get; private set; } = first;

    /// <summary>There is something to take back.</summary>
    public bool CanUndo => before.Count > 0;

    /// <summary>Something taken back can come again.</summary>
    public bool CanRedo => undone.Count > 0;

    /// <summary>Goes on to another state; what was taken back is forgotten.</summary>
    public void Do(T next)
    {
        if (before.Count == StepsMax) before.RemoveAt(0);
        before.Add(Now);
        undone.Clear();
        Now = next;
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>False where there is none.</returns>
    public bool Undo()
    {
        if (before.Count == 0) return false;
        undone.Push(Now);
        Now = before[^1];
        before.RemoveAt(before.Count - 1);
        return true;
    }

    /// <summary>Does the last step taken back again.</summary>
    /// <returns>False where there is none.</returns>
    public bool Redo()
    {
        if (!undone.TryPop(out T? next)) return false;
        before.Add(Now);
        Now = next;
        return true;
    }

    /// <summary>Begins anew; there is nothing to take back.</summary>
    public void Restart(T state)
    {
        before.Clear();
        undone.Clear();
        Now = state;
    }
}

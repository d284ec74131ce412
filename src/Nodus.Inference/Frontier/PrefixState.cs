namespace Nodus.Inference.Frontier;

/// <summary>
/// A frontier program with the first steps decided: given the causes decided so far the findings are activated
/// independently, so the open ones need one number each instead of a table. Kept for every step, so that a search can come
/// back to an earlier one.
/// </summary>
internal sealed class PrefixState
{
    private readonly FrontierProgram _program;
    private readonly int _slots;
    private readonly double[] _keeps;
    private readonly double[] _scratch;

    public PrefixState(FrontierProgram program)
    {
        _program = program;
        _slots = System.Numerics.BitOperations.Log2((uint)program.LargestTable) + 1;
        _keeps = new double[(program.StepCount + 1) * _slots];
        _scratch = new double[program.LargestTable];
    }

    /// <summary>Decides the cause of a step: writes the state after it from the state before it.</summary>
    public void Decide(int index, bool on)
    {
        var step = _program.Steps[index];
        var after = Keeps(index + 1);
        Keeps(index)[..step.Width].CopyTo(after);
        after.Slice(step.Width, step.End - step.Opening).Fill(1);
        if (!on)
            return;
        foreach (var edge in _program.Edges[step.First..step.End])
            after[edge.Slot] *= 1 - edge.Activation;
    }

    /// <summary>Closes the finding of a step; returns P(no decided cause activated it).</summary>
    public double Close(int index)
    {
        var step = _program.Steps[index];
        var before = Keeps(index)[..step.Width];
        var after = Keeps(index + 1);
        before[..step.First].CopyTo(after);
        before[(step.First + 1)..].CopyTo(after[step.First..]);
        return before[step.First];
    }

    /// <summary>The sum of a table over the open findings, each weighted by the state before a step: the table's
    /// multilinear form, 2 to the power of the width.</summary>
    public double Value(int index, ReadOnlySpan<double> table)
    {
        var keeps = Keeps(index);
        for (int slot = System.Numerics.BitOperations.Log2((uint)table.Length) - 1; slot >= 0; slot--)
        {
            int half = 1 << slot;
            if (keeps[slot] == 1)
            {
                table = table[..half];
                continue;
            }

            FrontierKernels.RecallOpened(table, half, 1 - keeps[slot], _scratch);
            table = _scratch.AsSpan(0, half);
        }

        return table[0];
    }

    private Span<double> Keeps(int index) => _keeps.AsSpan(index * _slots, _slots);
}

using static Nodus.Inference.Frontier.FrontierProgram;

namespace Nodus.Inference.Frontier;

/// <summary>
/// An upper bound on what any completion of a partial set can be worth, for sets decided in closing order.
/// </summary>
/// <remarks>
/// The worth of a set S sums over hidden activations a: W(S) = sum over a of P(S, a, e). The tables here let each later cause
/// be chosen when the activations so far are known, H(state) = max(inactive H', active Recall H') at each cause and the usual
/// weights at each closing. A choice may look at more than a set may, so
/// max over S of sum over a &lt;= sum over a of max over S - Park and Darwiche 2003, UAI ("Solving MAP exactly using systematic search"). As
/// causes are rare, second choices after a failed activation are worth little, and the bound is within some per cent.
/// Given the causes decided already, open findings are activated independently, so the bound of a node is H's multilinear
/// form at those probabilities (<see cref="PrefixState"/>).
/// </remarks>
internal sealed class SetBound
{
    private readonly FrontierProgram _program = new();
    private readonly double[] _bound;
    private readonly double[] _scale;
    private readonly double[] _scratch;

    public SetBound(ComponentModel model, ReadOnlySpan<int> order)
    {
        _program.Compile(model, order);
        _bound = new double[_program.ArenaLength];
        _scale = new double[_program.StepCount];
        _scratch = new double[_program.LargestTable];
        _bound[^1] = 1;
        for (int i = _program.StepCount - 1; i >= 0; i--)
            Fill(model, i);
    }

    public FrontierProgram Program => _program;

    /// <summary>What a closing multiplies worths by: keeps tables near 1 however many findings there are.</summary>
    public double Scale(int step) => _scale[step];

    /// <summary>Bounds of the completions from a step on, by which open findings are activated.</summary>
    public ReadOnlySpan<double> Table(int step) =>
        step < _program.StepCount ? _bound.AsSpan(_program.Steps[step].Offset, _program.Steps[step].Size) : _bound.AsSpan(^1);

    private void Fill(ComponentModel model, int index)
    {
        var step = _program.Steps[index];
        var before = _bound.AsSpan(step.Offset, step.Size);
        var after = _bound.AsSpan(step.Offset + step.Size, step.SizeAfter);
        if (step.Cause < 0)
        {
            int f = step.Finding;
            double present = model.LikelihoodPresent[f], leak = model.Leak[f];
            double unexplained = (present * leak) + (model.LikelihoodAbsent[f] * (1 - leak));
            FrontierKernels.Reopen(after, step.Stride, present, unexplained, before);
            double largest = 0;
            foreach (double value in before)
                largest = Math.Max(largest, value);
            _scale[index] = largest > 0 ? 1 / largest : 1;
            FrontierKernels.Scale(before, _scale[index], before);
            return;
        }

        var recalled = Recall(step, after);
        double active = model.Active[step.Cause], inactive = model.Inactive[step.Cause];
        for (int i = 0; i < before.Length; i++)
            before[i] = Math.Max(inactive * after[i], active * recalled[i]);
    }

    private Span<double> Recall(Step step, ReadOnlySpan<double> after)
    {
        int size = step.SizeAfter;
        var edges = _program.Edges;
        after.CopyTo(_scratch);
        for (int e = step.End - 1; e >= step.Opening; e--)
        {
            size /= 2;
            FrontierKernels.RecallOpened(_scratch, size, edges[e].Activation, _scratch);
        }

        var table = _scratch.AsSpan(0, size);
        for (int e = step.First; e < step.Opening; e++)
            FrontierKernels.Recall(table, 1 << edges[e].Slot, edges[e].Activation);
        return table;
    }
}

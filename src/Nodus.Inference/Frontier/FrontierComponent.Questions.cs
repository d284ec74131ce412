namespace Nodus.Inference.Frontier;

/// <content>Questions put to a solved component; each re-runs only the steps it changes.</content>
internal sealed partial class FrontierComponent
{
    private double[] _scratchNext = [];
    private double[] _causeWeight = [];
    private double[] _foldWeight = [];

    /// <summary>P(no cause, frontier or folded, produced this finding | evidence); the rest is the leak.</summary>
    public double NotCaused(int globalFinding)
    {
        var model = Reduced;
        int finding = model.Finding.IndexOf(globalFinding);
        double foldKeep = 1;
        for (int i = model.FoldStart[finding]; i < model.FoldStart[finding + 1]; i++)
            foldKeep *= 1 - (model.FoldActive[i] * model.FoldActivation[i]);
        double leak = model.Leak[finding];
        return Math.Clamp(_without[finding] * foldKeep * Unexplained(model, finding, leak, 1 - leak), 0, 1);
    }

    /// <summary>P(this cause is active and its edge produced the finding | evidence); 0 without an edge.</summary>
    public double Produced(int globalCause, int globalFinding)
    {
        var model = Reduced;
        int finding = model.Finding.IndexOf(globalFinding);
        int cause = model.Cause.IndexOf(globalCause);
        if (cause >= 0)
            return FrontierCauseProduced(model, cause, finding);
        for (int i = model.FoldStart[finding]; i < model.FoldStart[finding + 1]; i++)
        {
            if (model.FoldCause[i] != globalCause)
                continue;
            double fired = model.FoldActive[i] * model.FoldActivation[i] * model.LikelihoodPresent[finding]
                * (_with[finding] + _without[finding]);
            return Math.Clamp(fired, 0, 1);
        }

        return 0;
    }

    /// <summary>True when the cause is in the joint programme or folded, and not factored out of it.</summary>
    public bool Holds(int globalCause) =>
        Reduced.Cause.IndexOf(globalCause) >= 0 || Model.FoldCause.IndexOf(globalCause) >= 0;

    /// <summary>Gives a cause a weight for the next <see cref="ExpectedWeight"/>; false for one that was factored out.
    /// </summary>
    public bool TryWeigh(int globalCause, double weight)
    {
        var model = Reduced;
        GrowWeights(ref _causeWeight, model.CauseCount);
        GrowWeights(ref _foldWeight, model.FoldCount);
        int cause = model.Cause.IndexOf(globalCause);
        if (cause >= 0)
        {
            _causeWeight[cause] = weight;
            return true;
        }

        if (Model.FoldCause.IndexOf(globalCause) < 0)
            return false;
        _foldWeight[model.FoldCause.IndexOf(globalCause)] = weight;
        return true;
    }

    /// <summary>
    /// E[product of the weights of the active causes | evidence]; weights of 0 ask for P(none active). It is a ratio of two
    /// evidences: the steps from the first to the last changed one are re-run with the stored norms, and met with the
    /// stored adjoint. Clears the weights.
    /// </summary>
    public double ExpectedWeight()
    {
        var model = Reduced;
        int first = int.MaxValue, last = -1;
        double ratio = 1;
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (_causeWeight[c] == 1)
                continue;
            first = Math.Min(first, _program.StepOfCause(c));
            last = Math.Max(last, _program.StepOfCause(c));
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            if (_foldWeight.AsSpan(model.FoldStart[f]..model.FoldStart[f + 1]).IndexOfAnyExcept(1.0) < 0)
                continue;
            int step = _program.StepOfFinding(f);
            if (step >= 0)
            {
                first = Math.Min(first, step);
                last = Math.Max(last, step);
                continue;
            }

            ratio *= WeighedClosing(model, f).Unexplained / Unexplained(model, f, _leak[f], _keep[f]);
        }

        if (last >= 0)
            ratio *= Rerun(model, first, last);
        Array.Fill(_causeWeight, 1, 0, model.CauseCount);
        Array.Fill(_foldWeight, 1, 0, model.FoldCount);
        return Math.Clamp(ratio, 0, 1);
    }

    private double FrontierCauseProduced(ComponentModel model, int cause, int finding)
    {
        int index = _program.StepOfCause(cause);
        var step = _program.Steps[index];
        double q = 0;
        foreach (var edge in _program.Edges[step.First..step.End])
            q = edge.Finding == finding ? edge.Activation : q;
        if (q == 0)
            return 0;
        Grow(ref _scratch, _program.LargestTable);
        var recalled = RecallThrough(step, After(_backward, index), _scratch, finding);
        double fired = model.Active[cause] * q * FrontierKernels.Dot(recalled, Before(_forward, step));
        return Math.Clamp(fired, 0, 1);
    }

    private double Rerun(ComponentModel model, int first, int last)
    {
        Grow(ref _scratch, _program.LargestTable);
        Grow(ref _scratchNext, _program.LargestTable);
        Before(_forward, _program.Steps[first]).CopyTo(_scratch);
        for (int i = first; i <= last; i++)
        {
            var step = _program.Steps[i];
            var before = _scratch.AsSpan(0, step.Size);
            var after = _scratchNext.AsSpan(0, step.SizeAfter);
            if (step.Cause >= 0)
            {
                double active = model.Active[step.Cause] * _causeWeight[step.Cause];
                Apply(step, before, after, active, model.Inactive[step.Cause]);
            }
            else
            {
                var (explained, unexplained) = WeighedClosing(model, step.Finding);
                FrontierKernels.Close(before, step.Stride, explained / _norm[i], unexplained / _norm[i], after);
            }

            (_scratch, _scratchNext) = (_scratchNext, _scratch);
        }

        var end = After(_backward, last);
        return FrontierKernels.Dot(_scratch.AsSpan(0, end.Length), end);
    }

    /// <summary>The two closing weights of a finding with the folded causes weighed: each fold multiplies the whole by
    /// 1 - p + p w, its silent part by 1 - p + p w (1 - q).</summary>
    private (double Explained, double Unexplained) WeighedClosing(ComponentModel model, int finding)
    {
        double leak = model.Leak[finding], keep = 1 - leak, whole = 1;
        for (int i = model.FoldStart[finding]; i < model.FoldStart[finding + 1]; i++)
        {
            double inactive = 1 - model.FoldActive[i], active = model.FoldActive[i] * _foldWeight[i];
            double fired = active * model.FoldActivation[i];
            leak = (leak * (inactive + active)) + (keep * fired);
            keep *= inactive + (active * (1 - model.FoldActivation[i]));
            whole *= inactive + active;
        }

        return (model.LikelihoodPresent[finding] * whole, Unexplained(model, finding, leak, keep));
    }

    private static void GrowWeights(ref double[] weights, int length)
    {
        int old = weights.Length;
        Grow(ref weights, length);
        Array.Fill(weights, 1, old, weights.Length - old);
    }
}

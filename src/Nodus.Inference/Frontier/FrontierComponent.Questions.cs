namespace Nodus.Inference.Frontier;

/// <content>Questions put to a solved component; each re-runs only the steps it changes.</content>
internal sealed partial class FrontierComponent
{
    private double[] _scratchNext = [];
    private bool[] _silencedCause = [];
    private bool[] _silencedFold = [];

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

    /// <summary>Marks a cause for the next <see cref="NoneActive"/>; false for one that was factored out.</summary>
    public bool TrySilence(int globalCause)
    {
        var model = Reduced;
        int cause = model.Cause.IndexOf(globalCause);
        if (cause >= 0)
        {
            Grow(ref _silencedCause, model.CauseCount);
            _silencedCause[cause] = true;
            return true;
        }

        if (Model.FoldCause.IndexOf(globalCause) < 0)
            return false;
        Grow(ref _silencedFold, model.FoldCount);
        _silencedFold[model.FoldCause.IndexOf(globalCause)] = true;
        return true;
    }

    /// <summary>
    /// P(all silenced causes inactive | evidence) = P(evidence, they are inactive) / P(evidence): the steps from the first
    /// to the last changed one are re-run with the stored norms, and met with the stored adjoint. Clears the marks.
    /// </summary>
    public double NoneActive()
    {
        var model = Reduced;
        Grow(ref _silencedCause, model.CauseCount);
        Grow(ref _silencedFold, model.FoldCount);
        int first = int.MaxValue, last = -1;
        double ratio = 1;
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (!_silencedCause[c])
                continue;
            first = Math.Min(first, _program.StepOfCause(c));
            last = Math.Max(last, _program.StepOfCause(c));
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            bool touched = false;
            double inactive = 1;
            for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
            {
                touched |= _silencedFold[i];
                inactive *= _silencedFold[i] ? 1 - model.FoldActive[i] : 1;
            }

            if (!touched)
                continue;
            int step = _program.StepOfFinding(f);
            if (step >= 0)
            {
                first = Math.Min(first, step);
                last = Math.Max(last, step);
                continue;
            }

            var (leak, keep) = FoldedLeak(model, f, _silencedFold);
            ratio *= inactive * Unexplained(model, f, leak, keep) / Unexplained(model, f, _leak[f], _keep[f]);
        }

        if (last >= 0)
            ratio *= Rerun(model, first, last);
        Array.Clear(_silencedCause, 0, model.CauseCount);
        Array.Clear(_silencedFold, 0, model.FoldCount);
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
                double active = _silencedCause[step.Cause] ? 0 : model.Active[step.Cause];
                Apply(step, before, after, active, model.Inactive[step.Cause]);
            }
            else
            {
                int f = step.Finding;
                double inactive = 1;
                for (int k = model.FoldStart[f]; k < model.FoldStart[f + 1]; k++)
                    inactive *= _silencedFold[k] ? 1 - model.FoldActive[k] : 1;
                var (leak, keep) = FoldedLeak(model, f, _silencedFold);
                double scale = inactive / _norm[i];
                FrontierKernels.Close(
                    before, step.Stride, model.LikelihoodPresent[f] * scale,
                    Unexplained(model, f, leak, keep) * scale, after);
            }

            (_scratch, _scratchNext) = (_scratchNext, _scratch);
        }

        var end = After(_backward, last);
        return FrontierKernels.Dot(_scratch.AsSpan(0, end.Length), end);
    }
}

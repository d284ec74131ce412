namespace Nodus.Inference.Frontier;

/// <content>
/// Marginals given that one cause is active. Only its own step changes (for a folded cause, the closing of its finding), so
/// the forward tables before it and the adjoints after it still hold: what comes later is re-run forward and met with the
/// stored adjoints, what came earlier is re-run backward and met with the stored forward tables.
/// </content>
internal sealed partial class FrontierComponent
{
    private double[] _given = [];
    private double[] _givenNext = [];
    private double[] _foldGiven = [];

    /// <summary>Writes P(cause | evidence, one cause active) for causes of this component, by their global numbers. Causes
    /// that were factored out do not change and change nothing.</summary>
    /// <param name="globalCause">The cause taken as active; it must be possible.</param>
    /// <param name="isWanted">By global number, the causes asked for: what only others need is not run. Others may be
    /// written too. Empty: all.</param>
    /// <param name="marginals">By global number; holds the unconditional marginals before.</param>
    public void WriteGivenActive(int globalCause, ReadOnlySpan<bool> isWanted, Span<double> marginals)
    {
        marginals[globalCause] = 1;
        if (!Holds(globalCause))
            return;
        var model = Reduced;
        Grow(ref _scratch, _program.LargestTable);
        Grow(ref _given, _program.LargestTable);
        Grow(ref _givenNext, _program.LargestTable);
        Grow(ref _foldGiven, model.FoldCount);
        int cause = model.Cause.IndexOf(globalCause), fold = -1, finding = -1;
        if (cause < 0)
        {
            fold = model.FoldCause.IndexOf(globalCause);
            finding = FindingOfFold(model, fold);
            WriteFolds(model, finding, _with[finding], _without[finding], fold, marginals);
        }

        int own = cause >= 0 ? _program.StepOfCause(cause) : _program.StepOfFinding(finding);
        if (own < 0)
            return;
        var (first, last) = WantedSteps(model, isWanted);
        if (last > own)
        {
            if (cause >= 0)
                StartForward(model, own);
            else
                Reclose(model, own, fold, isForward: true);
            RunForward(model, own + 1, last, isWanted, marginals);
        }

        if (first < own)
        {
            if (cause >= 0)
                StartBackward(model, own);
            else
                Reclose(model, own, fold, isForward: false);
            RunBackward(model, own - 1, first, marginals);
        }
    }

    /// <summary>The table after a cause's step, cause active, scaled so that its product with the adjoint is 1.</summary>
    private void StartForward(ComponentModel model, int index)
    {
        var step = _program.Steps[index];
        var given = _given.AsSpan(0, step.SizeAfter);
        Apply(step, Before(_forward, step), given, model.Active[step.Cause], inactive: 0);
        FrontierKernels.Scale(given, 1 / FrontierKernels.Dot(given, After(_backward, index)), given);
    }

    /// <summary>The adjoint before a cause's step, cause active, on the same scale.</summary>
    private void StartBackward(ComponentModel model, int index)
    {
        var step = _program.Steps[index];
        var before = Before(_forward, step);
        var recalled = RecallThrough(step, After(_backward, index), _given, certain: -1);
        FrontierKernels.Scale(recalled, 1 / FrontierKernels.Dot(recalled, before), recalled);
    }

    /// <summary>The closing of a finding with one folded cause active: the table after it or the adjoint before it.</summary>
    private void Reclose(ComponentModel model, int index, int fold, bool isForward)
    {
        var step = _program.Steps[index];
        int f = step.Finding;
        double leak = model.Leak[f], keep = 1 - leak;
        for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
        {
            double r = (i == fold ? 1 : model.FoldActive[i]) * model.FoldActivation[i];
            leak += keep * r;
            keep *= 1 - r;
        }

        double explained = model.LikelihoodPresent[f], unexplained = Unexplained(model, f, leak, keep);
        double scale = 1 / (_norm[index] * ((explained * _with[f]) + (unexplained * _without[f])));
        if (isForward)
            FrontierKernels.Close(Before(_forward, step), step.Stride, explained * scale, unexplained * scale, _given);
        else
            FrontierKernels.Reopen(After(_backward, index), step.Stride, explained * scale, unexplained * scale, _given);
    }

    private void RunForward(
        ComponentModel model, int first, int last, ReadOnlySpan<bool> isWanted, Span<double> marginals)
    {
        for (int i = first; i <= last; i++)
        {
            var step = _program.Steps[i];
            var before = _given.AsSpan(0, step.Size);
            var after = _givenNext.AsSpan(0, step.SizeAfter);
            if (step.Cause >= 0)
            {
                int cause = model.Cause[step.Cause];
                double active = model.Active[step.Cause];
                if (isWanted.IsEmpty || isWanted[cause])
                {
                    var recalled = RecallThrough(step, After(_backward, i), _scratch, certain: -1);
                    marginals[cause] = Math.Clamp(active * FrontierKernels.Dot(recalled, before), 0, 1);
                }

                if (i < last)
                    Apply(step, before, after, active, model.Inactive[step.Cause]);
            }
            else
            {
                int f = step.Finding;
                if (HasFolds(model, f))
                {
                    var (with, without) = FrontierKernels.SplitDot(before, step.Stride, After(_backward, i));
                    WriteFolds(model, f, with, without, certain: -1, marginals);
                }

                double scale = 1 / _norm[i];
                FrontierKernels.Close(
                    before, step.Stride, model.LikelihoodPresent[f] * scale,
                    Unexplained(model, f, _leak[f], _keep[f]) * scale, after);
            }

            (_given, _givenNext) = (_givenNext, _given);
        }
    }

    private void RunBackward(ComponentModel model, int last, int first, Span<double> marginals)
    {
        for (int i = last; i >= first; i--)
        {
            var step = _program.Steps[i];
            var forward = Before(_forward, step);
            var after = _given.AsSpan(0, step.SizeAfter);
            var before = _givenNext.AsSpan(0, step.Size);
            if (step.Cause >= 0)
            {
                double active = model.Active[step.Cause];
                var recalled = RecallThrough(step, after, _scratch, certain: -1);
                marginals[model.Cause[step.Cause]] =
                    Math.Clamp(active * FrontierKernels.Dot(recalled, forward), 0, 1);
                FrontierKernels.Scale(after[..step.Size], model.Inactive[step.Cause], before);
                FrontierKernels.AddScaled(recalled, active, before);
            }
            else
            {
                int f = step.Finding;
                if (HasFolds(model, f))
                {
                    var (with, without) = FrontierKernels.SplitDot(forward, step.Stride, after);
                    WriteFolds(model, f, with, without, certain: -1, marginals);
                }

                double scale = 1 / _norm[i];
                FrontierKernels.Reopen(
                    after, step.Stride, model.LikelihoodPresent[f] * scale,
                    Unexplained(model, f, _leak[f], _keep[f]) * scale, before);
            }

            (_given, _givenNext) = (_givenNext, _given);
        }
    }

    /// <summary>First and last step at which a wanted cause is read off; (0, count - 1) when all are wanted.</summary>
    private (int First, int Last) WantedSteps(ComponentModel model, ReadOnlySpan<bool> isWanted)
    {
        if (isWanted.IsEmpty)
            return (0, _program.StepCount - 1);
        int first = int.MaxValue, last = -1;
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (isWanted[model.Cause[c]])
                (first, last) = (Math.Min(first, _program.StepOfCause(c)), Math.Max(last, _program.StepOfCause(c)));
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            int step = _program.StepOfFinding(f);
            for (int i = model.FoldStart[f]; step >= 0 && i < model.FoldStart[f + 1]; i++)
            {
                if (isWanted[model.FoldCause[i]])
                    (first, last) = (Math.Min(first, step), Math.Max(last, step));
            }
        }

        return (first, last);
    }

    private static bool HasFolds(ComponentModel model, int finding) =>
        model.FoldStart[finding] < model.FoldStart[finding + 1];

    private static int FindingOfFold(ComponentModel model, int fold)
    {
        int finding = 0;
        while (model.FoldStart[finding + 1] <= fold)
            finding++;
        return finding;
    }

    private void WriteFolds(
        ComponentModel model, int finding, double with, double without, int certain, Span<double> marginals)
    {
        FoldMarginals(model, finding, with, without, certain, _foldGiven);

        // A factored model has its factored causes after the finding's own folds; those do not change.
        int first = model.FoldStart[finding];
        int own = Model.FoldStart[finding + 1] - Model.FoldStart[finding];
        for (int i = first; i < first + own; i++)
            marginals[model.FoldCause[i]] = _foldGiven[i];
    }
}

using System.Diagnostics;
using static Nodus.Inference.Frontier.FrontierProgram;

namespace Nodus.Inference.Frontier;

/// <content>
/// Exact draws from the posterior: forward filtering, backward sampling. The forward table before a step holds the weight of
/// each subset of open findings that what came before activated; going back through the steps, the subset after a step is
/// known and the one before it is drawn in proportion to its share.
/// </content>
internal sealed partial class FrontierComponent
{
    private double[] _unexplainedByLater = [];
    private bool _isReadyToSample;

    /// <summary>Draws the causes of the component jointly; writes the active ones.</summary>
    /// <param name="random">The source of uniform numbers.</param>
    /// <param name="marginals">By global number; read for causes that were factored out, which are drawn apart.</param>
    /// <param name="isActive">By global number, false before.</param>
    public void Sample(Random random, ReadOnlySpan<double> marginals, Span<bool> isActive)
    {
        var model = Reduced;
        PrepareToSample(model);
        int state = 0;
        for (int i = _program.StepCount - 1; i >= 0; i--)
        {
            var step = _program.Steps[i];
            if (step.Cause >= 0)
            {
                isActive[model.Cause[step.Cause]] = SampleCause(random, model, i, ref state);
                continue;
            }

            bool isReached = SampleClosing(random, model, step, ref state);
            SampleFolds(random, model, step.Finding, isReached, isActive);
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            if (_program.StepOfFinding(f) < 0)
                SampleFolds(random, model, f, isReached: false, isActive);
        }

        if (IsExact)
            return;
        foreach (int cause in Model.Cause)
        {
            if (!Holds(cause))
                isActive[cause] = random.NextDouble() < marginals[cause];
        }
    }

    private bool SampleCause(Random random, ComponentModel model, int index, ref int state)
    {
        var step = _program.Steps[index];
        var before = Before(_forward, step);
        int known = state & (step.Size - 1);
        double off = known == state ? model.Inactive[step.Cause] * before[known] : 0;
        if (random.NextDouble() * After(_forward, index)[state] < off)
            return false;

        // Active. An open finding that is activated now was so before, or this cause did it: every subset of those in its
        // reach is a possible "before", weighed by q for each finding that it then activated itself.
        int reach = 0;
        foreach (var edge in _program.Edges[step.First..step.Opening])
            reach |= known & (1 << edge.Slot);
        int rest = known & ~reach;
        state = rest;
        if (reach == 0)
            return true;
        double total = 0;
        for (int had = reach; ; had = (had - 1) & reach)
        {
            total += before[rest | had] * Fired(step, reach & ~had);
            if (had == 0)
                break;
        }

        Debug.Assert(total > 0, "a state that cannot have come about was drawn");
        double left = random.NextDouble() * total;
        for (int had = reach; ; had = (had - 1) & reach)
        {
            double weight = before[rest | had] * Fired(step, reach & ~had);
            if (weight > 0)
            {
                state = rest | had;
                left -= weight;
            }

            if (left < 0 || had == 0)
                return true;
        }
    }

    /// <summary>Product of the activations of a cause's edges to the findings of a set.</summary>
    private double Fired(Step step, int findings)
    {
        double product = 1;
        foreach (var edge in _program.Edges[step.First..step.Opening])
            product *= (findings >> edge.Slot & 1) == 1 ? edge.Activation : 1;
        return product;
    }

    /// <summary>Draws whether the frontier had activated a finding when it was closed; puts its bit back.</summary>
    private bool SampleClosing(Random random, ComponentModel model, Step step, ref int state)
    {
        int f = step.Finding, below = step.Stride - 1;
        var before = Before(_forward, step);
        int without = ((state & ~below) << 1) | (state & below);
        double explained = model.LikelihoodPresent[f] * before[without | step.Stride];
        double unexplained = Unexplained(model, f, _leak[f], _keep[f]) * before[without];
        bool isReached = random.NextDouble() * (explained + unexplained) < explained;
        state = isReached ? without | step.Stride : without;
        return isReached;
    }

    /// <summary>Draws the causes folded into a finding. Once something produced it, the rest follow their own weights;
    /// until then each is active and fires, active and silent, or inactive, the last two leaving the observation to the
    /// later ones and the leak.</summary>
    private void SampleFolds(Random random, ComponentModel model, int finding, bool isReached, Span<bool> isActive)
    {
        int end = model.FoldStart[finding + 1];
        double present = model.LikelihoodPresent[finding];
        for (int i = model.FoldStart[finding]; i < end; i++)
        {
            double p = model.FoldActive[i], q = model.FoldActivation[i], drawn = random.NextDouble();
            if (isReached)
            {
                isActive[model.FoldCause[i]] = drawn < p;
                continue;
            }

            double fired = p * q * present;
            double silent = p * (1 - q) * _unexplainedByLater[i];
            double inactive = (1 - p) * _unexplainedByLater[i];
            double at = drawn * (fired + silent + inactive);
            isActive[model.FoldCause[i]] = at < fired + silent;
            isReached = at < fired;
        }
    }

    /// <summary>P(observation | neither the frontier nor this and the earlier folds produced it), by fold.</summary>
    private void PrepareToSample(ComponentModel model)
    {
        if (_isReadyToSample)
            return;
        Grow(ref _unexplainedByLater, model.FoldCount);
        for (int f = 0; f < model.FindingCount; f++)
        {
            double leak = model.Leak[f], keep = 1 - leak;
            for (int i = model.FoldStart[f + 1] - 1; i >= model.FoldStart[f]; i--)
            {
                _unexplainedByLater[i] = Unexplained(model, f, leak, keep);
                double r = model.FoldActive[i] * model.FoldActivation[i];
                leak += keep * r;
                keep *= 1 - r;
            }
        }

        _isReadyToSample = true;
    }
}

using static Nodus.Inference.Frontier.FrontierProgram;

namespace Nodus.Inference.Frontier;

/// <summary>
/// A component with its order, program, tables and results. Forward: F before and after every step; backward: the adjoint B,
/// normalised so that &lt;F, B&gt; = 1 at every step. Both are kept, so later questions re-run only the steps they change.
/// </summary>
internal sealed partial class FrontierComponent
{
    private readonly ClosingOrder _order = new();
    private readonly FrontierProgram _program = new();
    private readonly WeakCauseFactoring _factoring = new();
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _norm = [];
    private double[] _leak = [];
    private double[] _keep = [];
    private double[] _with = [];
    private double[] _without = [];
    private double[] _suffixLeak = [];
    private double[] _suffixKeep = [];
    private double[] _foldPosterior = [];
    private double[] _scratch = [];

    /// <summary>The part of the problem as it was found.</summary>
    public ComponentModel Model { get; } = new();

    /// <summary>The model that was run: <see cref="Model"/>, or the factored one where that is too wide.</summary>
    public ComponentModel Reduced => _factoring.Reduced ?? Model;

    public bool IsExact => _factoring.Reduced is null;

    public bool IsPossible { get; private set; }

    /// <summary>True when the last solution was a refinement, so that it depends on more than the evidence.</summary>
    public bool IsRefined { get; private set; }

    public long StateUpdates => Reduced.CauseCount == 0 ? 0 : _order.StateUpdates;

    public int Width => Reduced.CauseCount == 0 ? 0 : _order.Width;

    /// <summary>Largest |&lt;F, B&gt; - 1| over all steps; rounding only, about 1e-14.</summary>
    public double AdjointDefect { get; private set; }

    public FrontierProgram Program => _program;

    /// <summary>Solves the component and writes the marginals of its causes by their global numbers.</summary>
    public void Solve(PosteriorLimits limits, Span<double> marginals)
    {
        IsRefined = false;
        _factoring.Reset();
        _order.Choose(Model, limits.MaxStateUpdates);
        if (Model.CauseCount == 0 || _order.Fits(limits, limits.MaxStateUpdates))
            RunInOrder(_order.Causes, marginals);
        else
            SolveFactored(_factoring.Odds(Model), TakenBackMost, limits, marginals);
    }

    /// <summary>Runs the model with its frontier causes in any order; the order changes the cost, not the result.</summary>
    internal void RunInOrder(ReadOnlySpan<int> causes, Span<double> marginals)
    {
        var model = Reduced;
        _program.Compile(model, causes);
        Grow(ref _leak, model.FindingCount);
        Grow(ref _keep, model.FindingCount);
        Grow(ref _with, model.FindingCount);
        Grow(ref _without, model.FindingCount);
        Grow(ref _foldPosterior, model.FoldCount);
        do
        {
            IsPossible = Run(model, marginals);
        }
        while (IsPossible && !IsExact && _factoring.Exchange(_foldPosterior));

        if (!IsPossible)
            return;
        for (int i = 0; i < model.FoldCount; i++)
            marginals[model.FoldCause[i]] = _foldPosterior[i];
        if (!IsExact)
            _factoring.WriteMarginals(Model, marginals);
    }

    /// <summary>Rewrites the marginals of an earlier solution whose model has not changed.</summary>
    public void CopyMarginals(ReadOnlySpan<double> from, Span<double> to)
    {
        foreach (int cause in Model.Cause)
            to[cause] = from[cause];
        foreach (int cause in Model.FoldCause)
            to[cause] = from[cause];
    }

    /// <summary>Multiplies the probability of the component's observations into a running product.</summary>
    public void AddEvidenceTo(ref ScaledProduct evidence)
    {
        var model = Reduced;
        for (int step = 0; step < _program.StepCount; step++)
        {
            if (_program.Steps[step].Finding >= 0)
                evidence.Multiply(_norm[step]);
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            if (_program.StepOfFinding(f) < 0)
                evidence.Multiply(Unexplained(model, f, _leak[f], _keep[f]));
        }
    }

    private bool Run(ComponentModel model, Span<double> marginals)
    {
        for (int f = 0; f < model.FindingCount; f++)
            (_leak[f], _keep[f]) = FoldedLeak(model, f);
        if (!Forward(model))
            return false;
        Backward(model, marginals);
        for (int f = 0; f < model.FindingCount; f++)
            FoldMarginals(model, f, _with[f], _without[f], certain: -1, _foldPosterior);
        _isReadyToSample = false;
        return true;
    }

    internal bool Forward(ComponentModel model)
    {
        Grow(ref _forward, _program.ArenaLength);
        Grow(ref _norm, _program.StepCount);
        _forward[0] = 1;
        for (int i = 0; i < _program.StepCount; i++)
        {
            var step = _program.Steps[i];
            var after = After(_forward, i);
            if (step.Cause >= 0)
            {
                Apply(step, Before(_forward, step), after, model.Active[step.Cause], model.Inactive[step.Cause]);
                continue;
            }

            int f = step.Finding;
            double norm = FrontierKernels.Close(
                Before(_forward, step), step.Stride, model.LikelihoodPresent[f],
                Unexplained(model, f, _leak[f], _keep[f]), after);
            if (!(norm > 0))
                return false;
            FrontierKernels.Scale(after, 1 / norm, after);
            _norm[i] = norm;
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            if (_program.StepOfFinding(f) < 0 && !(Unexplained(model, f, _leak[f], _keep[f]) > 0))
                return false;
        }

        return true;
    }

    internal void Backward(ComponentModel model, Span<double> marginals)
    {
        Grow(ref _backward, _program.ArenaLength);
        Grow(ref _scratch, _program.LargestTable);
        _backward[_program.ArenaLength - 1] = 1;
        AdjointDefect = 0;
        for (int i = _program.StepCount - 1; i >= 0; i--)
        {
            var step = _program.Steps[i];
            var after = After(_backward, i);
            var before = Before(_backward, step);
            var forward = Before(_forward, step);
            if (step.Cause < 0)
            {
                int f = step.Finding;
                double scale = 1 / _norm[i];
                double explained = model.LikelihoodPresent[f];
                double unexplained = Unexplained(model, f, _leak[f], _keep[f]);
                var (with, without) = FrontierKernels.SplitDot(forward, step.Stride, after);
                _with[f] = with * scale;
                _without[f] = without * scale;
                Watch((explained * _with[f]) + (unexplained * _without[f]));
                FrontierKernels.Reopen(after, step.Stride, explained * scale, unexplained * scale, before);
                continue;
            }

            double active = model.Active[step.Cause], inactive = model.Inactive[step.Cause];
            var recalled = RecallThrough(step, after, _scratch, certain: -1);
            double on = active * FrontierKernels.Dot(recalled, forward);
            FrontierKernels.Scale(after[..step.Size], inactive, before);
            double off = FrontierKernels.Dot(before, forward);
            FrontierKernels.AddScaled(recalled, active, before);
            Watch(on + off);
            marginals[model.Cause[step.Cause]] = on / (on + off);
        }

        for (int f = 0; f < model.FindingCount; f++)
        {
            if (_program.StepOfFinding(f) >= 0)
                continue;
            _with[f] = 0;
            _without[f] = 1 / Unexplained(model, f, _leak[f], _keep[f]);
        }
    }

    /// <summary>The adjoint before a cause's effects, cause active. An edge to <paramref name="certain"/> is taken as
    /// having fired (its activation counted by the caller).</summary>
    private Span<double> RecallThrough(Step step, ReadOnlySpan<double> after, Span<double> scratch, int certain)
    {
        int size = step.SizeAfter;
        var edges = _program.Edges;
        if (step.End == step.Opening)
        {
            after[..size].CopyTo(scratch);
        }
        else
        {
            var source = after;
            for (int e = step.End - 1; e >= step.Opening; e--)
            {
                size /= 2;
                double q = edges[e].Finding == certain ? 1 : edges[e].Activation;
                FrontierKernels.RecallOpened(source, size, q, scratch);
                source = scratch;
            }
        }

        var table = scratch[..size];
        for (int e = step.First; e < step.Opening; e++)
            FrontierKernels.Recall(table, 1 << edges[e].Slot, edges[e].Finding == certain ? 1 : edges[e].Activation);
        return table;
    }

    private void Apply(Step step, ReadOnlySpan<double> before, Span<double> after, double active, double inactive)
    {
        int size = step.Size;
        var edges = _program.Edges;
        FrontierKernels.Scale(before, active, after);
        for (int e = step.First; e < step.Opening; e++)
            FrontierKernels.Activate(after[..size], 1 << edges[e].Slot, edges[e].Activation);
        for (int e = step.Opening; e < step.End; e++)
        {
            FrontierKernels.Open(after, size, edges[e].Activation);
            size *= 2;
        }

        FrontierKernels.AddScaled(before, inactive, after);
    }

    /// <summary>
    /// Marginals of the causes folded into one finding. With cause i active the finding is on by its edge, by the other
    /// folded causes and the leak, or by the frontier; the others' joint leak comes from products before and after i, so
    /// nothing is divided by a factor that may be zero.
    /// </summary>
    /// <param name="model">The model that was run.</param>
    /// <param name="finding">Its local number.</param>
    /// <param name="with">Weight of "the frontier activated the finding", observation aside.</param>
    /// <param name="without">Weight of "it did not", on the same scale.</param>
    /// <param name="certain">A folded cause taken as active, or -1.</param>
    /// <param name="posterior">The result, by fold.</param>
    private void FoldMarginals(
        ComponentModel model, int finding, double with, double without, int certain, Span<double> posterior)
    {
        int first = model.FoldStart[finding], end = model.FoldStart[finding + 1];
        Grow(ref _suffixLeak, end - first + 1);
        Grow(ref _suffixKeep, end - first + 1);
        _suffixLeak[end - first] = 0;
        _suffixKeep[end - first] = 1;
        for (int i = end - 1; i >= first; i--)
        {
            double r = (i == certain ? 1 : model.FoldActive[i]) * model.FoldActivation[i];
            _suffixLeak[i - first] = r + ((1 - r) * _suffixLeak[i + 1 - first]);
            _suffixKeep[i - first] = (1 - r) * _suffixKeep[i + 1 - first];
        }

        double present = model.LikelihoodPresent[finding];
        double explained = present * with;
        double leak = model.Leak[finding], keep = 1 - model.Leak[finding];
        for (int i = first; i < end; i++)
        {
            double p = i == certain ? 1 : model.FoldActive[i], q = model.FoldActivation[i];
            double otherLeak = leak + (keep * _suffixLeak[i + 1 - first]);
            double otherKeep = keep * _suffixKeep[i + 1 - first];
            double byOthers = Unexplained(model, finding, otherLeak, otherKeep);
            double on = p * (explained + (without * ((q * present) + ((1 - q) * byOthers))));
            double off = (1 - p) * (explained + (without * byOthers));
            posterior[i] = on / (on + off);
            double r = p * q;
            leak += keep * r;
            keep *= 1 - r;
        }
    }

    /// <summary>The leak with all folded causes in it, and its complement, both by sums and products of non-negatives.</summary>
    private static (double Leak, double Keep) FoldedLeak(ComponentModel model, int finding)
    {
        double leak = model.Leak[finding], keep = 1 - leak;
        for (int i = model.FoldStart[finding]; i < model.FoldStart[finding + 1]; i++)
        {
            double r = model.FoldActive[i] * model.FoldActivation[i];
            leak += keep * r;
            keep *= 1 - r;
        }

        return (leak, keep);
    }

    /// <summary>P(observation | no frontier cause activated the finding).</summary>
    private static double Unexplained(ComponentModel model, int finding, double leak, double keep) =>
        (model.LikelihoodPresent[finding] * leak) + (model.LikelihoodAbsent[finding] * keep);

    private static Span<double> Before(double[] arena, Step step) => arena.AsSpan(step.Offset, step.Size);

    private Span<double> After(double[] arena, int step)
    {
        var s = _program.Steps[step];
        return arena.AsSpan(s.Offset + s.Size, s.SizeAfter);
    }

    private void Watch(double product) => AdjointDefect = Math.Max(AdjointDefect, Math.Abs(product - 1));

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, Math.Max(16, 2 * array.Length)));
    }
}

namespace Nodus.Inference.Frontier;

/// <content>
/// The exact joint of a few causes of one component. At each of their steps the forward table is split into "active" and
/// "inactive", the steps between are re-run for each branch, and the last split is met with the stored adjoint. Costs
/// about 2 to the number of causes partial passes, fewer since the early ones are shared.
/// </content>
internal sealed partial class FrontierComponent
{
    private double[][] _branch = [];
    private double[] _branchNext = [];
    private int[] _fixedFold = [];
    private int[] _splitStep = [];
    private int[] _splitPlace = [];

    /// <summary>Writes P(these causes in this state, all of it | evidence), bit i of the place for cause i.</summary>
    /// <param name="globalCauses">Different causes of this component, none of them factored out.</param>
    /// <param name="joint">2 to the number of causes entries.</param>
    public void WriteJoint(ReadOnlySpan<int> globalCauses, Span<double> joint)
    {
        var model = Reduced;
        int count = globalCauses.Length;
        PrepareBranches(count);
        for (int i = 0; i < count; i++)
        {
            int cause = model.Cause.IndexOf(globalCauses[i]);
            int fold = cause >= 0 ? -1 : model.FoldCause.IndexOf(globalCauses[i]);
            _splitPlace[i] = i;
            _splitStep[i] = cause >= 0
                ? _program.StepOfCause(cause)
                : _program.StepOfFinding(FindingOfFold(model, fold));
            _fixedFold[i] = fold;
        }

        _splitStep.AsSpan(0, count).Sort(_splitPlace.AsSpan(0, count));
        var first = _program.Steps[_splitStep[0]];
        Before(_forward, first).CopyTo(_branch[0]);
        Split(model, count, next: 0, state: 0, weight: 1, joint);
    }

    /// <summary>True for a cause whose state can be split: it takes part in a step of the programme.</summary>
    public bool CanSplit(int globalCause)
    {
        if (!Holds(globalCause))
            return false;
        int fold = Reduced.FoldCause.IndexOf(globalCause);
        return fold < 0 || _program.StepOfFinding(FindingOfFold(Reduced, fold)) >= 0;
    }

    /// <summary>Goes on from the table before the next split's step, which lies in <c>_branch[next]</c>. Folds closed by
    /// one step are fixed one after the other and closed with the last of them.</summary>
    private void Split(ComponentModel model, int count, int next, int state, double weight, Span<double> joint)
    {
        int index = _splitStep[next], place = _splitPlace[next];
        var step = _program.Steps[index];
        bool isLast = next + 1 == count;
        bool isShared = !isLast && _splitStep[next + 1] == index;
        for (int value = 0; value < 2; value++)
        {
            int reached = state | (value << place);
            double own = weight;
            if (step.Cause < 0)
                own *= value == 1 ? model.FoldActive[_fixedFold[place]] : 1 - model.FoldActive[_fixedFold[place]];
            if (isShared)
            {
                _branch[next].AsSpan(0, step.Size).CopyTo(_branch[next + 1]);
                Split(model, count, next + 1, reached, own, joint);
                continue;
            }

            var before = _branch[next].AsSpan(0, step.Size);
            var after = _branch[next + 1].AsSpan(0, step.SizeAfter);
            if (step.Cause >= 0)
            {
                Apply(
                    step, before, after, value == 1 ? model.Active[step.Cause] : 0,
                    value == 0 ? model.Inactive[step.Cause] : 0);
            }
            else
            {
                CloseFixed(model, index, count, reached, before, after);
            }

            if (isLast)
            {
                joint[reached] = own * FrontierKernels.Dot(after, After(_backward, index));
                continue;
            }

            Advance(model, index + 1, next + 1);
            Split(model, count, next + 1, reached, own, joint);
        }
    }

    /// <summary>Closes a finding whose fixed folds are in the states given; their own probabilities are not counted.</summary>
    private void CloseFixed(
        ComponentModel model, int index, int count, int state, ReadOnlySpan<double> before, Span<double> after)
    {
        var step = _program.Steps[index];
        int f = step.Finding;
        double leak = model.Leak[f], keep = 1 - leak;
        for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
        {
            int place = _fixedFold.AsSpan(0, count).IndexOf(i);
            double active = place < 0 ? model.FoldActive[i] : state >> place & 1;
            double r = active * model.FoldActivation[i];
            leak += keep * r;
            keep *= 1 - r;
        }

        double scale = 1 / _norm[index];
        FrontierKernels.Close(
            before, step.Stride, model.LikelihoodPresent[f] * scale, Unexplained(model, f, leak, keep) * scale, after);
    }

    /// <summary>Runs the table of a branch from a step up to, not including, the step of its next split.</summary>
    private void Advance(ComponentModel model, int from, int next)
    {
        for (int i = from; i < _splitStep[next]; i++)
        {
            var step = _program.Steps[i];
            var before = _branch[next].AsSpan(0, step.Size);
            var after = _branchNext.AsSpan(0, step.SizeAfter);
            if (step.Cause >= 0)
            {
                Apply(step, before, after, model.Active[step.Cause], model.Inactive[step.Cause]);
            }
            else
            {
                int f = step.Finding;
                double scale = 1 / _norm[i];
                FrontierKernels.Close(
                    before, step.Stride, model.LikelihoodPresent[f] * scale,
                    Unexplained(model, f, _leak[f], _keep[f]) * scale, after);
            }

            (_branch[next], _branchNext) = (_branchNext, _branch[next]);
        }
    }

    private void PrepareBranches(int count)
    {
        Grow(ref _fixedFold, count);
        Grow(ref _splitStep, count);
        Grow(ref _splitPlace, count);
        Grow(ref _branchNext, _program.LargestTable);
        int tables = _branch.Length;
        Grow(ref _branch, count + 1);
        for (int i = tables; i < _branch.Length; i++)
            _branch[i] = [];
        for (int i = 0; i <= count; i++)
            Grow(ref _branch[i], _program.LargestTable);
    }
}

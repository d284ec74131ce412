namespace Nodus.Inference.Gain;

/// <summary>
/// Mutual information between one test's answer and the causes: the answer's distribution is followed down the tree of the
/// finding's causes, every combination with its probability, and I = H(mean answer) - mean H(answer). Where a branch could
/// hardly change the result the cause is averaged instead of split, which keeps the mean and makes the gain a little too
/// low, never negative.
/// </summary>
internal sealed class AnswerInformation(NoisyOrNetwork network, StrongPairs pairs, JointCore core)
{
    /// <summary>Findings of at most this many uncertain causes are followed in full.</summary>
    private const int FullMost = 3;

    /// <summary>A cause is split when path * variance of its state * activation squared reaches this: the split moves the
    /// mean entropy by about half of that times the entropy's curvature.</summary>
    private const double LeastSplit = 1e-4;

    /// <summary>For tests that tell little: the same, as a share of the sum over all causes of the finding.</summary>
    private const double LeastShare = 0.03;

    private readonly ParentTree _tree = new();
    private double[] _keep = [];
    private double[] _state = [];
    private double[] _answerMean = [];
    private double _entropyMean;
    private FindingTest _test;
    private int _first;
    private int _levels;
    private double _noticed;
    private double _leastSplit;

    /// <summary>The gain in bits and P(yes | evidence).</summary>
    /// <param name="test">The test.</param>
    /// <param name="marginals">By cause.</param>
    /// <param name="noticed">P(an effect would have been noticed already): what was not is less probable.</param>
    /// <param name="withCore">Whether the strongest causes are taken with their exact joint where a tree may be wrong;
    /// costs more.</param>
    public (double Bits, double Positive) Evaluate(FindingTest test, ReadOnlySpan<double> marginals, double noticed, bool withCore)
    {
        _noticed = noticed;
        Start(test, marginals);
        core.Clear();
        if (withCore)
            core.Find(_tree, marginals);
        _tree.Connect(pairs, marginals, core.Count);
        Follow(0, 1, 0);
        double positive = test.ReadsLevel ? 1 - _answerMean[0] : _answerMean[0];
        double bits = (Entropy(_answerMean.AsSpan(0, _levels)) - _entropyMean) / Math.Log(2);
        return (Math.Max(0, bits), positive);
    }

    /// <summary>Fills the tree with the causes that matter, and P(level at most k) by all the others and the leak.</summary>
    private void Start(FindingTest test, ReadOnlySpan<double> marginals)
    {
        int f = test.Finding, parents = network.FindingStart[f + 1] - network.FindingStart[f];
        _test = test;
        _levels = test.ReadsLevel ? network.LevelCount(f) - 1 : 1;
        _first = test.ReadsLevel ? 0 : test.Threshold - 1;
        _leastSplit = LeastSplitOf(f, marginals);
        if (_keep.Length < (parents + 1) * _levels)
            _keep = new double[2 * (parents + 1) * _levels];
        if (_state.Length < parents)
            _state = new double[2 * parents];
        if (_answerMean.Length < _levels)
            _answerMean = new double[2 * _levels];
        _answerMean.AsSpan(0, _levels).Clear();
        _entropyMean = 0;
        _tree.Clear();
        for (int k = 0; k < _levels; k++)
            _keep[k] = 1 - Left(network.LeakExceedance, network.LeakStart[f], k);
        for (int i = network.FindingStart[f]; i < network.FindingStart[f + 1]; i++)
        {
            int edge = network.FindingEdge[i], cause = network.EdgeCause[edge];
            double marginal = marginals[cause];
            if (Effect(edge, marginal) is > 0 and var effect && effect >= _leastSplit)
                _tree.Add(edge, cause, marginal);
            else
                Average(edge, marginal, _keep.AsSpan(0, _levels), _keep);
        }
    }

    /// <summary>Goes on from a node.</summary>
    /// <param name="node">Its place.</param>
    /// <param name="path">Probability of the states so far.</param>
    /// <param name="coreState">States of the core's causes so far.</param>
    private void Follow(int node, double path, int coreState)
    {
        var keep = _keep.AsSpan(node * _levels, _levels);
        if (node == _tree.Count)
        {
            Arrive(keep, path);
            return;
        }

        int parent = _tree.Parent[node], edge = _tree.Edge[node];
        double state = parent < 0 ? 0 : _state[parent];
        double active = node < core.Count
            ? core.Active(node, coreState)
            : (state * _tree.GivenActive[node]) + ((1 - state) * _tree.GivenInactive[node]);
        var next = _keep.AsSpan((node + 1) * _levels, _levels);
        if (node >= core.Count && path * Effect(edge, active) < _leastSplit)
        {
            Average(edge, active, keep, next);
            _state[node] = active;
            Follow(node + 1, path, coreState);
            return;
        }

        keep.CopyTo(next);
        _state[node] = 0;
        Follow(node + 1, path * (1 - active), coreState);
        Average(edge, 1, keep, next);
        _state[node] = 1;
        Follow(node + 1, path * active, node < core.Count ? coreState | (1 << node) : coreState);
    }

    private double LeastSplitOf(int finding, ReadOnlySpan<double> marginals)
    {
        int uncertain = 0;
        double sum = 0;
        for (int i = network.FindingStart[finding]; i < network.FindingStart[finding + 1]; i++)
        {
            int edge = network.FindingEdge[i];
            double effect = Effect(edge, marginals[network.EdgeCause[edge]]);
            uncertain += effect > 0 ? 1 : 0;
            sum += effect;
        }

        return uncertain <= FullMost ? 0 : Math.Min(LeastSplit, LeastShare * sum);
    }

    /// <summary>P(level above the k-th that is asked about), as far as it was not noticed.</summary>
    private double Left(ReadOnlySpan<double> exceedance, int start, int k) =>
        PosteriorEngine.LeftToFind(exceedance[start + _first + k], exceedance[start], _noticed);

    /// <summary>Variance of what a cause of this probability adds to the finding's activation.</summary>
    private double Effect(int edge, double active)
    {
        double q = Left(network.EdgeExceedance, network.EdgeExceedanceStart[edge], 0);
        return active * (1 - active) * q * q;
    }

    /// <summary>P(level at most k) once a cause of this probability is counted in.</summary>
    private void Average(int edge, double active, ReadOnlySpan<double> keep, Span<double> next)
    {
        int start = network.EdgeExceedanceStart[edge];
        for (int k = 0; k < keep.Length; k++)
            next[k] = keep[k] * (1 - (active * Left(network.EdgeExceedance, start, k)));
    }

    /// <summary>Counts the answer's distribution at the end of a path.</summary>
    private void Arrive(ReadOnlySpan<double> keep, double path)
    {
        if (!_test.ReadsLevel)
        {
            double yes = (_test.PositiveGivenPresent * (1 - keep[0])) + (_test.PositiveGivenAbsent * keep[0]);
            _answerMean[0] += path * yes;
            _entropyMean += path * Entropy([yes]);
            return;
        }

        for (int k = 0; k < keep.Length; k++)
            _answerMean[k] += path * keep[k];
        _entropyMean += path * Entropy(keep);
    }

    /// <summary>Entropy in nats of a distribution given by its cumulative probabilities, the last (1) left out.</summary>
    private static double Entropy(ReadOnlySpan<double> cumulative)
    {
        double below = 0, entropy = 0;
        foreach (double upTo in cumulative)
        {
            entropy += Term(upTo - below);
            below = upTo;
        }

        return entropy + Term(1 - below);
    }

    private static double Term(double probability) => probability > 0 ? -probability * Math.Log(probability) : 0;
}

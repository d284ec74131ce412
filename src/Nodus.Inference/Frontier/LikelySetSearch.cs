namespace Nodus.Inference.Frontier;

/// <summary>
/// Local search for a probable set: from "all causes over one half" and from the empty set, take the best single change,
/// then the best exchange of one cause for another, until nothing gains. Deterministic; the better end is kept.
/// </summary>
internal sealed class LikelySetSearch
{
    /// <summary>Causes less probable than this are left inactive.</summary>
    private const double LeastMarginal = 0.003;

    /// <summary>A gain in log probability below this is rounding.</summary>
    private const double LeastGain = 1e-9;

    /// <summary>Stands for the logarithm of zero; larger than any log weight of a body.</summary>
    private const double ImpossiblePenalty = 1e6;

    private readonly NoisyOrNetwork _network;
    private readonly AbsorbedEvidence _evidence;
    private readonly int[] _candidates;
    private readonly bool[] _isOn;
    private readonly bool[] _isMarked;
    private readonly double[] _keep;
    private readonly double[] _logLikelihood;

    public LikelySetSearch(NoisyOrNetwork network, AbsorbedEvidence evidence, ReadOnlySpan<double> marginals)
    {
        _network = network;
        _evidence = evidence;
        var candidates = new List<int>();
        for (int c = 0; c < marginals.Length; c++)
        {
            if (marginals[c] >= LeastMarginal && evidence.Active[c] > 0)
                candidates.Add(c);
        }

        _candidates = [.. candidates];
        _isOn = new bool[network.CauseCount];
        _isMarked = new bool[network.FindingCount];
        _keep = new double[network.FindingCount];
        _logLikelihood = new double[network.FindingCount];
    }

    /// <summary>The set found and the logarithm of its weight: P(set, informative findings | absorbed findings).</summary>
    public (int[] Causes, double LogWeight) Run(ReadOnlySpan<double> marginals)
    {
        (int[] Causes, double LogWeight) best = ([], double.NegativeInfinity);
        for (int start = 0; start < 2; start++)
        {
            for (int c = 0; c < _isOn.Length; c++)
                _isOn[c] = _evidence.Inactive[c] == 0 || (start == 0 && marginals[c] > 0.5);
            RebuildKeeps();
            while (TryImprove())
            {
            }

            double weight = LogWeight();
            if (weight > best.LogWeight)
                best = ([.. Enumerable.Range(0, _isOn.Length).Where(c => _isOn[c])], weight);
        }

        return best;
    }

    private bool TryImprove()
    {
        double bestGain = LeastGain;
        int first = -1, second = -1;
        foreach (int cause in _candidates)
        {
            double gain = GainOfChanging(cause);
            if (gain > bestGain)
                (bestGain, first, second) = (gain, cause, -1);
        }

        for (int i = 0; first < 0 && i < _candidates.Length; i++)
        {
            int leaving = _candidates[i];
            if (!_isOn[leaving])
                continue;
            double loss = GainOfChanging(leaving);
            Change(leaving);
            Mark(leaving, true);
            foreach (int entering in _candidates)
            {
                // Causes that share no finding do not interact: their changes gain apart, and neither gained alone.
                if (_isOn[entering] || entering == leaving || !SharesMarked(entering))
                    continue;
                double gain = loss + GainOfChanging(entering);
                if (gain > bestGain)
                    (bestGain, first, second) = (gain, leaving, entering);
            }

            Mark(leaving, false);
            Change(leaving);
        }

        if (first < 0)
            return false;
        Change(first);
        if (second >= 0)
            Change(second);
        return true;
    }

    /// <summary>Gain in log weight if one cause changed. An impossible finding counts a large but finite loss, so that sets
    /// can be compared on the way out of it.</summary>
    private double GainOfChanging(int cause)
    {
        bool on = _isOn[cause];
        double gain = on
            ? Logarithm(_evidence.Inactive[cause]) - Logarithm(_evidence.Active[cause])
            : Logarithm(_evidence.Active[cause]) - Logarithm(_evidence.Inactive[cause]);
        for (int e = _network.CauseStart[cause]; e < _network.CauseStart[cause + 1]; e++)
        {
            if (!_evidence.IsInformative(e))
                continue;
            int f = _network.EdgeFinding[e];
            double keep = on ? KeepWithout(f, cause) : _keep[f] * (1 - _evidence.Activation(e));
            gain += Logarithm(Likelihood(f, keep)) - _logLikelihood[f];
        }

        return gain;
    }

    private void Change(int cause)
    {
        _isOn[cause] = !_isOn[cause];
        for (int e = _network.CauseStart[cause]; e < _network.CauseStart[cause + 1]; e++)
        {
            if (_evidence.IsInformative(e))
                Rebuild(_network.EdgeFinding[e]);
        }
    }

    private void Mark(int cause, bool value)
    {
        foreach (int finding in _network.FindingsOf(cause))
            _isMarked[finding] = value;
    }

    private bool SharesMarked(int cause)
    {
        for (int e = _network.CauseStart[cause]; e < _network.CauseStart[cause + 1]; e++)
        {
            if (_isMarked[_network.EdgeFinding[e]] && _evidence.IsInformative(e))
                return true;
        }

        return false;
    }

    private static double Logarithm(double weight) => weight > 0 ? Math.Log(weight) : -ImpossiblePenalty;

    private void RebuildKeeps()
    {
        for (int f = 0; f < _keep.Length; f++)
        {
            if (_evidence.IsInformativeFinding[f])
                Rebuild(f);
        }
    }

    private void Rebuild(int finding)
    {
        _keep[finding] = KeepWithout(finding, -1);
        _logLikelihood[finding] = Logarithm(Likelihood(finding, _keep[finding]));
    }

    private double KeepWithout(int finding, int cause)
    {
        double keep = 1 - _evidence.Leak[finding];
        for (int i = _network.FindingStart[finding]; i < _network.FindingStart[finding + 1]; i++)
        {
            int edge = _network.FindingEdge[i], parent = _network.EdgeCause[edge];
            if (_isOn[parent] && parent != cause)
                keep *= 1 - _evidence.Activation(edge);
        }

        return keep;
    }

    private double Likelihood(int finding, double keep) =>
        (_evidence.LikelihoodPresent[finding] * (1 - keep)) + (_evidence.LikelihoodAbsent[finding] * keep);

    private double LogWeight()
    {
        var weight = ScaledProduct.One;
        for (int c = 0; c < _isOn.Length; c++)
            weight.Multiply(_isOn[c] ? _evidence.Active[c] : _evidence.Inactive[c]);
        for (int f = 0; f < _keep.Length; f++)
        {
            if (_evidence.IsInformativeFinding[f])
                weight.Multiply(Likelihood(f, _keep[f]));
        }

        return weight.Log;
    }
}

namespace Nodus.Inference.Frontier;

/// <summary>
/// Local search for a probable set of one component: from "all causes over one half" and from the empty set, take the best
/// single change, then the best exchange of one cause for another, until nothing gains. Deterministic; the better end is
/// left in the set.
/// </summary>
internal sealed class LikelySetSearch(ComponentModel model, ActiveSet set)
{
    /// <summary>Causes less probable than this are left inactive.</summary>
    private const double LeastMarginal = 0.003;

    /// <summary>A gain in log probability below this is rounding.</summary>
    private const double LeastGain = 1e-9;

    /// <summary>Stands for the logarithm of zero; larger than any log weight of a body.</summary>
    private const double ImpossiblePenalty = 1e6;

    private readonly double[] _logOdds = new double[model.CauseCount];
    private readonly double[] _logLikelihood = new double[model.FindingCount];
    private readonly bool[] _isMarked = new bool[model.FindingCount];
    private int[] _candidates = [];

    /// <summary>Searches; the set found stays in the set given. Returns its log weight.</summary>
    /// <param name="marginals">P(active) of every cause of the network.</param>
    public double Run(ReadOnlySpan<double> marginals)
    {
        var candidates = new List<int>();
        for (int c = 0; c < model.CauseCount; c++)
        {
            _logOdds[c] = Logarithm(model.Active[c]) - Logarithm(model.Inactive[c]);
            if (marginals[model.Cause[c]] >= LeastMarginal && model.Active[c] > 0)
                candidates.Add(c);
        }

        _candidates = [.. candidates];
        double fromEmpty = Climb();
        bool[] empty = [.. set.IsOn];
        set.Clear();
        foreach (int c in _candidates)
        {
            if (marginals[model.Cause[c]] > 0.5 && !set.IsOn[c])
                set.Change(c);
        }

        double fromLikely = Climb();
        if (fromLikely >= fromEmpty)
            return fromLikely;
        set.Set(empty);
        return fromEmpty;
    }

    private double Climb()
    {
        for (int f = 0; f < model.FindingCount; f++)
            _logLikelihood[f] = Logarithm(set.Likelihood(f, set.Keep(f)));
        while (TryImprove())
        {
        }

        return set.LogWeight();
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
            if (!set.IsOn[leaving])
                continue;
            double loss = GainOfChanging(leaving);
            Change(leaving);
            Mark(leaving, true);
            foreach (int entering in _candidates)
            {
                // Causes that share no finding do not interact: their changes gain apart, and neither gained alone.
                if (set.IsOn[entering] || entering == leaving || !SharesMarked(entering))
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
        bool on = set.IsOn[cause];
        double gain = on ? -_logOdds[cause] : _logOdds[cause];
        for (int e = model.EdgeStart[cause]; e < model.EdgeStart[cause + 1]; e++)
        {
            int f = model.EdgeFinding[e];
            double keep = on ? set.KeepWithout(f, cause) : set.Keep(f) * (1 - model.EdgeActivation[e]);
            gain += Logarithm(set.Likelihood(f, keep)) - _logLikelihood[f];
        }

        return gain;
    }

    private void Change(int cause)
    {
        set.Change(cause);
        for (int e = model.EdgeStart[cause]; e < model.EdgeStart[cause + 1]; e++)
        {
            int f = model.EdgeFinding[e];
            _logLikelihood[f] = Logarithm(set.Likelihood(f, set.Keep(f)));
        }
    }

    private void Mark(int cause, bool value)
    {
        for (int e = model.EdgeStart[cause]; e < model.EdgeStart[cause + 1]; e++)
            _isMarked[model.EdgeFinding[e]] = value;
    }

    private bool SharesMarked(int cause)
    {
        for (int e = model.EdgeStart[cause]; e < model.EdgeStart[cause + 1]; e++)
        {
            if (_isMarked[model.EdgeFinding[e]])
                return true;
        }

        return false;
    }

    private static double Logarithm(double weight) => weight > 0 ? Math.Log(weight) : -ImpossiblePenalty;
}

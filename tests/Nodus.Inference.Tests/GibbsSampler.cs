namespace Nodus.Inference.Tests;

/// <summary>
/// A plain Gibbs sampler of one network's causes given binary evidence, with exchanges of an active cause for a rival that
/// shares a finding - single changes alone hardly ever get from one explanation to another. Shares no code with the engine.
/// </summary>
internal sealed class GibbsSampler
{
    private readonly SeededGenerator _random;
    private readonly double[] _leak;
    private readonly double[] _ownOdds;
    private readonly (int Finding, double Activation)[][] _edges;
    private readonly int[][] _rivals;
    private readonly double[] _absent;
    private readonly bool[] _isActive;
    private readonly List<int> _active = [];

    public GibbsSampler(NoisyOrNetwork network, Evidence evidence, SeededGenerator random)
    {
        _random = random;
        _absent = new double[network.FindingCount];
        _isActive = new bool[network.CauseCount];
        _leak = [.. Enumerable.Range(0, network.FindingCount).Select(network.PresentGivenNoCause)];
        _ownOdds = [.. Enumerable.Range(0, network.CauseCount).Select(c => network.FindingsOf(c).ToArray()
            .Where(f => evidence[f] == Observation.Absent)
            .Aggregate(network.PriorOf(c) / (1 - network.PriorOf(c)), (o, f) => o * (1 - network.PresentGivenCause(f, c))))];
        _edges = [.. Enumerable.Range(0, network.CauseCount).Select(c => network.FindingsOf(c).ToArray()
            .Where(f => evidence[f] == Observation.Present).Select(f => (f, network.PresentGivenCause(f, c))).ToArray())];
        _rivals = [.. _edges.Select((own, c) => Enumerable.Range(0, _edges.Length)
            .Where(o => o != c && _edges[o].Any(e => own.Any(mine => mine.Finding == e.Finding))).ToArray())];
    }

    /// <summary>Mean over sweeps of P(cause active | all others), in batches.</summary>
    public double[][] Run(int batches, int sweepsPerBatch)
    {
        for (int i = 0; i < sweepsPerBatch; i++)
            Sweep(null);
        var means = new double[batches][];
        for (int b = 0; b < batches; b++)
        {
            means[b] = new double[_isActive.Length];
            for (int i = 0; i < sweepsPerBatch; i++)
                Sweep(means[b]);
            for (int c = 0; c < _isActive.Length; c++)
                means[b][c] /= sweepsPerBatch;
        }

        return means;
    }

    private void Sweep(double[]? sums)
    {
        Rebuild();
        for (int c = 0; c < _isActive.Length; c++)
        {
            Set(c, false);
            double odds = OddsOfActive(c), active = odds / (1 + odds);
            if (sums is not null)
                sums[c] += active;
            Set(c, _random.Chance(active));
        }

        _active.Clear();
        for (int c = 0; c < _isActive.Length; c++)
        {
            if (_isActive[c])
                _active.Add(c);
        }

        for (int i = 0; i < _active.Count; i++)
            Exchange(_random.Below(_active.Count));
    }

    /// <summary>Metropolis-Hastings. Who leaves is drawn from the active ones, whose number an exchange does not change, and
    /// who enters from the rivals of the one that leaves: hence the ratio of their numbers.</summary>
    private void Exchange(int place)
    {
        int leaving = _active[place];
        if (_rivals[leaving].Length == 0)
            return;
        int entering = _rivals[leaving][_random.Below(_rivals[leaving].Length)];
        if (_isActive[entering])
            return;
        Set(leaving, false);
        double odds = OddsOfActive(entering) / OddsOfActive(leaving) * _rivals[leaving].Length / _rivals[entering].Length;
        _active[place] = _random.Chance(Math.Min(1, odds)) ? entering : leaving;
        Set(_active[place], true);
    }

    /// <summary>P(active) / P(inactive) of an inactive cause given all others.</summary>
    private double OddsOfActive(int cause)
    {
        double odds = _ownOdds[cause];
        foreach (var (f, q) in _edges[cause])
            odds *= (1 - (_absent[f] * (1 - q))) / (1 - _absent[f]);
        return odds;
    }

    private void Set(int cause, bool active)
    {
        if (_isActive[cause] == active)
            return;
        _isActive[cause] = active;
        foreach (var (f, q) in _edges[cause])
            _absent[f] = active ? _absent[f] * (1 - q) : _absent[f] / (1 - q);
    }

    /// <summary>Once a sweep, so that rounding of products and quotients does not add up.</summary>
    private void Rebuild()
    {
        for (int f = 0; f < _absent.Length; f++)
            _absent[f] = 1 - _leak[f];
        for (int c = 0; c < _isActive.Length; c++)
        {
            foreach (var (f, q) in _isActive[c] ? _edges[c] : [])
                _absent[f] *= 1 - q;
        }
    }
}

using Nodus.Inference;

namespace Nodus.Benchmarks;

/// <summary>
/// The gain of a test by another way than the product's: the joint of its finding's causes is followed by evidence updates
/// alone. A copy of the network has one more finding for each cause that shows its state (leak 0, activation 1); observing
/// these splits the posterior cause by cause. Binary findings, errorless answers. Slow.
/// </summary>
internal sealed class ExactGain
{
    private readonly NoisyOrNetwork _network;
    private readonly PosteriorEngine _engine;
    private readonly Evidence _evidence;
    private readonly double _leastPath;
    private double _mean;
    private double _entropyMean;

    /// <summary>Creates the reference.</summary>
    /// <param name="network">The network; findings with levels count as binary.</param>
    /// <param name="leastPath">Combinations less probable than this are not split further; their remaining causes are
    /// averaged, which errs by less than this times the number of such ends.</param>
    public ExactGain(NoisyOrNetwork network, double leastPath)
    {
        _network = network;
        _leastPath = leastPath;
        var builder = new NoisyOrNetworkBuilder();
        for (int f = 0; f < network.FindingCount; f++)
            builder.AddFinding(network.PresentGivenNoCause(f));
        for (int c = 0; c < network.CauseCount; c++)
        {
            builder.AddCause(network.PriorOf(c));
            foreach (int f in network.FindingsOf(c))
                builder.AddEdge(c, f, network.PresentGivenCause(f, c));
            builder.AddEdge(c, builder.AddFinding(0), 1);
        }

        _engine = new PosteriorEngine(builder.Build());
        _evidence = new Evidence(_engine.Network);
    }

    /// <summary>Gain in bits and P(present | evidence) of an unobserved finding.</summary>
    public (double Bits, double Present) Evaluate(Evidence evidence, int finding)
    {
        for (int f = 0; f < _network.FindingCount; f++)
            _evidence[f] = evidence[f];
        _engine.Update(_evidence);
        var marginals = _engine.Marginals.ToArray();
        var parents = Enumerable.Range(0, _network.CauseCount)
            .Where(c => _network.PresentGivenCause(finding, c) > 0)
            .OrderByDescending(c => marginals[c]).ToArray();
        (_mean, _entropyMean) = (0, 0);
        Split(finding, parents, 0, 1, 1 - _network.PresentGivenNoCause(finding));
        return (Entropy(_mean) - _entropyMean, 1 - _mean);
    }

    private void Split(int finding, int[] parents, int next, double path, double absent)
    {
        if (next == parents.Length)
        {
            _mean += path * absent;
            _entropyMean += path * Entropy(absent);
            return;
        }

        int cause = parents[next], shown = _network.FindingCount + cause;
        double silent = 1 - _network.PresentGivenCause(finding, cause);
        _engine.Update(_evidence);
        double active = _engine.Marginals[cause];
        if (path * Math.Min(active, 1 - active) < _leastPath)
        {
            Split(finding, parents, next + 1, path, absent * (1 - (active * (1 - silent))));
            return;
        }

        _evidence[shown] = Observation.Absent;
        Split(finding, parents, next + 1, path * (1 - active), absent);
        _evidence[shown] = Observation.Present;
        Split(finding, parents, next + 1, path * active, absent * silent);
        _evidence[shown] = Observation.Unobserved;
    }

    private static double Entropy(double p) => Term(p) + Term(1 - p);

    private static double Term(double p) => p > 0 ? -p * Math.Log2(p) : 0;
}

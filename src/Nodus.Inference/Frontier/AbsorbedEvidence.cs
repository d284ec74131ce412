using System.Numerics;

namespace Nodus.Inference.Frontier;

/// <summary>
/// Evidence turned into what the programme needs. For an observation with threshold t, upper level u and likelihoods a, b
/// the likelihood given the causes is P(level &lt;= u) * (a (1 - R) + b R), where R = P(level &lt; t | level &lt;= u) is again a
/// product over leak and active causes. So every active cause first contributes a factor P(level &lt;= u | cause) to its own
/// weight, as an absent finding does, and what is left is a noisy-OR with activation
/// P(level &gt;= t | level &lt;= u, cause) - unless a = 0 (all of it is a product) or a = b (nothing is left).
/// </summary>
/// <remarks>A changed finding touches only its own causes; their weights are rebuilt from their edges in a fixed order, so
/// one answer at a time gives the same bits as all at once.</remarks>
internal sealed class AbsorbedEvidence
{
    private readonly NoisyOrNetwork _network;
    private readonly Observation[] _seen;
    private readonly double[] _edgeFactor;
    private readonly double[] _edgeActivation;
    private readonly bool[] _isHeard;
    private readonly ulong[] _isEdgeHeard;
    private readonly bool[] _isChanged;
    private readonly int[] _changed;
    private readonly double[] _total;

    public AbsorbedEvidence(NoisyOrNetwork network)
    {
        _network = network;
        _seen = new Observation[network.FindingCount];
        _edgeFactor = new double[network.EdgeCount];
        _edgeActivation = new double[network.EdgeCount];
        _isHeard = new bool[network.FindingCount];
        _isEdgeHeard = new ulong[(network.EdgeCount + 63) / 64];
        _isChanged = new bool[network.CauseCount];
        _changed = new int[network.CauseCount];
        _total = new double[network.CauseCount];
        Active = new double[network.CauseCount];
        Inactive = new double[network.CauseCount];
        PresentEdges = new int[network.CauseCount];
        IsInformativeFinding = new bool[network.FindingCount];
        LikelihoodPresent = new double[network.FindingCount];
        LikelihoodAbsent = new double[network.FindingCount];
        Leak = new double[network.FindingCount];
        Constant = new double[network.FindingCount];
        for (int f = 0; f < network.FindingCount; f++)
            Absorb(f);
        for (int c = 0; c < network.CauseCount; c++)
            Weigh(c);
    }

    /// <summary>P(cause active | its absorbed observations); 0 when those are impossible.</summary>
    public double[] Active { get; }

    /// <summary>1 - <see cref="Active"/> without the subtraction.</summary>
    public double[] Inactive { get; }

    /// <summary>Number of informative edges of each cause; 0 for a cause that cannot be active.</summary>
    public int[] PresentEdges { get; }

    /// <summary>Whether a finding takes part in the frontier programme.</summary>
    public bool[] IsInformativeFinding { get; }

    public double[] LikelihoodPresent { get; }

    public double[] LikelihoodAbsent { get; }

    /// <summary>The leak of each informative finding, levels above the upper bound ruled out.</summary>
    public double[] Leak { get; }

    /// <summary>The factor of each finding that no cause takes part in.</summary>
    public double[] Constant { get; }

    public bool IsPossible { get; private set; }

    /// <summary>The activation of an informative edge; 0 for others.</summary>
    public double Activation(int edge) => _edgeActivation[edge];

    public bool IsInformative(int edge) => _edgeActivation[edge] > 0;

    public bool IsObserved(int finding) => _seen[finding].IsObserved;

    /// <summary>What the evidence says of a finding.</summary>
    public Observation Seen(int finding) => _seen[finding];

    /// <summary>Takes over the observations that differ from the last ones.</summary>
    public void Update(ReadOnlySpan<Observation> observations)
    {
        int changed = 0;
        for (int f = 0; f < observations.Length; f++)
        {
            // Most findings of a large network are unobserved, before and after.
            if ((!observations[f].IsObserved && !_seen[f].IsObserved) || observations[f] == _seen[f])
                continue;
            _seen[f] = observations[f];
            Absorb(f);
            for (int i = _network.FindingStart[f]; i < _network.FindingStart[f + 1]; i++)
            {
                int cause = _network.EdgeCause[_network.FindingEdge[i]];
                if (_isChanged[cause])
                    continue;
                _isChanged[cause] = true;
                _changed[changed++] = cause;
            }
        }

        for (int i = 0; i < changed; i++)
        {
            Weigh(_changed[i]);
            _isChanged[_changed[i]] = false;
        }

        IsPossible = ArePositive(_total) && ArePositive(Constant);
    }

    /// <summary>The part of the evidence's probability that lies outside the components.</summary>
    public void AddEvidenceTo(ref ScaledProduct evidence)
    {
        foreach (double total in _total)
            evidence.Multiply(total);
        foreach (double constant in Constant)
            evidence.Multiply(constant);
    }

    private static bool ArePositive(double[] factors)
    {
        foreach (double factor in factors)
        {
            if (!(factor > 0))
                return false;
        }

        return true;
    }

    private void Absorb(int f)
    {
        var seen = _seen[f];
        double above = seen.LikelihoodAtOrAbove, below = seen.LikelihoodBelow;
        double leakAboveUpper = LeakAbove(f, seen.Upper), leakAtThreshold = LeakAbove(f, seen.Threshold - 1);
        double leakReach = leakAboveUpper < 1 ? (leakAtThreshold - leakAboveUpper) / (1 - leakAboveUpper) : 0;
        bool isProduct = above == 0;
        bool isFlat = !seen.IsObserved || above == below || leakReach >= 1;
        IsInformativeFinding[f] = !isProduct && !isFlat && leakAboveUpper < 1;
        LikelihoodPresent[f] = above;
        LikelihoodAbsent[f] = below;
        Leak[f] = leakReach;
        Constant[f] = !seen.IsObserved ? 1
            : isProduct ? below * (1 - leakAtThreshold)
            : isFlat ? above * (1 - leakAboveUpper)
            : 1 - leakAboveUpper;
        AbsorbEdges(f, seen, isProduct);
    }

    /// <summary>What an observation makes of its edges. This is half of a full update, hence a loop for each kind.</summary>
    private void AbsorbEdges(int f, in Observation seen, bool isProduct)
    {
        ReadOnlySpan<int> edges = _network.FindingEdge.AsSpan(_network.FindingStart[f].._network.FindingStart[f + 1]);
        Hear(f, edges, seen.IsObserved);
        if (!seen.IsObserved)
        {
            foreach (int edge in edges)
                (_edgeFactor[edge], _edgeActivation[edge]) = (1, 0);
            return;
        }

        int levels = _network.LeakStart[f + 1] - _network.LeakStart[f], at = seen.Threshold - 1;
        double detected = at < levels ? seen.Detection : 0;
        if (isProduct)
        {
            foreach (int edge in edges)
            {
                double above = detected > 0 ? detected * _network.EdgeExceedance[_network.EdgeExceedanceStart[edge] + at] : 0;
                (_edgeFactor[edge], _edgeActivation[edge]) = (1 - above, 0);
            }

            return;
        }

        double detectedAbove = seen.Upper < levels ? seen.Detection : 0;
        foreach (int edge in edges)
        {
            int start = _network.EdgeExceedanceStart[edge];
            double aboveUpper = detectedAbove > 0 ? detectedAbove * _network.EdgeExceedance[start + seen.Upper] : 0;
            double atThreshold = detected > 0 ? detected * _network.EdgeExceedance[start + at] : 0;
            _edgeFactor[edge] = 1 - aboveUpper;
            _edgeActivation[edge] = IsInformativeFinding[f] && aboveUpper < 1 ? (atThreshold - aboveUpper) / (1 - aboveUpper) : 0;
        }
    }

    /// <summary>Marks the edges of a finding that became observed, or no longer is.</summary>
    private void Hear(int f, ReadOnlySpan<int> edges, bool isObserved)
    {
        if (_isHeard[f] == isObserved)
            return;
        _isHeard[f] = isObserved;
        foreach (int edge in edges)
            _isEdgeHeard[edge >> 6] ^= 1UL << edge;
    }

    private void Weigh(int cause)
    {
        double inactive = 1 - _network.Prior[cause];
        double active = _network.Prior[cause];
        int present = 0;
        int first = _network.CauseStart[cause], end = _network.CauseStart[cause + 1];
        for (int word = first >> 6; word << 6 < end; word++)
        {
            for (ulong heard = HeardBetween(word, first, end); heard != 0; heard &= heard - 1)
            {
                int e = (word << 6) + BitOperations.TrailingZeroCount(heard);
                active *= _edgeFactor[e];
                present += _edgeActivation[e] > 0 ? 1 : 0;
            }
        }

        double total = active + inactive;
        _total[cause] = total;
        Active[cause] = total > 0 ? active / total : 0;
        Inactive[cause] = total > 0 ? inactive / total : 0;
        PresentEdges[cause] = active > 0 ? present : 0;
    }

    /// <summary>The edges of one word that lead to observed findings; all others leave a cause's weight as it is, and most findings
    /// of a large network are unobserved.</summary>
    private ulong HeardBetween(int word, int first, int end)
    {
        ulong heard = _isEdgeHeard[word];
        int start = word << 6;
        if (first > start)
            heard &= ulong.MaxValue << (first - start);
        if (end < start + 64)
            heard &= ulong.MaxValue >> (start + 64 - end);
        return heard;
    }

    /// <summary>P(leak &gt; level) as it would be noticed; 0 above the highest level, 0 for an unobserved finding.</summary>
    private double LeakAbove(int finding, int level)
    {
        int start = _network.LeakStart[finding], end = _network.LeakStart[finding + 1];
        return level < 0 || level >= end - start ? 0 : _seen[finding].Detection * _network.LeakExceedance[start + level];
    }
}

namespace Nodus.Inference;

/// <summary>Collects findings, causes and edges, checks each, and builds an immutable <see cref="NoisyOrNetwork"/>.</summary>
public sealed class NoisyOrNetworkBuilder
{
    private readonly List<double[]> _leaks = [];
    private readonly List<double> _priors = [];
    private readonly List<SortedDictionary<int, double[]>> _edges = [];

    /// <summary>Adds a binary finding.</summary>
    /// <param name="presentGivenNoCause">The leak: P(present | no cause active), 0 to 1.</param>
    /// <returns>The finding's number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The leak is not a probability.</exception>
    public int AddFinding(double presentGivenNoCause) => AddFinding([presentGivenNoCause]);

    /// <summary>Adds a finding with levels 0 to n, where n is the length given.</summary>
    /// <param name="aboveLevelGivenNoCause">P(level &gt; k | no cause active) for k = 0 to n - 1; not increasing.</param>
    /// <returns>The finding's number.</returns>
    /// <exception cref="ArgumentException">No level, not a probability, or increasing.</exception>
    public int AddFinding(ReadOnlySpan<double> aboveLevelGivenNoCause)
    {
        RequireExceedance(aboveLevelGivenNoCause, nameof(aboveLevelGivenNoCause));
        _leaks.Add(aboveLevelGivenNoCause.ToArray());
        return _leaks.Count - 1;
    }

    /// <summary>Adds a cause.</summary>
    /// <param name="prior">P(active), 0 to 1.</param>
    /// <returns>The cause's number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The prior is not a probability.</exception>
    public int AddCause(double prior)
    {
        RequireProbability(prior, nameof(prior));
        _priors.Add(prior);
        _edges.Add([]);
        return _priors.Count - 1;
    }

    /// <summary>Adds an edge to a binary finding.</summary>
    /// <param name="cause">A cause added before.</param>
    /// <param name="finding">A finding added before.</param>
    /// <param name="presentGivenCause">The activation: P(present | only this cause active), leak aside.</param>
    /// <exception cref="ArgumentException">See the other form.</exception>
    public void AddEdge(int cause, int finding, double presentGivenCause) => AddEdge(cause, finding, [presentGivenCause]);

    /// <summary>Adds an edge to a finding with levels.</summary>
    /// <param name="cause">A cause added before.</param>
    /// <param name="finding">A finding added before.</param>
    /// <param name="aboveLevelGivenCause">P(level &gt; k | only this cause active) for each k but the highest; not
    /// increasing.</param>
    /// <exception cref="ArgumentException">Unknown cause or finding, an edge given twice, a wrong number of levels, not a
    /// probability, or increasing.</exception>
    public void AddEdge(int cause, int finding, ReadOnlySpan<double> aboveLevelGivenCause)
    {
        if ((uint)cause >= (uint)_priors.Count)
            throw new ArgumentOutOfRangeException(nameof(cause), cause, $"Causes are numbered 0 to {_priors.Count - 1}.");
        if ((uint)finding >= (uint)_leaks.Count)
            throw new ArgumentOutOfRangeException(nameof(finding), finding, $"Findings are numbered 0 to {_leaks.Count - 1}.");
        RequireExceedance(aboveLevelGivenCause, nameof(aboveLevelGivenCause));
        if (aboveLevelGivenCause.Length != _leaks[finding].Length)
        {
            throw new ArgumentException(
                $"Finding {finding} has {_leaks[finding].Length + 1} levels, the edge from cause {cause} has " +
                $"{aboveLevelGivenCause.Length + 1}.", nameof(aboveLevelGivenCause));
        }

        if (!_edges[cause].TryAdd(finding, aboveLevelGivenCause.ToArray()))
            throw new ArgumentException($"The edge from cause {cause} to finding {finding} was given twice.", nameof(finding));
    }

    /// <summary>Builds the network. The builder may be used on; networks built before do not change.</summary>
    public NoisyOrNetwork Build()
    {
        var causeStart = new int[_priors.Count + 1];
        for (int cause = 0; cause < _priors.Count; cause++)
            causeStart[cause + 1] = causeStart[cause] + _edges[cause].Count;
        var findings = _edges.SelectMany(e => e.Keys).ToArray();
        var exceedances = _edges.SelectMany(e => e.Values).ToArray();
        return new NoisyOrNetwork(
            [.. _priors], causeStart, findings,
            Starts(exceedances), [.. exceedances.SelectMany(e => e)],
            Starts(_leaks), [.. _leaks.SelectMany(l => l)]);
    }

    private static int[] Starts(IReadOnlyList<double[]> rows)
    {
        var start = new int[rows.Count + 1];
        for (int i = 0; i < rows.Count; i++)
            start[i + 1] = start[i] + rows[i].Length;
        return start;
    }

    private static void RequireExceedance(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
            throw new ArgumentException("A finding has at least two levels.", name);
        double previous = 1;
        foreach (double value in values)
        {
            RequireProbability(value, name);
            if (value > previous)
                throw new ArgumentException("P(level above k) must not increase with k.", name);
            previous = value;
        }
    }

    private static void RequireProbability(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(name, value, "A probability must lie between 0 and 1.");
    }
}

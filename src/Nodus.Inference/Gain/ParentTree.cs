namespace Nodus.Inference.Gain;

/// <summary>
/// The joint of one finding's causes as a tree over their pairs: of all trees the one that keeps the most pairwise mutual
/// information is nearest to the true joint (Chow and Liu 1968). Independent causes are roots of their own.
/// </summary>
/// <remarks>Mutual information of a pair is ranked by the squared correlation, its leading term (I = r^2 / (2 ln 2) + ...
/// for weakly dependent pairs); it needs no logarithm, and only the order of pairs matters.</remarks>
internal sealed class ParentTree
{
    private int[] _cause = [];
    private double[] _marginal = [];
    private double[] _strength = [];
    private double[] _both = [];
    private int[] _nearest = [];

    /// <summary>Number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>The cause of each node.</summary>
    public ReadOnlySpan<int> Cause => _cause.AsSpan(0, Count);

    /// <summary>The edges to the finding, parents in the tree before their children.</summary>
    public int[] Edge { get; private set; } = [];

    /// <summary>Place of each node's parent; -1 for a root.</summary>
    public int[] Parent { get; private set; } = [];

    /// <summary>P(active | parent active); the marginal for a root.</summary>
    public double[] GivenActive { get; private set; } = [];

    /// <summary>P(active | parent inactive); the marginal for a root.</summary>
    public double[] GivenInactive { get; private set; } = [];

    public void Clear() => Count = 0;

    /// <summary>Puts a node in another place before all is connected.</summary>
    public void Move(int from, int to)
    {
        (Edge[from], Edge[to]) = (Edge[to], Edge[from]);
        (_cause[from], _cause[to]) = (_cause[to], _cause[from]);
        (_marginal[from], _marginal[to]) = (_marginal[to], _marginal[from]);
    }

    /// <summary>Adds a cause by its edge; <see cref="Connect"/> puts all in order.</summary>
    public void Add(int edge, int cause, double marginal)
    {
        if (Count == _cause.Length)
            Grow();
        Edge[Count] = edge;
        _cause[Count] = cause;
        _marginal[Count++] = marginal;
    }

    /// <summary>Prim's algorithm from the first cause on.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="marginals">By cause.</param>
    /// <param name="core">So many of the first causes keep their places; their joint is known otherwise, and the others
    /// are attached to them or to each other.</param>
    public void Connect(StrongPairs pairs, ReadOnlySpan<double> marginals, int core)
    {
        for (int i = 0; i < Count; i++)
            (_strength[i], _nearest[i]) = (0, -1);
        for (int done = 0; done < Count; done++)
        {
            int next = done;
            for (int i = done + 1; done >= core && i < Count; i++)
            {
                if (_strength[i] > _strength[next])
                    next = i;
            }

            Swap(done, next);
            Attach(done);
            for (int i = done + 1; i < Count; i++)
            {
                double both = pairs.Both(_cause[done], _cause[i], marginals);
                double p = _marginal[done], q = _marginal[i], covariance = both - (p * q);
                double strength = covariance * covariance / (p * (1 - p) * q * (1 - q));
                if (strength > _strength[i])
                    (_strength[i], _nearest[i], _both[i]) = (strength, done, both);
            }
        }
    }

    private void Attach(int node)
    {
        int parent = _nearest[node];
        double marginal = _marginal[node];
        Parent[node] = parent;
        GivenActive[node] = parent < 0 ? marginal : Math.Min(1, _both[node] / _marginal[parent]);
        GivenInactive[node] = parent < 0
            ? marginal
            : Math.Clamp((marginal - _both[node]) / (1 - _marginal[parent]), 0, 1);
    }

    private void Swap(int i, int j)
    {
        Move(i, j);
        (_strength[i], _strength[j]) = (_strength[j], _strength[i]);
        (_nearest[i], _nearest[j]) = (_nearest[j], _nearest[i]);
        (_both[i], _both[j]) = (_both[j], _both[i]);
    }

    private void Grow()
    {
        int length = Math.Max(16, 2 * Count);
        Array.Resize(ref _cause, length);
        Array.Resize(ref _marginal, length);
        Array.Resize(ref _strength, length);
        Array.Resize(ref _both, length);
        Array.Resize(ref _nearest, length);
        Edge = Resized(Edge, length);
        Parent = Resized(Parent, length);
        GivenActive = Resized(GivenActive, length);
        GivenInactive = Resized(GivenInactive, length);
    }

    private static T[] Resized<T>(T[] array, int length)
    {
        Array.Resize(ref array, length);
        return array;
    }
}

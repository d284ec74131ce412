namespace Nodus.Inference.Gain;

/// <summary>
/// The exact joint of the strongest causes of a finding that lie in one component: three rivals for one pain exclude each
/// other, and no tree of pairs can say so. Kept as sums over prefixes, so that P(next active | those before) is a ratio.
/// </summary>
internal sealed class JointCore(PosteriorEngine engine, StrongPairs pairs)
{
    /// <summary>Most causes taken into a core; its cost is 2 to this power partial passes.</summary>
    private const int CauseMost = 4;

    /// <summary>Below the strong: a third rival of a few percent already matters.</summary>
    private const double LeastMarginal = 0.02;

    // Entry (1 << n) + s is P(the first n causes are in state s).
    private readonly double[] _prefix = new double[2 << CauseMost];

    /// <summary>Number of causes in the core; 0 when there are fewer than three that may depend on each other.</summary>
    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Moves the core's causes to the front of the nodes, and computes their joint.</summary>
    public void Find(ParentTree nodes, ReadOnlySpan<double> marginals)
    {
        Count = 0;
        int component = Largest(nodes, marginals);
        if (component < 0)
            return;
        while (Count < CauseMost)
        {
            int strongest = -1;
            for (int i = Count; i < nodes.Count; i++)
            {
                int cause = nodes.Cause[i];
                if (IsCandidate(cause, component, marginals)
                    && (strongest < 0 || marginals[cause] > marginals[nodes.Cause[strongest]]))
                {
                    strongest = i;
                }
            }

            if (strongest < 0)
                break;
            nodes.Move(strongest, Count++);
        }

        engine.WriteJoint(component, nodes.Cause[..Count], _prefix.AsSpan(1 << Count, 1 << Count));
        for (int n = Count - 1; n >= 0; n--)
        {
            for (int s = 0; s < 1 << n; s++)
                _prefix[(1 << n) + s] = _prefix[(2 << n) + s] + _prefix[(2 << n) + s + (1 << n)];
        }
    }

    /// <summary>P(cause of this place active | state of those before it).</summary>
    public double Active(int place, int state)
    {
        double all = _prefix[(1 << place) + state];
        return all > 0 ? Math.Min(1, _prefix[(2 << place) + state + (1 << place)] / all) : 0;
    }

    /// <summary>The component with the most candidates, at least three; -1 when there is none.</summary>
    private int Largest(ParentTree nodes, ReadOnlySpan<double> marginals)
    {
        int best = -1, most = 2;
        for (int i = 0; i < nodes.Count; i++)
        {
            int component = pairs.ComponentOf(nodes.Cause[i]), count = 0;
            for (int j = 0; component >= 0 && j < nodes.Count; j++)
                count += IsCandidate(nodes.Cause[j], component, marginals) ? 1 : 0;
            if (count > most)
                (best, most) = (component, count);
        }

        return best;
    }

    private bool IsCandidate(int cause, int component, ReadOnlySpan<double> marginals) =>
        pairs.ComponentOf(cause) == component
        && marginals[cause] >= LeastMarginal && marginals[cause] < 1
        && engine.CanSplit(component, cause);
}

namespace Nodus.Inference;

/// <summary>
/// An immutable two-layer network: binary causes, each with a prior, and findings with two or more levels, each a
/// noisy-MAX (noisy-OR when binary) of its causes and a leak:
/// P(level at most k | causes) = P(leak at most k) * product over active causes of P(level at most k | that cause alone).
/// QMR-DT form: Shwe et al. 1991, Methods Inf Med 30:241-255; noisy-MAX: Diez 1993, UAI.
/// </summary>
/// <remarks>
/// Stored as compressed rows in both directions. Levels are stored as exceedances P(level &gt; k | ...) for k = 0 to
/// L - 2, because small probabilities keep their digits that way; for a binary finding that is the activation itself.
/// </remarks>
public sealed class NoisyOrNetwork
{
    internal NoisyOrNetwork(
        double[] prior, int[] causeStart, int[] edgeFinding, int[] edgeExceedanceStart, double[] edgeExceedance,
        int[] leakStart, double[] leakExceedance)
    {
        Prior = prior;
        CauseStart = causeStart;
        EdgeFinding = edgeFinding;
        EdgeExceedanceStart = edgeExceedanceStart;
        EdgeExceedance = edgeExceedance;
        LeakStart = leakStart;
        LeakExceedance = leakExceedance;
        (FindingStart, FindingEdge, EdgeCause) = Transpose();
    }

    /// <summary>Number of causes.</summary>
    public int CauseCount => Prior.Length;

    /// <summary>Number of findings.</summary>
    public int FindingCount => LeakStart.Length - 1;

    /// <summary>Number of edges.</summary>
    public int EdgeCount => EdgeFinding.Length;

    internal double[] Prior { get; }

    internal int[] CauseStart { get; }

    internal int[] EdgeFinding { get; }

    internal int[] EdgeCause { get; }

    internal int[] EdgeExceedanceStart { get; }

    internal double[] EdgeExceedance { get; }

    internal int[] LeakStart { get; }

    internal double[] LeakExceedance { get; }

    /// <summary>Start of each finding's row in <see cref="FindingEdge"/>.</summary>
    internal int[] FindingStart { get; }

    /// <summary>Edge numbers by finding, causes ascending.</summary>
    internal int[] FindingEdge { get; }

    /// <summary>The prior probability of a cause, 0 to 1.</summary>
    public double PriorOf(int cause) => Prior[cause];

    /// <summary>Number of levels of a finding, absent included; 2 or more.</summary>
    public int LevelCount(int finding) => LeakStart[finding + 1] - LeakStart[finding] + 1;

    /// <summary>P(finding at level 1 or more | no cause is active), 0 to 1.</summary>
    public double PresentGivenNoCause(int finding) => LeakExceedance[LeakStart[finding]];

    /// <summary>P(finding at level 1 or more | only this cause is active, leak aside); 0 when there is no edge.</summary>
    public double PresentGivenCause(int finding, int cause)
    {
        for (int edge = CauseStart[cause]; edge < CauseStart[cause + 1]; edge++)
        {
            if (EdgeFinding[edge] == finding)
                return EdgeExceedance[EdgeExceedanceStart[edge]];
        }

        return 0;
    }

    /// <summary>The findings a cause has edges to, in ascending order.</summary>
    public ReadOnlySpan<int> FindingsOf(int cause) =>
        EdgeFinding.AsSpan(CauseStart[cause], CauseStart[cause + 1] - CauseStart[cause]);

    /// <summary>The causes that have an edge to a finding, in ascending order.</summary>
    public IEnumerable<int> CausesOf(int finding)
    {
        for (int i = FindingStart[finding]; i < FindingStart[finding + 1]; i++)
            yield return EdgeCause[FindingEdge[i]];
    }

    /// <summary>The same causes, findings and edges with other priors.</summary>
    internal NoisyOrNetwork WithPriors(double[] prior) =>
        new(prior, CauseStart, EdgeFinding, EdgeExceedanceStart, EdgeExceedance, LeakStart, LeakExceedance);

    private (int[] FindingStart, int[] FindingEdge, int[] EdgeCause) Transpose()
    {
        var start = new int[FindingCount + 1];
        foreach (int finding in EdgeFinding)
            start[finding + 1]++;
        for (int finding = 0; finding < FindingCount; finding++)
            start[finding + 1] += start[finding];
        var next = start.AsSpan(0, FindingCount).ToArray();
        var edges = new int[EdgeCount];
        var cause = new int[EdgeCount];
        for (int c = 0; c < CauseCount; c++)
        {
            for (int edge = CauseStart[c]; edge < CauseStart[c + 1]; edge++)
            {
                edges[next[EdgeFinding[edge]]++] = edge;
                cause[edge] = c;
            }
        }

        return (start, edges, cause);
    }
}

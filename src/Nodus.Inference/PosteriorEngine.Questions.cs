namespace Nodus.Inference;

/// <content>Questions put to the posterior; none allocates when warm. Exact when <see cref="IsExact"/>; otherwise the causes
/// that were treated as independent stay so.</content>
public sealed partial class PosteriorEngine
{
    private double[] _edgeWeight = [];
    private int[] _edgeCause = [];

    /// <summary>P(none of these causes is active | evidence): exact when <see cref="IsExact"/>.</summary>
    /// <remarks>Within a component it is the ratio of two evidences; across components the posterior factorises.</remarks>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double NoneActive(ReadOnlySpan<int> causes) => ExpectedWeight(causes, []);

    /// <summary>P(finding at level 1 or more | evidence), for a finding that nobody observed.</summary>
    /// <exception cref="ArgumentException">The finding is observed.</exception>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double PresentGivenEvidence(int finding)
    {
        RequirePosterior();
        if (!IsOpen(finding))
            throw new ArgumentException($"Finding {finding} is observed.", nameof(finding));
        double noticed = NoticedAlready(finding);
        int first = _network.FindingStart[finding], count = _network.FindingStart[finding + 1] - first;
        if (_edgeWeight.Length < count)
        {
            _edgeWeight = new double[2 * count];
            _edgeCause = new int[2 * count];
        }

        // P(absent | causes) = (1 - leak) * product over active causes of (1 - activation).
        for (int i = 0; i < count; i++)
        {
            int edge = _network.FindingEdge[first + i];
            _edgeCause[i] = _network.EdgeCause[edge];
            double activation = _network.EdgeExceedance[_network.EdgeExceedanceStart[edge]];
            _edgeWeight[i] = 1 - LeftToFind(activation, activation, noticed);
        }

        double silent = ExpectedWeight(_edgeCause.AsSpan(0, count), _edgeWeight.AsSpan(0, count));
        double leak = _network.PresentGivenNoCause(finding);
        return 1 - ((1 - LeftToFind(leak, leak, noticed)) * silent);
    }

    /// <summary>Draws one set of active causes from the posterior, all causes jointly: an exact, independent sample.</summary>
    /// <param name="random">The source of randomness; the same seed gives the same samples.</param>
    /// <param name="isActive">The sample, by the cause's number; its length is the number of causes.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public void Sample(Random random, Span<bool> isActive)
    {
        ArgumentNullException.ThrowIfNull(random);
        RequireOnePerCause(isActive.Length, nameof(isActive));
        RequirePosterior();
        for (int c = 0; c < isActive.Length; c++)
            isActive[c] = _absorbed.PresentEdges[c] == 0 && random.NextDouble() < _absorbed.Active[c];
        foreach (var component in _components)
            component.Sample(random, _marginals, isActive);
    }

    /// <summary>Writes P(cause active | evidence, one cause active) of every cause.</summary>
    /// <param name="cause">The cause taken as active.</param>
    /// <param name="marginals">The result, by the cause's number; its length is the number of causes.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero, or the cause cannot be active.
    /// </exception>
    public void MarginalsGivenActive(int cause, Span<double> marginals)
    {
        RequireOnePerCause(marginals.Length, nameof(marginals));
        RequirePosterior();
        if (!(_marginals[cause] > 0))
            throw new ImpossibleEvidenceException($"Cause {cause} cannot be active given the evidence.");
        WriteGivenActive(cause, [], marginals);
    }

    /// <summary>As <see cref="MarginalsGivenActive"/>, right only for the causes that are wanted.</summary>
    internal void WriteGivenActive(int cause, ReadOnlySpan<bool> isWanted, Span<double> marginals)
    {
        _marginals.CopyTo(marginals);
        int k = ComponentOf(cause);
        if (k < 0)
            marginals[cause] = 1;
        else
            _components[k].WriteGivenActive(cause, isWanted, marginals);
    }

    /// <summary>True for a cause of this component whose state <see cref="WriteJoint"/> can split.</summary>
    internal bool CanSplit(int component, int cause) => _components[component].CanSplit(cause);

    /// <summary>Writes the exact joint of a few causes of one component, bit i of the place for cause i.</summary>
    internal void WriteJoint(int component, ReadOnlySpan<int> causes, Span<double> joint) =>
        _components[component].WriteJoint(causes, joint);

    /// <summary>True for a finding that a test could still tell something of: the last evidence did not speak of it, or only
    /// says that nobody reported it.</summary>
    internal bool IsOpen(int finding) => !_absorbed.IsObserved(finding) || _absorbed.Seen(finding).IsMerelyUnreported;

    /// <summary>
    /// The probability that an effect on an open finding would have come to notice already, for each cause apart; 0 where
    /// nobody could have noticed. Of an activation q, q (1 - d) / (1 - d q) is then left to be found:
    /// P(no effect | not noticed) = (1 - q) / (1 - d q) for each active cause.
    /// </summary>
    internal double NoticedAlready(int finding) => _absorbed.IsObserved(finding) ? _absorbed.Seen(finding).Detection : 0;

    /// <summary>What is left of an activation, or of an exceedance, after nobody noticed it.</summary>
    /// <param name="exceedance">P(level k or more | the cause alone).</param>
    /// <param name="activation">P(level 1 or more | the cause alone).</param>
    /// <param name="noticed">As <see cref="NoticedAlready"/>.</param>
    internal static double LeftToFind(double exceedance, double activation, double noticed) =>
        noticed == 0 ? exceedance : exceedance * (1 - noticed) / (1 - (noticed * activation));

    /// <summary>The component a cause takes part in, or -1.</summary>
    internal int ComponentOf(int cause)
    {
        for (int e = _network.CauseStart[cause]; e < _network.CauseStart[cause + 1]; e++)
        {
            if (_absorbed.IsInformative(e) && _absorbed.Active[cause] > 0)
                return _componentOfFinding[_network.EdgeFinding[e]];
        }

        return -1;
    }

    /// <summary>E[product of the weights of those of these causes that are active | evidence]; weights lie in 0 to 1, none
    /// given means 0 for each.</summary>
    private double ExpectedWeight(ReadOnlySpan<int> causes, ReadOnlySpan<double> weights)
    {
        RequirePosterior();
        double expected = 1;
        for (int k = 0; k < _components.Count; k++)
        {
            int weighed = 0;
            for (int i = 0; i < causes.Length; i++)
            {
                if (ComponentOf(causes[i]) == k && _components[k].TryWeigh(causes[i], weights.IsEmpty ? 0 : weights[i]))
                    weighed++;
            }

            if (weighed > 0)
                expected *= _components[k].ExpectedWeight();
        }

        for (int i = 0; i < causes.Length; i++)
        {
            int k = ComponentOf(causes[i]);
            if (k < 0 || !_components[k].Holds(causes[i]))
                expected *= 1 - (_marginals[causes[i]] * (weights.IsEmpty ? 1 : 1 - weights[i]));
        }

        return expected;
    }

    private void RequireOnePerCause(int length, string name)
    {
        if (length != _network.CauseCount)
            throw new ArgumentException($"One entry for each of the {_network.CauseCount} causes is needed.", name);
    }
}

namespace Nodus.Inference;

/// <summary>
/// What is known about each finding of one network: a mutable list of observations, all unobserved at first. Setting one
/// finding never disturbs another, and the order of setting does not matter.
/// </summary>
public sealed class Evidence
{
    private readonly NoisyOrNetwork _network;
    private readonly Observation[] _observations;

    /// <summary>Creates evidence in which nothing is observed.</summary>
    public Evidence(NoisyOrNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _observations = new Observation[network.FindingCount];
    }

    /// <summary>The network whose findings are observed.</summary>
    public NoisyOrNetwork Network => _network;

    /// <summary>One observation per finding, by the finding's number.</summary>
    public ReadOnlySpan<Observation> Observations => _observations;

    /// <summary>The observation of a finding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such finding.</exception>
    /// <exception cref="ArgumentException">The observation names a level that the finding does not have.</exception>
    public Observation this[int finding]
    {
        get
        {
            RequireFinding(finding);
            return _observations[finding];
        }
        set
        {
            RequireFinding(finding);
            int levels = _network.LevelCount(finding);
            if (value.Threshold >= levels || (value.Upper >= levels && value.Upper != int.MaxValue))
            {
                throw new ArgumentException(
                    $"Finding {finding} has levels 0 to {levels - 1}; the observation speaks of level {value.Threshold}.",
                    nameof(value));
            }

            _observations[finding] = value;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_observations);

    private void RequireFinding(int finding)
    {
        if ((uint)finding >= (uint)_observations.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(finding), finding, $"Findings are numbered 0 to {_observations.Length - 1}.");
        }
    }
}

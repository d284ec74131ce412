namespace Nodus.Inference;

/// <summary>
/// What was learned about one finding. A finding has levels 0 (absent) to L - 1; a binary finding has L = 2.
/// The likelihood of an observation is 0 above <see cref="Upper"/>, <see cref="LikelihoodAtOrAbove"/> from
/// <see cref="Threshold"/> to <see cref="Upper"/>, and <see cref="LikelihoodBelow"/> under the threshold. This one shape
/// covers "absent", "present", "exactly level k", "at least level k" and answers that are only probably right; all cost
/// the exact programme the same. The default value is <see cref="Unobserved"/>.
/// </summary>
public readonly record struct Observation
{
    private readonly double _above;
    private readonly double _below;
    private readonly double _missed;

    private Observation(int threshold, int upper, double above, double below, double detection)
    {
        Threshold = threshold;
        Upper = upper;
        _above = above;
        _below = below;
        _missed = 1 - detection;
        IsObserved = true;
    }

    /// <summary>False for a finding nobody asked about: it carries no information at all.</summary>
    public bool IsObserved { get; }

    /// <summary>The lowest level that <see cref="LikelihoodAtOrAbove"/> speaks of; 1 or more when observed.</summary>
    public int Threshold { get; }

    /// <summary>The highest possible level, or <see cref="int.MaxValue"/> for "no upper bound".</summary>
    public int Upper { get; }

    /// <summary>P(observation | level between threshold and upper), up to a common factor; 0 or more.</summary>
    public double LikelihoodAtOrAbove => IsObserved ? _above : 1;

    /// <summary>P(observation | level below the threshold), up to the same factor; 0 or more.</summary>
    public double LikelihoodBelow => IsObserved ? _below : 1;

    /// <summary>
    /// The probability, for each cause apart, that its effect would have come to notice had it been there; above 0, at
    /// most 1. Every activation of this finding is multiplied by it.
    /// </summary>
    public double Detection => 1 - _missed;

    /// <summary>True where nobody reported the finding and nobody asked: a test can still show whether it is there.</summary>
    public bool IsMerelyUnreported => IsObserved && _above == 0 && _missed > 0;

    /// <summary>Nothing is known about the finding.</summary>
    public static Observation Unobserved => default;

    /// <summary>The finding was looked for and is not there.</summary>
    public static Observation Absent { get; } = new(1, int.MaxValue, 0, 1, 1);

    /// <summary>The finding is there, at whatever level.</summary>
    public static Observation Present { get; } = new(1, int.MaxValue, 1, 0, 1);

    /// <summary>
    /// The finding was not reported, but a cause's effect would have been reported only with probability
    /// <paramref name="detection"/>. Stays a product over causes, so it costs no more than a plain "absent".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Detection is not above 0 and at most 1.</exception>
    public static Observation NotReported(double detection)
    {
        if (!(detection > 0 && detection <= 1))
            throw new ArgumentOutOfRangeException(nameof(detection), detection, "Detection must be above 0 and at most 1.");
        return new(1, int.MaxValue, 0, 1, detection);
    }

    /// <summary>The finding is at exactly this level (0 = absent).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is negative.</exception>
    public static Observation AtLevel(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        return level == 0 ? Absent : new(level, level, 1, 0, 1);
    }

    /// <summary>The finding is at this level or a higher one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is below 1.</exception>
    public static Observation AtLeast(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        return new(level, int.MaxValue, 1, 0, 1);
    }

    /// <summary>
    /// An answer that may be wrong: the likelihoods of what was seen if the finding is present (level 1 or more) and if
    /// it is absent. Only their ratio matters to marginals. (1, 0) is "present", (0, 1) is "absent".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A likelihood is negative or not finite, or both are 0.</exception>
    public static Observation Uncertain(double ifPresent, double ifAbsent) => Uncertain(1, ifPresent, ifAbsent);

    /// <summary>As above, with "present" meaning "at level <paramref name="threshold"/> or above".</summary>
    /// <exception cref="ArgumentOutOfRangeException">A likelihood is negative or not finite, both are 0, or the threshold
    /// is below 1.</exception>
    public static Observation Uncertain(int threshold, double ifAtLeast, double ifBelow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        RequireLikelihood(ifAtLeast, nameof(ifAtLeast));
        RequireLikelihood(ifBelow, nameof(ifBelow));
        if (ifAtLeast == 0 && ifBelow == 0)
            throw new ArgumentOutOfRangeException(nameof(ifBelow), "At least one of the two likelihoods must be positive.");
        return new(threshold, int.MaxValue, ifAtLeast, ifBelow, 1);
    }

    private static void RequireLikelihood(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "A likelihood must be finite and not negative.");
    }
}

namespace Nodus.Inference;

/// <summary>
/// A test that could be done next: it asks about one finding and gives an answer. Either the answer is yes or no and may be
/// wrong with known probabilities, or it is the finding's level itself. The default value reads the level of finding 0.
/// </summary>
public readonly record struct FindingTest
{
    private FindingTest(int finding, int threshold, double positiveGivenPresent, double positiveGivenAbsent)
    {
        Finding = finding;
        Threshold = threshold;
        PositiveGivenPresent = positiveGivenPresent;
        PositiveGivenAbsent = positiveGivenAbsent;
    }

    /// <summary>The finding asked about.</summary>
    public int Finding { get; }

    /// <summary>The lowest level that counts as present, 1 or more; 0 when the answer is the level itself.</summary>
    public int Threshold { get; }

    /// <summary>P(answer yes | finding at the threshold or above), 0 to 1; not used when the level is read.</summary>
    public double PositiveGivenPresent { get; }

    /// <summary>P(answer yes | finding below the threshold), 0 to 1; not used when the level is read.</summary>
    public double PositiveGivenAbsent { get; }

    /// <summary>True when the answer is the finding's level.</summary>
    public bool ReadsLevel => Threshold == 0;

    /// <summary>A test that shows the finding's level without error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The finding is negative.</exception>
    public static FindingTest Level(int finding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(finding);
        return new(finding, 0, 0, 0);
    }

    /// <summary>A test that is answered yes or no.</summary>
    /// <param name="finding">The finding asked about.</param>
    /// <param name="positiveGivenPresent">Detection: P(yes | finding present), 0 to 1.</param>
    /// <param name="positiveGivenAbsent">False answers: P(yes | finding absent), 0 to 1.</param>
    /// <param name="threshold">The lowest level that counts as present, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static FindingTest YesNo(
        int finding, double positiveGivenPresent = 1, double positiveGivenAbsent = 0, int threshold = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(finding);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        RequireProbability(positiveGivenPresent, nameof(positiveGivenPresent));
        RequireProbability(positiveGivenAbsent, nameof(positiveGivenAbsent));
        return new(finding, threshold, positiveGivenPresent, positiveGivenAbsent);
    }

    /// <summary>What the answer yes or no says about the finding, as evidence.</summary>
    /// <exception cref="InvalidOperationException">The test reads a level: use <see cref="Observation.AtLevel"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The answer is impossible whether the finding is there or not.</exception>
    public Observation Observe(bool isPositive)
    {
        if (ReadsLevel)
            throw new InvalidOperationException("The test is answered by a level, not by yes or no.");
        return isPositive
            ? Observation.Uncertain(Threshold, PositiveGivenPresent, PositiveGivenAbsent)
            : Observation.Uncertain(Threshold, 1 - PositiveGivenPresent, 1 - PositiveGivenAbsent);
    }

    private static void RequireProbability(double value, string name)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(name, value, "A probability must lie between 0 and 1.");
    }
}

namespace Nodus.Clinical.Knowledge;

/// <summary>What sort of circumstance a context is.</summary>
public enum ContextKind
{
    /// <summary>A complaint or a condition: low back pain.</summary>
    Complaint,

    /// <summary>An injury: whiplash.</summary>
    Injury,

    /// <summary>A headache.</summary>
    Headache,

    /// <summary>An occupation: violinist.</summary>
    Occupation,

    /// <summary>A sport.</summary>
    Sport,
}

/// <summary>How sure a published rate is (GRADE words of prognostic studies).</summary>
public enum RateCertainty
{
    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>Low: small studies, one examiner, not blinded.</summary>
    Low,

    /// <summary>Very low.</summary>
    VeryLow,
}

/// <summary>How a context changes what is expected of a muscle before the drawing is seen: one of the two numbers.</summary>
/// <param name="Muscle">Id of the muscle.</param>
/// <param name="Part">The part, as in ids of points (<c>upper</c> of <c>trapezius.upper_1</c>); null for the whole muscle.</param>
/// <param name="Prior">P(the muscle of the painful side holds an active point | context), shrunk; 0.01 to 0.8.</param>
/// <param name="Odds">Factor on the prior odds, 0.25 to 4.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record ContextPrior(string Muscle, string? Part, double? Prior, double? Odds, Grade Grade)
{
    /// <summary>Least prior.</summary>
    public const double PriorMin = 0.01;

    /// <summary>Greatest prior.</summary>
    public const double PriorMax = 0.8;

    /// <summary>Least factor on the odds.</summary>
    public const double OddsMin = 0.25;

    /// <summary>Greatest factor on the odds.</summary>
    public const double OddsMax = 4;

    /// <summary>P(the muscle of the painful side holds an active point | context), shrunk; 0.01 to 0.8.</summary>
    public double? Prior { get; } = (Prior is null) == (Odds is null)
        ? throw new ArgumentException("Either a prior or a factor on the odds: one of the two.", nameof(Prior))
        : Prior is { } value ? Require.Between(value, PriorMin, PriorMax, nameof(Prior)) : null;

    /// <summary>Factor on the prior odds, 0.25 to 4.</summary>
    public double? Odds { get; } = Odds is { } value ? Require.Between(value, OddsMin, OddsMax, nameof(Odds)) : null;

    /// <summary>Whether it speaks of a point.</summary>
    public bool Covers(TriggerPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return string.Equals(point.MuscleId, Muscle, StringComparison.Ordinal)
            && (Part is null || string.Equals(point.Part, Part, StringComparison.Ordinal));
    }
}

/// <summary>
/// A circumstance in which some muscles are known to be affected more often, with what ranking needs; the rest is its
/// <see cref="ContextMonograph"/>.
/// </summary>
/// <param name="Id">Lower snake case, e.g. <c>low_back_pain</c>.</param>
/// <param name="Name">The therapist's name for it.</param>
/// <param name="Kind">What sort of circumstance.</param>
/// <param name="Muscles">What it changes, at least one.</param>
public sealed record PainContext(string Id, string Name, ContextKind Kind, IReadOnlyList<ContextPrior> Muscles)
{
    /// <summary>Lower snake case, e.g. <c>low_back_pain</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The therapist's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>What it changes, at least one.</summary>
    public IReadOnlyList<ContextPrior> Muscles { get; } = Require.Some(Muscles);
}

/// <summary>Where a number of a context comes from.</summary>
/// <param name="Reported">The rate as published, before shrinking; null where there is none.</param>
/// <param name="Certainty">How sure that rate is; null where there is none.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
/// <param name="Note">Remark; null when there is none.</param>
public sealed record ContextPriorBasis(double? Reported, RateCertainty? Certainty, IReadOnlyList<string> Sources, string? Note);

/// <summary>What is written about a context and not needed for the ranking.</summary>
/// <param name="Id">Id of the <see cref="PainContext"/>.</param>
/// <param name="Plain">In words a patient understands.</param>
/// <param name="Muscles">The basis of each entry of <see cref="PainContext.Muscles"/>, in the same order.</param>
public sealed record ContextMonograph(string Id, string Plain, IReadOnlyList<ContextPriorBasis> Muscles)
{
    /// <summary>Id of the <see cref="PainContext"/>.</summary>
    public string Id { get; } = Require.Text(Id);
}

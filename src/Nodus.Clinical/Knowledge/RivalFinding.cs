using System.Text.Json.Serialization;

namespace Nodus.Clinical.Knowledge;

/// <summary>Which vocabulary a finding is of.</summary>
public enum RivalFindingKind
{
    /// <summary>A yes to a question of the intake.</summary>
    Answer,

    /// <summary>What a movement test shows.</summary>
    Movement,

    /// <summary>What an activity does.</summary>
    Activity,

    /// <summary>A sign other than pain.</summary>
    Sign,

    /// <summary>What a therapist examines; in words, since no vocabulary has it.</summary>
    Observation,
}

/// <summary>Something that can be found and that speaks for or against a rival.</summary>
/// <param name="Kind">Which vocabulary it is of.</param>
/// <param name="Id">Its id there; the words themselves for an observation.</param>
/// <param name="Shows">What the movement test shows; null for all else.</param>
/// <param name="Does">What the activity does; null for all else.</param>
public sealed record RivalFinding(
    RivalFindingKind Kind, string Id, MovementFinding? Shows = null, ActivityDirection? Does = null)
{
    /// <summary>Its id there; the words themselves for an observation.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>What the movement test shows; null for all else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MovementFinding? Shows { get; } = (Kind == RivalFindingKind.Movement) == Shows.HasValue
        ? Shows
        : throw new ArgumentException("A movement test shows something, nothing else does.", nameof(Shows));

    /// <summary>What the activity does; null for all else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ActivityDirection? Does { get; } = (Kind == RivalFindingKind.Activity) == Does.HasValue
        ? Does
        : throw new ArgumentException("An activity does something, nothing else does.", nameof(Does));

    /// <summary>Whether a vocabulary has it, so that a case can state it.</summary>
    [JsonIgnore]
    public bool Coded => Kind != RivalFindingKind.Observation;
}

/// <summary>A finding that makes a rival more likely.</summary>
/// <param name="Finding">What is found.</param>
/// <param name="Strength">P(it is found | the rival is there), 0 to 1.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record SupportingFinding(RivalFinding Finding, double Strength, Grade Grade)
{
    /// <summary>P(it is found | the rival is there), 0 to 1.</summary>
    public double Strength { get; } = Require.Fraction(Strength);
}

/// <summary>A finding that makes a rival less likely.</summary>
/// <param name="Finding">What is found.</param>
/// <param name="Ratio">Likelihood ratio of the finding, 0.05 to 0.95.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record OpposingFinding(RivalFinding Finding, double Ratio, Grade Grade)
{
    /// <summary>Smallest ratio: no single finding rules anything out.</summary>
    public const double RatioMin = 0.05;

    /// <summary>Greatest ratio: what changes less is no finding.</summary>
    public const double RatioMax = 0.95;

    /// <summary>Likelihood ratio of the finding, 0.05 to 0.95.</summary>
    public double Ratio { get; } = Require.Between(Ratio, RatioMin, RatioMax);
}

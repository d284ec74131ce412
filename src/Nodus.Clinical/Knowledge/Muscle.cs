namespace Nodus.Clinical.Knowledge;

/// <summary>A muscle with what the engine and the first screen need; the rest is its <see cref="MuscleMonograph"/>.</summary>
/// <param name="Id">Lower snake case of the English Terminologia Anatomica name.</param>
/// <param name="Name">English name.</param>
/// <param name="Latin">Latin name.</param>
/// <param name="Synonyms">Other names in use.</param>
/// <param name="Group">Body area: head_neck, shoulder_arm, forearm_hand, chest, trunk, pelvis, hip_thigh, leg_foot.</param>
/// <param name="Plain">One or two sentences for the patient.</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Points">Its trigger points, at least one.</param>
/// <param name="Movements">Movement tests that respond to its points.</param>
/// <param name="Activities">Activities that provoke or ease.</param>
/// <param name="Signs">Signs other than pain.</param>
/// <param name="Factors">What keeps its points active.</param>
/// <param name="Satellites">Ids of muscles in which its points set off others.</param>
/// <param name="Sources">Ids of sources, at least one.</param>
public sealed record Muscle(
    string Id,
    string Name,
    string Latin,
    IReadOnlyList<string> Synonyms,
    string Group,
    string Plain,
    Confidence Confidence,
    IReadOnlyList<TriggerPoint> Points,
    IReadOnlyList<MovementEffect> Movements,
    IReadOnlyList<ActivityEffect> Activities,
    IReadOnlyList<SignAssociation> Signs,
    IReadOnlyList<FactorOdds> Factors,
    IReadOnlyList<string> Satellites,
    IReadOnlyList<string> Sources)
{
    /// <summary>Lower snake case of the English Terminologia Anatomica name.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>English name.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>Its trigger points, at least one.</summary>
    public IReadOnlyList<TriggerPoint> Points { get; } = Require.Some(Points);

    /// <summary>Movement tests that respond to its points.</summary>
    public IReadOnlyList<MovementEffect> Movements { get; } = Require.List(Movements);

    /// <summary>Activities that provoke or ease.</summary>
    public IReadOnlyList<ActivityEffect> Activities { get; } = Require.List(Activities);

    /// <summary>Signs other than pain.</summary>
    public IReadOnlyList<SignAssociation> Signs { get; } = Require.List(Signs);

    /// <summary>What keeps its points active.</summary>
    public IReadOnlyList<FactorOdds> Factors { get; } = Require.List(Factors);

    /// <summary>Ids of sources, at least one.</summary>
    public IReadOnlyList<string> Sources { get; } = Require.Some(Sources);
}

using System.Text.Json.Serialization;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;

namespace Nodus.Clinical.Knowledge;

/// <summary>What sort of structure a rival belongs to.</summary>
public enum RivalKind
{
    /// <summary>A spinal nerve root.</summary>
    NerveRoot,

    /// <summary>A peripheral or cranial nerve, or a plexus.</summary>
    Nerve,

    /// <summary>A joint with its capsule, disc or cartilage.</summary>
    Joint,

    /// <summary>A tendon, bursa, fascia or ligament; a torn muscle.</summary>
    TendonFascia,

    /// <summary>A bone.</summary>
    Bone,

    /// <summary>A primary or secondary headache.</summary>
    Headache,

    /// <summary>An internal organ.</summary>
    Organ,

    /// <summary>An artery or vein.</summary>
    Vascular,

    /// <summary>The whole body: inflammatory, metabolic, malignant, widespread pain.</summary>
    Systemic,

    /// <summary>The skin.</summary>
    Skin,
}

/// <summary>How soon somebody other than the therapist must see to it.</summary>
public enum Urgency
{
    /// <summary>Ambulance, now.</summary>
    Emergency,

    /// <summary>A physician the same day.</summary>
    Urgent,

    /// <summary>A physician within days.</summary>
    Soon,

    /// <summary>A physician at leisure, or none while it does well.</summary>
    Routine,

    /// <summary>It passes by itself.</summary>
    SelfLimiting,
}

/// <summary>On which sides of the body a rival can exist.</summary>
public enum Sidedness
{
    /// <summary>Once on either side.</summary>
    Paired,

    /// <summary>One for the whole body.</summary>
    Unpaired,

    /// <summary>One, whose pain lies to the left.</summary>
    LeftOnly,

    /// <summary>One, whose pain lies to the right.</summary>
    RightOnly,
}

/// <summary>
/// Another explanation of a pain than a trigger point, with what ranking needs; the rest is its <see cref="RivalMonograph"/>.
/// </summary>
/// <param name="Id">Lower snake case, e.g. <c>radiculopathy_c6</c>.</param>
/// <param name="Name">The clinician's name for it.</param>
/// <param name="Kind">What sort of structure it belongs to.</param>
/// <param name="Sidedness">On which sides it can exist.</param>
/// <param name="Pattern">To which side its pain goes, seen from its own side.</param>
/// <param name="Qualities">What its pain feels like.</param>
/// <param name="For">Coded findings that make it more likely; observations are in the monograph.</param>
/// <param name="Against">Coded findings that speak against it.</param>
/// <param name="Separate">What tells it apart from muscle pain at the same place.</param>
/// <param name="Urgency">How soon somebody else must see to it.</param>
/// <param name="Prior">P(it is there) before anything is known, for one side; 0.0005 to 0.2. Grade and source: <see cref="RivalPrior"/>.</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Sources">Ids of sources, at least one.</param>
/// <param name="Zones">The zones it makes painful, strongest first: of a paired one as it lies on the left, of any other as it is.</param>
/// <param name="Bearers">In whom it exists.</param>
public sealed record Rival(
    string Id,
    string Name,
    RivalKind Kind,
    Sidedness Sidedness,
    ReferralLaterality Pattern,
    IReadOnlyList<PainQuality> Qualities,
    IReadOnlyList<SupportingFinding> For,
    IReadOnlyList<OpposingFinding> Against,
    IReadOnlyList<string> Separate,
    Urgency Urgency,
    double Prior,
    Confidence Confidence,
    IReadOnlyList<string> Sources,
    IReadOnlyList<ReferralZone> Zones,
    Bearers Bearers)
{
    /// <summary>Lower snake case, e.g. <c>radiculopathy_c6</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The clinician's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>Coded findings that make it more likely; observations are in the monograph.</summary>
    public IReadOnlyList<SupportingFinding> For { get; } = Require.List(For);

    /// <summary>Coded findings that speak against it.</summary>
    public IReadOnlyList<OpposingFinding> Against { get; } = Require.List(Against);

    /// <summary>What tells it apart from muscle pain at the same place.</summary>
    public IReadOnlyList<string> Separate { get; } = Require.Some(Separate);

    /// <summary>P(it is there) before anything is known, for one side; 0.0005 to 0.2.</summary>
    public double Prior { get; } = Require.Between(Prior, RivalPrior.ValueMin, RivalPrior.ValueMax);

    /// <summary>Ids of sources, at least one.</summary>
    public IReadOnlyList<string> Sources { get; } = Require.Some(Sources);

    /// <summary>The zones it makes painful, strongest first: of a paired one as it lies on the left, of any other as it is.</summary>
    public IReadOnlyList<ReferralZone> Zones { get; } = Require.List(Zones);

    /// <summary>Whether it exists once on either side.</summary>
    [JsonIgnore]
    public bool Paired => Sidedness == Sidedness.Paired;

    /// <summary>The sides it can lie on; the midline stands for one of the whole body.</summary>
    [JsonIgnore]
    public IReadOnlyList<Side> Sides => Sidedness switch
    {
        Sidedness.Paired => [Side.Left, Side.Right],
        Sidedness.LeftOnly => [Side.Left],
        Sidedness.RightOnly => [Side.Right],
        _ => [Side.Midline],
    };

    /// <summary>The zones it makes painful when it lies on the given side, strongest first.</summary>
    /// <param name="side">One of <see cref="Sides"/>; what exists once has the same zones for any.</param>
    public IReadOnlyList<ReferralZone> ZonesOn(Side side) =>
        Paired && side == Side.Right ? [.. Zones.Select(zone => zone.Mirrored())] : Zones;
}

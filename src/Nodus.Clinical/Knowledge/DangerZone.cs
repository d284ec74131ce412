using System.Text.Json.Serialization;
using Nodus.Anatomy;

namespace Nodus.Clinical.Knowledge;

/// <summary>What lies under the skin of a danger zone; of several, what matters most.</summary>
public enum DangerStructure
{
    /// <summary>An artery.</summary>
    Artery,

    /// <summary>A vein.</summary>
    Vein,

    /// <summary>A nerve.</summary>
    Nerve,

    /// <summary>A plexus of nerves.</summary>
    Plexus,

    /// <summary>The pleura; a needle or thumb between ribs may reach the lung.</summary>
    Pleura,

    /// <summary>An internal organ.</summary>
    Organ,

    /// <summary>The airway.</summary>
    Airway,

    /// <summary>A gland.</summary>
    Gland,

    /// <summary>A bone or bony process that breaks or hurts under load.</summary>
    Bone,

    /// <summary>The spinal cord.</summary>
    SpinalCord,

    /// <summary>The eye.</summary>
    Eye,

    /// <summary>Thin or intimate skin.</summary>
    Skin,
}

/// <summary>A technique that is allowed over a danger zone when it is changed.</summary>
/// <param name="Technique">Which.</param>
/// <param name="How">In what way.</param>
public sealed record TechniqueModification(Technique Technique, string How)
{
    /// <summary>In what way.</summary>
    public string How { get; } = Require.Text(How);
}

/// <summary>A pain zone that a danger zone lies in.</summary>
/// <param name="Zone">Id of the pain zone.</param>
/// <param name="Side">Its side, for the danger zone of the body's left.</param>
/// <param name="Coverage">Part of the pain zone's area, 0 to 1.</param>
public sealed record ZoneOverlap(string Zone, Side Side, double Coverage);

/// <summary>
/// A place of the body where pressing, rubbing or needling can do harm: a region of skin with what lies beneath it. Its
/// skin is painted by <see cref="DangerZonePaint"/>.
/// </summary>
/// <param name="Id">Lower snake case, e.g. <c>femoral_triangle</c>.</param>
/// <param name="Name">The clinician's name for it.</param>
/// <param name="Plain">In words a patient understands.</param>
/// <param name="Structure">What lies beneath.</param>
/// <param name="Paired">Whether it exists once on either side.</param>
/// <param name="Depth">How deep, in words.</param>
/// <param name="Risk">What can happen.</param>
/// <param name="Rule">What may be done there, and how.</param>
/// <param name="Avoid">Techniques not to be used there at all.</param>
/// <param name="Modify">Techniques to be changed there.</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Grade">Where the rule comes from.</param>
/// <param name="Sources">Ids of sources, at least one.</param>
/// <param name="Zones">The pain zones it lies in, most of its skin first.</param>
/// <param name="Points">Ids of the trigger points that are pressed through its skin, in the order of the muscle list.</param>
public sealed record DangerZone(
    string Id,
    string Name,
    string Plain,
    DangerStructure Structure,
    bool Paired,
    string Depth,
    string Risk,
    string Rule,
    IReadOnlyList<Technique> Avoid,
    IReadOnlyList<TechniqueModification> Modify,
    Confidence Confidence,
    Grade Grade,
    IReadOnlyList<string> Sources,
    IReadOnlyList<ZoneOverlap> Zones,
    IReadOnlyList<string> Points)
{
    /// <summary>Lower snake case, e.g. <c>femoral_triangle</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The clinician's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>What can happen.</summary>
    public string Risk { get; } = Require.Text(Risk);

    /// <summary>What may be done there, and how.</summary>
    public string Rule { get; } = Require.Text(Rule);

    /// <summary>Ids of sources, at least one.</summary>
    public IReadOnlyList<string> Sources { get; } = Require.Some(Sources);

    /// <summary>The sides it can be drawn on; the midline stands for one of the whole body.</summary>
    [JsonIgnore]
    public IReadOnlyList<Side> Sides => Paired ? [Side.Left, Side.Right] : [Side.Midline];

    /// <summary>Whether a technique is never used there.</summary>
    public bool Forbids(Technique technique) => Avoid.Contains(technique);
}

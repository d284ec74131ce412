using System.Text.Json;

namespace Nodus.Clinical.Knowledge;

/// <summary>Where a muscle arises and where it inserts.</summary>
public sealed record Attachments(string Origin, string Insertion)
{
    /// <summary>Where it arises.</summary>
    public string Origin { get; } = Require.Text(Origin);

    /// <summary>Where it inserts.</summary>
    public string Insertion { get; } = Require.Text(Insertion);
}

/// <summary>What drives a muscle.</summary>
/// <param name="Nerve">Peripheral or cranial nerve.</param>
/// <param name="Roots">Spinal roots or cranial nerve numbers.</param>
public sealed record Innervation(string Nerve, IReadOnlyList<string> Roots)
{
    /// <summary>Peripheral or cranial nerve.</summary>
    public string Nerve { get; } = Require.Text(Nerve);

    /// <summary>Spinal roots or cranial nerve numbers.</summary>
    public IReadOnlyList<string> Roots { get; } = Require.List(Roots);
}

/// <summary>How to examine a point by touch.</summary>
/// <param name="Position">How patient and therapist are placed.</param>
/// <param name="Contact">What the finger does, where, across which fibres.</param>
/// <param name="PressureKg">Force on about 1 cm2, 0 to 4 kg: 2 s to find, 5 s for referral.</param>
/// <param name="Grade">Where the force comes from.</param>
public sealed record Palpation(string Position, string Contact, double PressureKg, Grade Grade)
{
    /// <summary>Least force: a point out of reach is not pressed.</summary>
    public const double PressureKgMin = 0;

    /// <summary>Greatest force that the knowledge allows, in kilograms.</summary>
    public const double PressureKgMax = 4;

    /// <summary>How patient and therapist are placed.</summary>
    public string Position { get; } = Require.Text(Position);

    /// <summary>What the finger does, where, across which fibres.</summary>
    public string Contact { get; } = Require.Text(Contact);

    /// <summary>Force on about 1 cm2, 0 to 4 kg: 2 s to find, 5 s for referral.</summary>
    public double PressureKg { get; } = Require.Between(PressureKg, PressureKgMin, PressureKgMax);
}

/// <summary>Something else that produces the same pain.</summary>
/// <param name="Rival">Id of the <see cref="Knowledge.Rival"/>; null for one that has no entry.</param>
/// <param name="Name">Its name; null for a <see cref="Knowledge.Rival"/>, which has its own.</param>
/// <param name="Separate">What tells it apart from this muscle.</param>
public sealed record LookAlike(string? Rival, string? Name, string Separate)
{
    /// <summary>Its name; null for a <see cref="Knowledge.Rival"/>, which has its own.</summary>
    public string? Name { get; } = (Rival is null) == (Name is not null)
        ? Name
        : throw new ArgumentException("Either a rival or a name: one of the two.", nameof(Name));

    /// <summary>What tells it apart from this muscle.</summary>
    public string Separate { get; } = Require.Text(Separate);
}

/// <summary>A danger zone that the contact comes near.</summary>
/// <param name="Zone">Id of the danger zone.</param>
/// <param name="Note">What that means at this muscle.</param>
public sealed record NearbyDanger(string Zone, string Note)
{
    /// <summary>Id of the danger zone.</summary>
    public string Zone { get; } = Require.Text(Zone);

    /// <summary>What that means at this muscle.</summary>
    public string Note { get; } = Require.Text(Note);
}

/// <summary>The texts of one trigger point.</summary>
/// <param name="Id">Id of the <see cref="TriggerPoint"/>.</param>
/// <param name="Place">The place in the grammar of the knowledge format.</param>
/// <param name="Description">The referral pattern in words.</param>
/// <param name="Palpation">How to examine it; null for a point out of reach.</param>
public sealed record PointMonograph(string Id, string Place, string Description, Palpation? Palpation);

/// <summary>All that is written about one muscle and not needed for the ranking; loaded when its page is opened.</summary>
/// <param name="Id">Id of the <see cref="Muscle"/>.</param>
/// <param name="Codes">Codes of other systems by system name, e.g. <c>snomed</c>.</param>
/// <param name="Attachments">Origin and insertion.</param>
/// <param name="Action">What it does.</param>
/// <param name="Innervation">What drives it.</param>
/// <param name="Points">Texts of each point, in the muscle's order.</param>
/// <param name="LookAlikes">What else produces this pain.</param>
/// <param name="Techniques">How each technique is done here.</param>
/// <param name="Stretch">A stretch; null when none is advised.</param>
/// <param name="SelfRelease">Self-pressure, or why not.</param>
/// <param name="Cautions">At least one, particular to this muscle.</param>
/// <param name="DangerZones">Nerves, vessels, organs near the contact.</param>
/// <param name="Notes">What was read, what is general knowledge, where sources differ; null when nothing is noted.</param>
public sealed record MuscleMonograph(
    string Id,
    IReadOnlyDictionary<string, string> Codes,
    Attachments Attachments,
    IReadOnlyList<string> Action,
    Innervation Innervation,
    IReadOnlyList<PointMonograph> Points,
    IReadOnlyList<LookAlike> LookAlikes,
    IReadOnlyList<TechniqueProtocol> Techniques,
    Stretch? Stretch,
    SelfRelease SelfRelease,
    IReadOnlyList<string> Cautions,
    IReadOnlyList<NearbyDanger> DangerZones,
    string? Notes)
{
    /// <summary>Id of the <see cref="Muscle"/>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>Texts of each point, in the muscle's order.</summary>
    public IReadOnlyList<PointMonograph> Points { get; } = Require.Some(Points);

    /// <summary>At least one, particular to this muscle.</summary>
    public IReadOnlyList<string> Cautions { get; } = Require.Some(Cautions);

    /// <summary>Reads what <see cref="Write"/> wrote: a file of <c>muscles/</c> in the compiled data.</summary>
    /// <exception cref="InvalidDataException">Not a monograph.</exception>
    public static MuscleMonograph Read(Stream stream) => KnowledgeJson.Read(stream, KnowledgeJson.Default.MuscleMonograph, "a muscle monograph", monograph => monograph);

    /// <summary>Writes as JSON, the same bytes for the same content.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(stream, this, KnowledgeJson.Default.MuscleMonograph);
}

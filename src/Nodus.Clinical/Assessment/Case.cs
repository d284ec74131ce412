using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>Pain of one zone, told or drawn.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="Coverage">Painful part of the zone, 0 to 1; 1 when the zone was named and not drawn.</param>
/// <param name="Intensity">0 (no pain) to 10; null when not told.</param>
/// <param name="Qualities">Words of feeling; may be empty.</param>
public sealed record PainReport(ZoneSite Site, double Coverage, double? Intensity, IReadOnlyList<string> Qualities)
{
    /// <summary>Where in the zone: the number of the patch, from 0 (<see cref="Zone.Patches"/>); null when not known.</summary>
    public int? Patch { get; init; }

    /// <summary>Pain as a drawing has it; paint all over a zone tells no place in it.</summary>
    public static PainReport From(ZonePain pain)
    {
        ArgumentNullException.ThrowIfNull(pain);
        return new(pain.Site, pain.Coverage, pain.Intensity, [.. pain.Qualities.Select(quality => quality.ToWord())]) { Patch = pain.Coverage < PainReporting.WholeCoverage ? pain.Patch : null };
    }
}

/// <summary>What a movement test showed.</summary>
public enum MovementResult
{
    /// <summary>Nothing wrong.</summary>
    Normal,

    /// <summary>Less range than normal.</summary>
    Restricted,

    /// <summary>The familiar pain.</summary>
    Painful,

    /// <summary>Less force than normal.</summary>
    Weak,
}

/// <summary>A movement test and its result on one side.</summary>
/// <param name="Test">The test.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Result">What it showed.</param>
public sealed record MovementObservation(Movement Test, Side Side, MovementResult Result);

/// <summary>What pressing a point showed. Null means "not examined", never "no".</summary>
/// <param name="Point">The point.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Tender">The spot hurts under about 2 to 3 kg.</param>
/// <param name="Recognised">The patient knows the sensation as the complaint.</param>
/// <param name="Referred">A sensation was felt elsewhere.</param>
/// <param name="TautBand">A taut band was felt.</param>
/// <param name="Twitch">A local twitch was seen or felt.</param>
public sealed record PalpationFinding(
    TriggerPoint Point, Side Side, bool? Tender, bool? Recognised, bool? Referred, bool? TautBand, bool? Twitch)
{
    /// <summary>Where the sensation was felt, as the patient showed it; empty when nobody asked.</summary>
    public IReadOnlyList<ZoneSite> ReferredTo { get; init; } = [];
}

/// <summary>How far the hands that press can be trusted.</summary>
public enum Examiner
{
    /// <summary>Trained, and calibrated against others: the signs count as the table has them.</summary>
    Trained,

    /// <summary>New to it: each sign counts by how well examiners agree on it.</summary>
    Novice,
}

/// <summary>
/// Everything known about one person's pain at one time: the input of the assessment. What is not in it is unknown, never
/// absent; only zones without pain are read off the picture, once there is a picture.
/// </summary>
public sealed record Case
{
    /// <summary>Age in years, 0 to 120; null when unknown.</summary>
    public int? Age { get; init; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>Zones with their pain, told and drawn; one entry a site. Intensity 0 says "no pain there".</summary>
    public IReadOnlyList<PainReport> Pain { get; init; } = [];

    /// <summary>Answers by question id; a question that is not there was not answered.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Questions that were asked and answered "not sure", by id: unknown still, but not to be asked again.</summary>
    public IReadOnlySet<string> Unsure { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The id by which <see cref="Unsure"/> has it that nobody knows whether a zone hurts: <c>pain:hand_palmar:right</c>.</summary>
    public static string PainQuestion(ZoneSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return $"pain:{site.Zone.Id}:{site.Side.ToWord()}";
    }

    /// <summary>Measured answers by question id, in the unit of the question.</summary>
    public IReadOnlyDictionary<string, double> Measurements { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What provokes the pain.</summary>
    public IReadOnlyList<DailyActivity> Activities { get; init; } = [];

    /// <summary>What keeps it going.</summary>
    public IReadOnlyList<PerpetuatingFactor> Factors { get; init; } = [];

    /// <summary>The circumstances it came in: complaint, injury, occupation, sport.</summary>
    public IReadOnlyList<PainContext> Contexts { get; init; } = [];

    /// <summary>Movement tests done.</summary>
    public IReadOnlyList<MovementObservation> Movements { get; init; } = [];

    /// <summary>Points pressed.</summary>
    public IReadOnlyList<PalpationFinding> Palpation { get; init; } = [];

    /// <summary>Who pressed.</summary>
    public Examiner Examiner { get; init; }

    /// <summary>What pressing showed at earlier visits: this patient's own referral.</summary>
    public ReferralMap Map { get; init; } = ReferralMap.Empty;

    /// <summary>Past illnesses in free words; for the safety rules.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Medication in free words; for the safety rules.</summary>
    public IReadOnlyList<string> Medication { get; init; } = [];

    /// <summary>The complaint in the patient's own words; null when none.</summary>
    public string? PatientText { get; init; }
}

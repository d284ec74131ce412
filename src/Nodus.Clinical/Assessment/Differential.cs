using System.Text.Json;
using System.Text.Json.Serialization;
using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What would explain a case: the output of <c>nodus locate --json</c>. A probability is that of "an expert would call this an
/// active trigger point", never of a lesion.
/// </summary>
/// <param name="Engine">Version of the inference and of the model around it.</param>
/// <param name="Knowledge">Version of the knowledge base.</param>
/// <param name="Atlas">Version of the atlas.</param>
/// <param name="Muscles">Every muscle side more probable than before the case, best first; equals by the order of the
/// muscle list, left before right.</param>
/// <param name="Rivals">Other explanations than muscles that are more probable than before and than one in a hundred, best first.</param>
/// <param name="NotToMiss">Emergencies and urgent conditions whose pain can lie where this pain lies, however rare: what fits best first.</param>
/// <param name="Zones">Each painful zone: what may cause it, and how much is left to the unknown.</param>
/// <param name="Together">One set of causes that together explain the picture.</param>
/// <param name="Next">What to press, move or ask next: the most information for a second's effort first; whether it hurts elsewhere last.</param>
/// <param name="Enough">Whether further tests would change little.</param>
/// <param name="Widespread">How widespread the pain is; null unless that is the first thing to think of.</param>
/// <param name="Summary">All of it in one paragraph of plain words, each claim taken from the fields above.</param>
/// <param name="Exact">True when the numbers are exact for the model; false for a labelled approximation.</param>
public sealed record Differential(
    string Engine,
    string Knowledge,
    string Atlas,
    IReadOnlyList<MuscleRank> Muscles,
    IReadOnlyList<RivalRank> Rivals,
    IReadOnlyList<GraveLookAlike> NotToMiss,
    IReadOnlyList<ZoneReading> Zones,
    CauseSet Together,
    IReadOnlyList<NextTest> Next,
    bool Enough,
    WidespreadNote? Widespread,
    string Summary,
    bool Exact)
{
    /// <summary>What the gate said about the case; first in the output for programs, and only there.</summary>
    [JsonPropertyOrder(-1)]
    public TriageReport? Triage { get; init; }

    /// <summary>The differential as UTF-8 JSON, one object, the same bytes for the same content.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, DifferentialJson.Default.Differential);
}

/// <summary>A muscle of one side.</summary>
/// <param name="Muscle">Id.</param>
/// <param name="Side"><c>left</c> or <c>right</c>.</param>
/// <param name="Probability">P(at least one of its points is active), four decimals.</param>
/// <param name="Band"><c>unlikely</c> below 0.2, <c>possible</c> to 0.5, <c>likely</c> to 0.8, else <c>very likely</c>.</param>
/// <param name="Points">Its points, most probable first.</param>
/// <param name="Explains">Painful zones it answers for.</param>
/// <param name="For">What speaks for it, strongest first.</param>
/// <param name="Against">What speaks against it, strongest first.</param>
/// <param name="Missing">What nobody has looked for yet and would speak loudest, for or against.</param>
public sealed record MuscleRank(
    string Muscle,
    string Side,
    double Probability,
    string Band,
    IReadOnlyList<PointRank> Points,
    IReadOnlyList<ZoneShare> Explains,
    IReadOnlyList<string> For,
    IReadOnlyList<string> Against,
    IReadOnlyList<string> Missing);

/// <summary>A point and P(it is active), four decimals.</summary>
/// <param name="Point">Id.</param>
/// <param name="Probability">P(active).</param>
public sealed record PointRank(string Point, double Probability);

/// <summary>How much of a painful zone something answers for.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="Share">Expected share of the responsibility, 0 to 1; over all causes and the unknown it adds up to 1.</param>
public sealed record ZoneShare(string Zone, string Side, double Share);

/// <summary>An explanation other than a muscle.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">What sort: <c>nerve_root</c>, <c>joint</c>, <c>organ</c> ...</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="Probability">P(it is there), four decimals.</param>
/// <param name="Band">As for muscles.</param>
/// <param name="Urgency">How soon somebody else must see to it: <c>emergency</c>, <c>urgent</c>, <c>soon</c>, <c>routine</c>, <c>self_limiting</c>.</param>
/// <param name="Explains">Painful zones it answers for.</param>
/// <param name="For">What speaks for it, strongest first.</param>
/// <param name="Against">What speaks against it, strongest first.</param>
/// <param name="Separate">What tells it apart from muscle pain.</param>
public sealed record RivalRank(
    string Id,
    string Kind,
    string Side,
    double Probability,
    string Band,
    string Urgency,
    IReadOnlyList<ZoneShare> Explains,
    IReadOnlyList<string> For,
    IReadOnlyList<string> Against,
    IReadOnlyList<string> Separate);

/// <summary>
/// A condition that somebody else must see to at once or today, and that can hurt like this. It is named for what it would
/// cost to miss it, not because it is probable.
/// </summary>
/// <param name="Id">Id of the rival.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="Urgency"><c>emergency</c> or <c>urgent</c>.</param>
/// <param name="Probability">P(it is there), six decimals: often below one in a thousand.</param>
/// <param name="Zones">Painful zones where its pain can lie.</param>
/// <param name="Ask">What would point to it and was neither told nor ruled out, strongest first.</param>
public sealed record GraveLookAlike(
    string Id, string Side, string Urgency, double Probability, IReadOnlyList<ZonePlace> Zones, IReadOnlyList<string> Ask);

/// <summary>A painful zone and what may cause it.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="By">What may cause it, the largest share first; at most five.</param>
/// <param name="Unknown">P(nothing that is known causes it), four decimals.</param>
public sealed record ZoneReading(string Zone, string Side, IReadOnlyList<CauseShare> By, double Unknown);

/// <summary>What a muscle or a rival answers for of one zone.</summary>
/// <param name="Muscle">Id of the muscle; null for a rival.</param>
/// <param name="Rival">Id of the rival; null for a muscle.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="Share">As for <see cref="ZoneShare"/>.</param>
public sealed record CauseShare(string? Muscle, string? Rival, string Side, double Share);

/// <summary>One set of causes that together explain the picture: one reading of it, never the answer.</summary>
/// <param name="Points">Its points, as <c>infraspinatus.1:right</c>.</param>
/// <param name="Rivals">Its rivals, as <c>radiculopathy_c6:right</c>.</param>
/// <param name="Proven">True when no set is more probable; false when that was not settled within the time there is.</param>
/// <param name="Probability">P(exactly these are there); usually a few per cent.</param>
/// <param name="Unexplained">Painful zones that probably nothing known causes: a reason to look further.</param>
public sealed record CauseSet(
    IReadOnlyList<string> Points, IReadOnlyList<string> Rivals, bool Proven, double Probability, IReadOnlyList<ZonePlace> Unexplained);

/// <summary>A zone and its side.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
public sealed record ZonePlace(string Zone, string Side);

/// <summary>A test worth doing.</summary>
/// <param name="Test">What: <c>palpate:infraspinatus.1:right</c>, <c>move:shoulder_abduction:right</c>, <c>ask:numbness_patch</c>,
/// <c>ask:pain:hand_palmar:right</c> whether it hurts there too (told as pain, of intensity 0 where it does not), or <c>ask:side</c>
/// where left and right contradict each other.</param>
/// <param name="Bits">Expected information about all causes together, in bits.</param>
/// <param name="Seconds">What it takes; elicited.</param>
/// <param name="Positive">P(it is positive), four decimals.</param>
/// <param name="Why">In words.</param>
public sealed record NextTest(string Test, double Bits, double Seconds, double Positive, string Why)
{
    /// <summary>What is pressed in the same turn: other points of the same muscle that are reached alike and may cause the pain, on
    /// either side, as nobody lets go of a muscle with half of it pressed. Bits and P(positive) are those of the first alone; seconds count them all.</summary>
    public IReadOnlyList<string> Along { get; init; } = [];
}

/// <summary>Pain so widespread that a list of points will not explain it.</summary>
/// <param name="Regions">How many of the five regions of the body hurt: 2016 criteria of fibromyalgia, from four on (published).</param>
/// <param name="Note">What to think of first, in words.</param>
public sealed record WidespreadNote(int Regions, string Note);

/// <summary>Writers made at build time, so that trimming in the browser cannot remove what they need.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Differential))]
internal sealed partial class DifferentialJson : JsonSerializerContext;

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
/// <param name="Rivals">Other explanations than muscles; none are known in this version.</param>
/// <param name="Together">One set of points that together explain the picture.</param>
/// <param name="Next">Points worth pressing next, most informative first.</param>
/// <param name="Exact">True when the numbers are exact for the model; false for a labelled approximation.</param>
public sealed record Differential(
    string Engine,
    string Knowledge,
    string Atlas,
    IReadOnlyList<MuscleRank> Muscles,
    IReadOnlyList<RivalRank> Rivals,
    PointSet Together,
    IReadOnlyList<NextTest> Next,
    bool Exact)
{
    /// <summary>What the gate said about the case; first in the output.</summary>
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
public sealed record MuscleRank(
    string Muscle,
    string Side,
    double Probability,
    string Band,
    IReadOnlyList<PointRank> Points,
    IReadOnlyList<ZoneShare> Explains,
    IReadOnlyList<string> For,
    IReadOnlyList<string> Against);

/// <summary>A point and P(it is active), four decimals.</summary>
/// <param name="Point">Id.</param>
/// <param name="Probability">P(active).</param>
public sealed record PointRank(string Point, double Probability);

/// <summary>How much of a painful zone something answers for.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
/// <param name="Share">Expected share of the responsibility, 0 to 1; over all muscles and the unknown it adds up to 1.</param>
public sealed record ZoneShare(string Zone, string Side, double Share);

/// <summary>An explanation other than a muscle.</summary>
/// <param name="Id">Id.</param>
/// <param name="Kind">What sort: nerve root, joint, organ ...</param>
/// <param name="Side">Side.</param>
/// <param name="Probability">P(present).</param>
/// <param name="Separate">What tells it apart.</param>
public sealed record RivalRank(string Id, string Kind, string Side, double Probability, IReadOnlyList<string> Separate);

/// <summary>One set of points that together explain the picture: one reading of it, never the answer.</summary>
/// <param name="Points">The points, as <c>infraspinatus.1:right</c>.</param>
/// <param name="Proven">True when no set is more probable; false when the search was cut short.</param>
/// <param name="Probability">P(exactly these are active); usually a few per cent.</param>
/// <param name="Unexplained">Painful zones that probably no point causes: a reason to look further.</param>
public sealed record PointSet(
    IReadOnlyList<string> Points, bool Proven, double Probability, IReadOnlyList<ZonePlace> Unexplained);

/// <summary>A zone and its side.</summary>
/// <param name="Zone">Id of the zone.</param>
/// <param name="Side"><c>left</c>, <c>right</c> or <c>midline</c>.</param>
public sealed record ZonePlace(string Zone, string Side);

/// <summary>A test worth doing.</summary>
/// <param name="Test">What: <c>palpate:infraspinatus.1:right</c>.</param>
/// <param name="Bits">Expected information about all points, in bits.</param>
/// <param name="Why">In words.</param>
public sealed record NextTest(string Test, double Bits, string Why);

/// <summary>Writers made at build time, so that trimming in the browser cannot remove what they need.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Differential))]
internal sealed partial class DifferentialJson : JsonSerializerContext;

using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>A muscle as its file says it: all words read and checked, the pattern not yet laid over a body.</summary>
internal sealed record MuscleEntry(
    string Path,
    string Id,
    string Name,
    string Latin,
    IReadOnlyList<string> Synonyms,
    string Group,
    string Plain,
    Confidence Confidence,
    IReadOnlyList<PointEntry> Points,
    IReadOnlyList<MovementEffect> Movements,
    IReadOnlyList<ActivityEffect> Activities,
    IReadOnlyList<SignAssociation> Signs,
    IReadOnlyList<string> Satellites,
    IReadOnlyList<string> Sources,
    MuscleMonograph Monograph)
{
    /// <summary>The muscle with its points as compiled.</summary>
    public Muscle With(IReadOnlyList<TriggerPoint> points) => new(
        Id, Name, Latin, Synonyms, Group, Plain, Confidence, points, Movements, Activities, Signs, Satellites, Sources);
}

/// <summary>A trigger point as its file says it.</summary>
internal sealed record PointEntry(
    string Id,
    string Name,
    string Plain,
    PlaceReference Place,
    Mark PlaceAt,
    double DepthCm,
    Reach Reach,
    ReferralLaterality Pattern,
    bool Painless,
    Confidence Confidence,
    IReadOnlyList<string> Sources,
    IReadOnlyList<StrokeEntry> Strokes,
    IReadOnlyList<InsetEntry> Insets)
{
    /// <summary>True for a bilateral pattern whose strokes name one side only; the other side is their mirror image.</summary>
    public bool MirrorsItself => Pattern == ReferralLaterality.Bilateral && !Strokes.Any(stroke => stroke.Crosses);

    /// <summary>The point with what the atlas adds.</summary>
    public TriggerPoint With(PressSite site, IReadOnlyList<ReferralZone> zones) => new(
        Id, Name, Plain, site, DepthCm, Reach, Pattern, Painless, Confidence, Sources, zones);
}

/// <summary>One stroke of a pattern.</summary>
/// <param name="Kind">Essential or spillover.</param>
/// <param name="Strength">How strongly it is filled, 0 to 1.</param>
/// <param name="Through">Its places in order, at least one, each with a radius.</param>
/// <param name="Words">The same places as written.</param>
/// <param name="At">Where it stands in the file.</param>
internal sealed record StrokeEntry(
    ReferralKind Kind,
    double Strength,
    IReadOnlyList<PlaceReference> Through,
    IReadOnlyList<string> Words,
    Mark At)
{
    /// <summary>Whether it names the opposite side.</summary>
    public bool Crosses => Through.Any(place => place.From.Opposite || place.Towards is { Opposite: true });
}

/// <summary>A zone without skin that belongs to a pattern.</summary>
internal sealed record InsetEntry(string Zone, ReferralKind Kind, double Strength);

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
    IReadOnlyList<FactorOdds> Factors,
    IReadOnlyList<string> Satellites,
    IReadOnlyList<string> Sources,
    MuscleMonograph Monograph)
{
    /// <summary>The muscle with its points as compiled.</summary>
    public Muscle With(IReadOnlyList<TriggerPoint> points) => new(
        Id, Name, Latin, Synonyms, Group, Plain, Confidence, points, Movements, Activities, Signs, Factors, Satellites, Sources);
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
    PatternEntry Pattern,
    bool Painless,
    Confidence Confidence,
    IReadOnlyList<string> Sources)
{
    /// <summary>The point with what the atlas adds.</summary>
    public TriggerPoint With(PressSite site, IReadOnlyList<ReferralZone> zones) => new(
        Id, Name, Plain, site, DepthCm, Reach, Pattern.Laterality, Painless, Confidence, Sources, zones);
}

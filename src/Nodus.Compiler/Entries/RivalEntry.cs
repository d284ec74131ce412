using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Knowledge;
using YamlDotNet.Core;

namespace Nodus.Compiler.Entries;

/// <summary>A rival as its file says it: all words read and checked, the pattern not yet laid over a body.</summary>
internal sealed record RivalEntry(
    string Path,
    Mark PatternAt,
    string Id,
    string Name,
    RivalKind Kind,
    PatternEntry Pattern,
    IReadOnlyList<PainQuality> Qualities,
    IReadOnlyList<string> Separate,
    Urgency Urgency,
    Confidence Confidence,
    IReadOnlyList<string> Sources,
    Bearers Bearers,
    RivalMonograph Monograph)
{
    /// <summary>The rival with what the atlas adds.</summary>
    public Rival With(IReadOnlyList<ReferralZone> zones) => new(
        Id, Name, Kind, Pattern.Sidedness, Pattern.Laterality, Qualities,
        [.. Monograph.For.Where(found => found.Finding.Coded)], [.. Monograph.Against.Where(found => found.Finding.Coded)],
        Separate, Urgency, Monograph.Prior.Value, Confidence, Sources, zones, Bearers);
}

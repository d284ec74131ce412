using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Referrals;

/// <summary>A stroke on the body.</summary>
/// <param name="Stroke">As written.</param>
/// <param name="Dabs">Its dabs, as written for the left, without the mirror image.</param>
internal sealed record LaidStroke(StrokeEntry Stroke, IReadOnlyList<ReferralDab> Dabs);

/// <summary>A pattern on the body.</summary>
/// <param name="Strokes">Its strokes, as written for the left.</param>
/// <param name="ZonesOfLeft">The zones that they reach, as written for the left.</param>
/// <param name="Zones">The zones as they are: mirrored for what exists on the right only.</param>
/// <param name="Paint">The paint as it is.</param>
internal sealed record LaidPattern(
    IReadOnlyList<LaidStroke> Strokes, IReadOnlyList<ReferralZone> ZonesOfLeft, IReadOnlyList<ReferralZone> Zones, PaintedReferral Paint);

/// <summary>The skin of a danger zone on the body.</summary>
/// <param name="Paint">The paint.</param>
/// <param name="Zones">The pain zones it lies in.</param>
/// <param name="Field">Which cells it covers.</param>
internal sealed record LaidSkin(PaintedDangerZone Paint, IReadOnlyList<ZoneOverlap> Zones, PatternField Field);

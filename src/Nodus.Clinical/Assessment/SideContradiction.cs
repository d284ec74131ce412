using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Clinical.Assessment;

/// <summary>People mix up left and right on a drawing. What contradicts the drawing is asked about, not guessed.</summary>
internal static class SideContradiction
{
    /// <summary>A question about the side, where the drawing has one side and what was found has the other; null otherwise.</summary>
    public static NextTest? Of(Case @case, IReadOnlyList<ZoneSite> painted)
    {
        if (One(painted.Select(site => site.Side).Where(side => side != Side.Midline)) is not { } drawn) return null;
        IEnumerable<Side> found = @case.Palpation.Where(finding => finding.Recognised == true).Select(finding => finding.Side)
            .Concat(@case.Movements.Where(seen => seen.Result != MovementResult.Normal).Select(seen => seen.Side));
        return One(found) is { } other && other != drawn
            ? new NextTest(
                "ask:side", 1, TestEffort.QuestionSeconds, 0.5,
                $"The pain is drawn on the {drawn.ToWord()}, and what was found is on the {other.ToWord()}: ask which side hurts. The drawing may be mirrored.")
            : null;
    }

    private static Side? One(IEnumerable<Side> sides)
    {
        Side[] different = [.. sides.Distinct().Take(2)];
        return different.Length == 1 ? different[0] : null;
    }
}

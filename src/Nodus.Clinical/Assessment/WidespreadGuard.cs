using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Tells pain so widespread that a list of points is the wrong answer: at least four of the five regions of the 2016
/// criteria of fibromyalgia (arms and legs of either side, neck and back; jaw, chest and belly do not count).
/// Wolfe 2016, Semin Arthritis Rheum 46:319-329; published. Which of our zones belong to a region is our reading of it.
/// </summary>
internal static class WidespreadGuard
{
    private const int RegionsLeast = 4;

    /// <summary>The note for a picture; null where it is not widespread.</summary>
    public static WidespreadNote? Of(IReadOnlyList<ZoneSite> painted)
    {
        int regions = painted.SelectMany(Regions).Distinct().Count();
        return regions < RegionsLeast
            ? null
            : new WidespreadNote(
                regions,
                $"Pain in {regions} of the five regions of the body: think of widespread pain first. A list of points will not explain it; few points and light pressure at a time, and sleep, mood and general illness belong to the assessment.");
    }

    private static IEnumerable<string> Regions(ZoneSite site)
    {
        string? limb = site.Zone.Area switch
        {
            "shoulder_arm" or "forearm_hand" => "arm",
            "hip_thigh_knee" or "leg_ankle_foot" => "leg",
            _ => site.Zone.Id is "buttock" or "buttock_lower" ? "leg" : null,
        };
        if (limb is not null) return site.Side == Side.Midline ? [$"left {limb}", $"right {limb}"] : [$"{site.Side.ToWord()} {limb}"];
        bool axial = site.Zone.Area == "upper_back" || site.Zone.Id is "neck_back" or "neck_side" or "neck_shoulder_angle" or "back_lumbar" or "sacrum" or "sij";
        return axial ? ["axis"] : [];
    }
}

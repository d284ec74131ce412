using Nodus.Anatomy;
using Nodus.Anatomy.Zones;

namespace Nodus.Web.Client.Locate;

/// <summary>Zones in words, the side always spelled out.</summary>
public static class ZoneWords
{
    private const int NamedMost = 4;

    private static readonly Dictionary<string, string> Areas = new(StringComparer.Ordinal)
    {
        ["head_neck"] = "Head and neck",
        ["shoulder_arm"] = "Shoulder and arm",
        ["forearm_hand"] = "Forearm and hand",
        ["upper_back"] = "Upper back",
        ["torso"] = "Trunk",
        ["pelvis"] = "Pelvis",
        ["hip_thigh_knee"] = "Hip, thigh and knee",
        ["leg_ankle_foot"] = "Leg, ankle and foot",
    };

    /// <summary>A larger part of the body; an unknown one by its own word.</summary>
    public static string Area(string id) => Areas.GetValueOrDefault(id, id.Replace('_', ' '));

    /// <summary>Such as <c>Temple, left</c>.</summary>
    public static string Full(ZoneSite site) =>
        site.Side == Side.Midline ? site.Zone.Name : $"{site.Zone.Name}, {site.Side.ToWord()}";

    /// <summary>The button of a side: <c>Left</c>, <c>Right</c> or <c>Middle</c>.</summary>
    public static string SideButton(Side side) => side switch
    {
        Side.Left => "Left",
        Side.Right => "Right",
        _ => "Middle",
    };

    /// <summary>The first zones of what something explains, and how many more there are.</summary>
    public static string Named(IReadOnlyList<ExplainedZone> zones) =>
        string.Join("; ", zones.Take(NamedMost).Select(zone => Full(zone.Site)))
        + (zones.Count > NamedMost ? $"; and {zones.Count - NamedMost} more" : "");
}

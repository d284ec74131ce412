namespace Nodus.Anatomy.Zones;

/// <summary>Whether a zone exists once for each side or once on the midline.</summary>
public enum ZoneLaterality
{
    /// <summary>A left and a right one.</summary>
    Paired,

    /// <summary>One only, across the midline.</summary>
    Midline,
}

/// <summary>A named part of the body in which pain is told: the project's shared vocabulary.</summary>
/// <param name="Id">Stable id, lower snake case.</param>
/// <param name="Name">What a patient calls it.</param>
/// <param name="View">From where it is best seen: front, back, side, top, palm, dorsum, sole, intraoral, pelvic.</param>
/// <param name="Laterality">Paired or midline.</param>
/// <param name="Area">The larger part of the body it belongs to.</param>
/// <param name="Landmarks">Its bounds in anatomical words.</param>
/// <param name="Neighbours">Ids of zones beside it.</param>
/// <param name="HasSkin">False for zones inside the body (teeth, throat, rectum), which only an inset shows.</param>
public sealed record Zone(
    string Id,
    string Name,
    string View,
    ZoneLaterality Laterality,
    string Area,
    string Landmarks,
    IReadOnlyList<string> Neighbours,
    bool HasSkin)
{
    /// <summary>Its parts, in a fixed order; none without skin.</summary>
    public IReadOnlyList<ZonePatch> Patches { get; init; } = [];
}

/// <summary>A zone on one side.</summary>
/// <param name="Index">Number of the site, 0 to <c>ZoneMap.Sites.Count</c> - 1.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Side">Left or right for a paired zone, else midline.</param>
public sealed record ZoneSite(int Index, Zone Zone, Side Side)
{
    /// <inheritdoc/>
    public override string ToString() => Side == Side.Midline ? Zone.Id : $"{Zone.Id} {Side.ToWord()}";
}

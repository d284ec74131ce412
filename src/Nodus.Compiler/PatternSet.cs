using Nodus.Clinical.Knowledge;
using Nodus.Compiler.Pictures;

namespace Nodus.Compiler;

/// <summary>Everything that has a place on the body, with its paint: enough to list zones and to draw.</summary>
/// <param name="Muscles">The muscles, with their points.</param>
/// <param name="Rivals">The rivals.</param>
/// <param name="Paint">The pattern of every point and rival.</param>
/// <param name="DangerZones">The danger zones.</param>
/// <param name="Skin">The skin of every danger zone.</param>
public sealed record PatternSet(
    IReadOnlyList<Muscle> Muscles,
    IReadOnlyList<Rival> Rivals,
    ReferralPaint Paint,
    IReadOnlyList<DangerZone> DangerZones,
    DangerZonePaint Skin)
{
    /// <summary>Ids of muscles, rivals and danger zones, in order.</summary>
    public IEnumerable<string> Ids =>
        [.. Muscles.Select(muscle => muscle.Id), .. Rivals.Select(rival => rival.Id), .. DangerZones.Select(zone => zone.Id)];

    /// <summary>What there is to draw of a muscle, rival or danger zone; nothing for an unknown id.</summary>
    public IReadOnlyList<ReferralPlate> Plates(string id) =>
    [
        .. Muscles.Where(muscle => string.Equals(muscle.Id, id, StringComparison.Ordinal)).SelectMany(muscle => muscle.Points).Select(Plate),
        .. Rivals.Where(rival => string.Equals(rival.Id, id, StringComparison.Ordinal)).Select(Plate),
        .. DangerZones.Where(zone => string.Equals(zone.Id, id, StringComparison.Ordinal)).Select(Plate),
    ];

    /// <summary>A trigger point with its pattern.</summary>
    public ReferralPlate Plate(TriggerPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new(point.Id, point.Name, point.Site, PaintOf(point.Id));
    }

    /// <summary>A rival with its pattern.</summary>
    public ReferralPlate Plate(Rival rival)
    {
        ArgumentNullException.ThrowIfNull(rival);
        return new(rival.Id, rival.Name, null, PaintOf(rival.Id));
    }

    /// <summary>A danger zone with its skin.</summary>
    public ReferralPlate Plate(DangerZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(zone.Id, zone.Name, null, new PaintedReferral(zone.Id, Skin.Find(zone.Id)?.Dabs ?? [], [], zone.Paired));
    }

    private PaintedReferral PaintOf(string id) => Paint.Find(id) ?? new PaintedReferral(id, [], []);
}

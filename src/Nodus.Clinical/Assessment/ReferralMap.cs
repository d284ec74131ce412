using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>Where pressing one point sent its sensation in one patient.</summary>
/// <param name="Point">The point.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Zones">Where it was felt, at least one.</param>
public sealed record ElicitedReferral(TriggerPoint Point, Side Side, IReadOnlyList<ZoneSite> Zones);

/// <summary>
/// The referral of this very patient, learned from what pressing showed at earlier visits. No fixed place of referral is to be
/// expected of a point (Delphi 2018), but what a point once did in somebody it may do again.
/// </summary>
public sealed class ReferralMap
{
    /// <summary>P(zone painful | point active) of a zone that pressing reached, at least. Elicited.</summary>
    public const double SeenLeast = 0.7;

    /// <summary>What is left of the textbook's zones that pressing did not reach. Elicited: one pressing shows a part of a
    /// pattern, so little is taken away.</summary>
    public const double UnseenPart = 0.7;

    private readonly Dictionary<(string Point, Side Side), HashSet<ZoneSite>> seen = [];

    /// <summary>Makes a map.</summary>
    /// <param name="entries">What was seen; several entries of one point count together.</param>
    public ReferralMap(IReadOnlyList<ElicitedReferral> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = entries;
        foreach (ElicitedReferral one in entries)
        {
            if (!seen.TryGetValue((one.Point.Id, one.Side), out HashSet<ZoneSite>? zones)) seen.Add((one.Point.Id, one.Side), zones = []);
            zones.UnionWith(one.Zones);
        }
    }

    /// <summary>Nobody in particular.</summary>
    public static ReferralMap Empty { get; } = new([]);

    /// <summary>What was seen.</summary>
    public IReadOnlyList<ElicitedReferral> Entries { get; }

    /// <summary>Whether it says the same as another.</summary>
    public bool Equals(ReferralMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return seen.Count == other.seen.Count
            && seen.All(one => other.seen.TryGetValue(one.Key, out HashSet<ZoneSite>? zones) && zones.SetEquals(one.Value));
    }

    /// <summary>The pattern of a point in this patient.</summary>
    /// <param name="point">The point.</param>
    /// <param name="side">Left or right.</param>
    /// <param name="textbook">Its pattern in everybody.</param>
    internal IEnumerable<ReferralZone> Of(TriggerPoint point, Side side, IReadOnlyList<ReferralZone> textbook)
    {
        if (!seen.TryGetValue((point.Id, side), out HashSet<ZoneSite>? zones)) return textbook;
        return
        [
            .. textbook.Select(zone => new ReferralZone(zone.Zone, zone.Side, zone.Kind, zone.Coverage, zone.Activation * UnseenPart)
            {
                Patches = zone.Patches,
            }),
            .. zones.OrderBy(site => site.Index).Select(site => new ReferralZone(
                site.Zone.Id, site.Side, ReferralKind.Essential, 1,
                Math.Max(SeenLeast, textbook.Where(zone => zone.Zone == site.Zone.Id && zone.Side == site.Side).Select(zone => zone.Activation).DefaultIfEmpty(0).Max()))),
        ];
    }
}

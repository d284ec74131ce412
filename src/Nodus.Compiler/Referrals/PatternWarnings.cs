using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Referrals;

/// <summary>What a pattern on the body makes one doubt: strokes that reach nothing, and zones that no stroke meant.</summary>
internal sealed class PatternWarnings
{
    /// <summary>An essential stroke that lies in the pattern's own zones with less than this part has missed them.</summary>
    private const double OwnLeast = 0.5;

    /// <summary>A zone beside the strokes may be brushed up to this; more is pain that the strokes do not speak of.</summary>
    private const double BrushedMost = 0.35;

    private readonly ZoneMap zones;
    private readonly KnowledgeErrors errors;
    private readonly HashSet<(string, string)> touching = [];
    private readonly HashSet<string> withLandmark;

    /// <summary>Prepares a body.</summary>
    /// <param name="atlas">The body.</param>
    /// <param name="errors">Takes the doubts, as warnings.</param>
    public PatternWarnings(BodyAtlas atlas, KnowledgeErrors errors)
    {
        zones = atlas.Zones;
        this.errors = errors;
        withLandmark = atlas.Landmarks.All.Select(landmark => zones.SiteOfCell[landmark.Cell]).Where(site => site >= 0)
            .Select(site => zones.Sites[site].Zone.Id).ToHashSet(StringComparer.Ordinal);
        // From the skin itself: the list of neighbours in zones.json names the important ones only.
        for (int edge = 0; edge < atlas.Mesh.Neighbours.Length; edge++)
        {
            int here = zones.SiteOfCell[edge / 3], there = atlas.Mesh.Neighbours[edge] < 0 ? -1 : zones.SiteOfCell[atlas.Mesh.Neighbours[edge]];
            if (here >= 0 && there >= 0 && here != there) touching.Add((zones.Sites[here].Zone.Id, zones.Sites[there].Zone.Id));
        }
    }

    /// <summary>Notes doubts about one pattern.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The point or rival.</param>
    /// <param name="pattern">Its pattern.</param>
    public void Check(string path, string id, LaidPattern pattern)
    {
        var own = new HashSet<int>();
        foreach (ReferralZone zone in pattern.ZonesOfLeft)
        {
            if (zones.TryFind(zone.Zone, zone.Side, out ZoneSite site)) own.Add(site.Index);
        }

        foreach (LaidStroke laid in pattern.Strokes.Where(laid => laid.Stroke.Kind == ReferralKind.Essential))
            CheckReach(path, id, laid, own);
        CheckBleeding(path, id, pattern);
    }

    /// <summary>
    /// An essential stroke says "nearly everybody feels it here". When most of it lies where the compiled pattern has no
    /// zone, the zone is so large or the stroke so thin that nothing is left of the statement.
    /// </summary>
    private void CheckReach(string path, string id, LaidStroke laid, HashSet<int> own)
    {
        double whole = 0, inside = 0;
        var missed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ReferralDab dab in laid.Dabs)
        {
            int site = zones.SiteOfCell[dab.Centre.Cell];
            double skin = dab.RadiusCm * dab.RadiusCm;
            whole += skin;
            if (own.Contains(site)) inside += skin;
            else if (site >= 0) missed.Add(zones.Sites[site].Zone.Id);
        }

        if (inside < OwnLeast * whole)
            errors.Warn(path, laid.Stroke.At, $"{id}: this essential stroke lies mostly in zones that the pattern does not reach ({string.Join(", ", missed)}); it is too thin for them, or another stroke outweighs it.");
    }

    /// <summary>
    /// A zone through which no stroke runs is reached by the soft rim alone. Beside the strokes that is to be expected, as
    /// long as it is little (or the zone has no landmark to run a stroke through); elsewhere the paint has bled to a place
    /// that is near through the air but far along the skin.
    /// </summary>
    private void CheckBleeding(string path, string id, LaidPattern pattern)
    {
        if (pattern.Strokes.Count == 0) return;
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (int site in pattern.Strokes.SelectMany(laid => laid.Dabs).Select(dab => zones.SiteOfCell[dab.Centre.Cell]))
        {
            if (site >= 0) meant.Add(zones.Sites[site].Zone.Id);
        }

        foreach (ReferralZone zone in pattern.ZonesOfLeft)
        {
            if (meant.Contains(zone.Zone) || !zones.TryFind(zone.Zone, zone.Side, out ZoneSite site) || !site.Zone.HasSkin) continue;
            string reached = $"{id}: no stroke runs through {zone.Zone}, yet the pattern reaches it ({zone.Activation:0.00}, {zone.Kind.ToString().ToLowerInvariant()})";
            bool beside = meant.Any(other => touching.Contains((other, zone.Zone)));
            if (!beside) errors.Warn(path, pattern.Strokes[0].Stroke.At, $"{reached}, and it borders on none that one runs through.");
            else if (zone.Activation > BrushedMost && withLandmark.Contains(zone.Zone)) errors.Warn(path, pattern.Strokes[0].Stroke.At, $"{reached}; run a stroke through it if it is meant, or narrow its neighbours.");
        }
    }
}

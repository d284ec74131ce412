using System.Numerics;

namespace Nodus.Anatomy.Zones;

/// <summary>
/// A part of a zone's skin: what lies nearer to its centre than to the centre of any other part. Where in a zone it hurts
/// tells causes apart that make the same zone hurt.
/// </summary>
/// <param name="Centre">Its centre in centimetres on the neutral build, on the body's left.</param>
/// <param name="AreaShare">Its part of the zone's skin, 0 to 1; those of a zone sum to 1.</param>
public readonly record struct ZonePatch(Vector3 Centre, double AreaShare);

/// <summary>How zones are divided into patches, and which patch a place belongs to.</summary>
/// <remarks>
/// Six a zone, whatever its size: a patch then is about as wide as two drawings of one pain in that zone lie apart (see the
/// assessment), and finer ones would tell nothing. A right zone has the mirror images of the left one's, in the same order; of a
/// midline zone the first half lies on the left and the second half is its mirror image.
/// </remarks>
public static class ZonePatches
{
    /// <summary>Patches of a zone with skin.</summary>
    public const int Count = 6;

    private const int Rounds = 40;

    /// <summary>The patch of a zone in which a place lies.</summary>
    /// <param name="site">The zone and its side.</param>
    /// <param name="place">In centimetres on the neutral build; it may lie off the skin, as the middle of some paint does.</param>
    /// <returns>0 to <see cref="Count"/> - 1; null for a zone without skin.</returns>
    public static int? At(ZoneSite site, Vector3 place)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (site.Side == Side.Right) place.X = -place.X;
        int? nearest = null;
        float least = float.MaxValue;
        for (int patch = 0; patch < site.Zone.Patches.Count; patch++)
        {
            float distance = Vector3.DistanceSquared(site.Zone.Patches[patch].Centre, place);
            if (distance < least) (nearest, least) = (patch, distance);
        }

        return nearest;
    }

    /// <summary>The middle of a patch of a zone, in centimetres on the neutral build.</summary>
    public static Vector3 CentreOf(ZoneSite site, int patch)
    {
        ArgumentNullException.ThrowIfNull(site);
        Vector3 centre = site.Zone.Patches[patch].Centre;
        return site.Side == Side.Right ? centre with { X = -centre.X } : centre;
    }

    /// <summary>The same patch seen in a mirror. Patches of paired zones keep their number, as the zone itself changes sides.</summary>
    public static int Mirrored(int patch, bool midline) => midline ? (patch + (Count / 2)) % Count : patch;

    /// <summary>Divides a zone so that the squared distances of its skin from the centres become small (k-means, Lloyd 1982,
    /// started from the places farthest apart).</summary>
    /// <param name="mesh">The neutral build.</param>
    /// <param name="cells">Cells of the zone on the body's left.</param>
    /// <param name="midline">Whether the zone goes on beyond the midline.</param>
    internal static ZonePatch[] Divide(BodyMesh mesh, IReadOnlyList<int> cells, bool midline)
    {
        int count = Math.Min(cells.Count, midline ? Count / 2 : Count);
        if (count == 0) return [];
        Vector3[] places = [.. cells.Select(mesh.Centroid)];
        double[] areas = [.. cells.Select(cell => (double)mesh.AreaCm2(cell))];
        Vector3[] centres = Apart(places, areas, count);
        var area = new double[count];
        for (int round = 0; round < Rounds; round++)
        {
            var sum = new (double X, double Y, double Z)[count];
            Array.Clear(area);
            for (int i = 0; i < places.Length; i++)
            {
                int patch = Nearest(centres, places[i]);
                area[patch] += areas[i];
                sum[patch] = (sum[patch].X + (areas[i] * places[i].X), sum[patch].Y + (areas[i] * places[i].Y), sum[patch].Z + (areas[i] * places[i].Z));
            }

            for (int patch = 0; patch < count; patch++)
            {
                if (area[patch] > 0)
                    centres[patch] = new Vector3((float)(sum[patch].X / area[patch]), (float)(sum[patch].Y / area[patch]), (float)(sum[patch].Z / area[patch]));
            }
        }

        double whole = areas.Sum() * (midline ? 2 : 1);
        ZonePatch[] left = [.. centres.Select((centre, patch) => new ZonePatch(centre, area[patch] / whole))];
        return midline ? [.. left, .. left.Select(patch => patch with { Centre = patch.Centre with { X = -patch.Centre.X } })] : left;
    }

    private static Vector3[] Apart(Vector3[] places, double[] areas, int count)
    {
        Vector3 middle = default;
        double whole = areas.Sum();
        for (int i = 0; i < places.Length; i++) middle += places[i] * (float)(areas[i] / whole);
        var centres = new List<Vector3> { Farthest([middle]) };
        while (centres.Count < count) centres.Add(Farthest(centres));
        return [.. centres];

        Vector3 Farthest(List<Vector3> from) => places.MaxBy(place => from.Min(centre => Vector3.DistanceSquared(centre, place)));
    }

    private static int Nearest(Vector3[] centres, Vector3 place)
    {
        int nearest = 0;
        for (int patch = 1; patch < centres.Length; patch++)
        {
            if (Vector3.DistanceSquared(centres[patch], place) < Vector3.DistanceSquared(centres[nearest], place)) nearest = patch;
        }

        return nearest;
    }
}

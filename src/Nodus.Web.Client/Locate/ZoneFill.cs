using System.Collections.Immutable;
using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;

namespace Nodus.Web.Client.Locate;

/// <summary>
/// The dabs that fill a zone: large ones in its middle, small ones along its edge, so that little is painted beyond it.
/// Choosing a zone from the list then is a stroke like any other, to be seen, undone, erased and saved.
/// </summary>
/// <param name="surface">Body and zones.</param>
public sealed class ZoneFill(PainSurface surface)
{
    private const float RadiusCmMin = 0.7f;
    private const float RadiusCmMax = 6f;

    // A pen is full to 0.8 of its radius and counts as painted to about 0.9; what is nearer than this is filled.
    private const float Filled = 0.8f;

    private readonly Dictionary<int, ImmutableArray<SurfaceSample>> known = [];

    /// <summary>The dabs of a zone with skin, made once.</summary>
    public ImmutableArray<SurfaceSample> Of(ZoneSite site)
    {
        if (!known.TryGetValue(site.Index, out ImmutableArray<SurfaceSample> samples))
            known[site.Index] = samples = Fill(site.Index);
        return samples;
    }

    private ImmutableArray<SurfaceSample> Fill(int site)
    {
        BodyMesh mesh = surface.Mesh;
        (List<int> inside, List<Vector3> beyond) = Cells(site);
        var centres = inside.ConvertAll(mesh.Centroid);
        float[] clearance = [.. centres.Select(centre => Clearance(centre, beyond))];
        int[] order = [.. Enumerable.Range(0, inside.Count).OrderByDescending(i => clearance[i]).ThenBy(i => i)];
        var filled = new bool[inside.Count];
        var samples = ImmutableArray.CreateBuilder<SurfaceSample>();
        foreach (int i in order)
        {
            if (filled[i]) continue;
            float radius = Math.Clamp(clearance[i], RadiusCmMin, RadiusCmMax);
            samples.Add(new SurfaceSample(new SurfacePlace(inside[i], 1 / 3f, 1 / 3f), radius));
            float reach = Filled * radius * Filled * radius;
            for (int k = 0; k < filled.Length; k++)
                filled[k] |= Vector3.DistanceSquared(centres[k], centres[i]) < reach;
        }

        return samples.ToImmutable();
    }

    private (List<int> Inside, List<Vector3> Beyond) Cells(int site)
    {
        BodyMesh mesh = surface.Mesh;
        int[] siteOf = surface.Zones.SiteOfCell;
        var inside = new List<int>();
        var beyond = new List<Vector3>();
        for (int cell = 0; cell < siteOf.Length; cell++)
        {
            if (siteOf[cell] != site) continue;
            inside.Add(cell);
            foreach (int next in mesh.Neighbours.Slice(3 * cell, 3))
                if (next >= 0 && siteOf[next] != site) beyond.Add(mesh.Centroid(next));
        }

        return (inside, beyond);
    }

    private static float Clearance(Vector3 centre, List<Vector3> beyond)
    {
        float least = RadiusCmMax * RadiusCmMax;
        foreach (Vector3 other in beyond) least = Math.Min(least, Vector3.DistanceSquared(centre, other));
        return MathF.Sqrt(least);
    }
}

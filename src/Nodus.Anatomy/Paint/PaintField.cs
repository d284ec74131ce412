using System.Numerics;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Paint;

/// <summary>How strongly each cell of the body is painted: the greatest of all dabs that reach its centre.</summary>
public sealed class PaintField
{
    private readonly CellIndex index;
    private int[] near = new int[256];

    /// <summary>A clean body.</summary>
    public PaintField(CellIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        this.index = index;
        Strength = new float[index.Mesh.CellCount];
    }

    /// <summary>Paint of each cell, 0 to 1.</summary>
    public float[] Strength { get; }

    /// <summary>Adds dabs.</summary>
    /// <param name="samples">The dabs.</param>
    /// <param name="core">Fraction of the radius that is full; see <see cref="PaintFalloff"/>.</param>
    public void Add(ReadOnlySpan<PaintSample> samples, float core = PaintFalloff.SoftCore)
    {
        foreach (PaintSample s in samples)
        {
            int count = index.Near(s.Position, s.RadiusCm, ref near);
            foreach (int cell in near.AsSpan(0, count))
            {
                float d = Vector3.DistanceSquared(index.Centroids[cell], s.Position);
                float facing = Vector3.Dot(index.Normals[cell], s.Normal);
                Strength[cell] = Math.Max(Strength[cell], s.Strength * PaintFalloff.At(d, s.RadiusCm, core, facing));
            }
        }
    }

    /// <summary>Wipes the body clean.</summary>
    public void Clear() => Array.Clear(Strength);

    /// <summary>What the paint makes of each zone; only zones it reaches, in the order of the sites.</summary>
    public IReadOnlyList<ZonePaint> ByZone(ZoneMap zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        int count = zones.Sites.Count;
        var covered = new double[count];
        var sum = new double[count];
        var peak = new float[count];
        for (int cell = 0; cell < Strength.Length; cell++)
        {
            if (Strength[cell] <= 0) continue;
            int site = zones.SiteOfCell[cell];
            sum[site] += index.Mesh.AreasCm2[cell] * Strength[cell];
            if (Strength[cell] >= PaintFalloff.Covered) covered[site] += index.Mesh.AreasCm2[cell];
            peak[site] = Math.Max(peak[site], Strength[cell]);
        }

        var result = new List<ZonePaint>();
        foreach (ZoneSite site in zones.Sites)
        {
            if (peak[site.Index] <= 0) continue;
            double area = zones.AreaCm2(site);
            result.Add(new ZonePaint(
                site, Math.Min(1, covered[site.Index] / area), Math.Min(1, sum[site.Index] / area), peak[site.Index]));
        }

        return result;
    }
}

/// <summary>Paint in a zone.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="Coverage">Part of its skin that is painted at least half strongly, 0 to 1.</param>
/// <param name="Activation">Mean strength over all its skin, 0 to 1.</param>
/// <param name="Peak">Greatest strength in it, 0 to 1.</param>
public readonly record struct ZonePaint(ZoneSite Site, double Coverage, double Activation, double Peak);

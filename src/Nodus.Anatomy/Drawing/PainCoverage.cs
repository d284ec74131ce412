using System.Numerics;
using System.Runtime.InteropServices;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Drawing;

/// <summary>
/// What strokes cover: areas, zones, intensities. It follows the pen: adding a dab costs only the cells under it.
/// </summary>
/// <remarks>
/// A cell is counted in sixteenths. Where strokes overlap, the greatest intensity holds and all qualities are kept, so
/// that the order of strokes does not matter. Only pain above 0 counts.
/// </remarks>
public sealed class PainCoverage
{
    private readonly PainSurface surface;
    private readonly ushort[] parts;
    private readonly float[] intensity;
    private readonly ushort[] qualities;
    private readonly double[] siteArea;
    private readonly double[] siteIntensityArea;
    private readonly Moment[] siteMoment;
    private readonly float[] sitePeak;
    private readonly ushort[] siteQualities;
    private readonly bool[] stale;
    private readonly Dictionary<int, (double Intensity, ushort Qualities)> insets = [];
    private int[] near = new int[256];

    /// <summary>A body without pain.</summary>
    public PainCoverage(PainSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        this.surface = surface;
        int cells = surface.Mesh.CellCount, sites = surface.Zones.Sites.Count;
        parts = new ushort[cells];
        intensity = new float[cells];
        qualities = new ushort[cells];
        siteArea = new double[sites];
        siteIntensityArea = new double[sites];
        siteMoment = new Moment[sites];
        sitePeak = new float[sites];
        siteQualities = new ushort[sites];
        stale = new bool[sites];
    }

    /// <summary>Painful skin in square centimetres (neutral build).</summary>
    public double AreaCm2
    {
        get
        {
            double sum = 0;
            foreach (double a in siteArea) sum += a;
            return Math.Max(0, sum);
        }
    }

    /// <summary>Painful skin as a percentage of all skin, 0 to 100.</summary>
    public double PercentOfBody => Math.Min(100, 100 * AreaCm2 / surface.Zones.BodyAreaCm2);

    /// <summary>Adds a whole stroke.</summary>
    public void Add(PainStroke stroke)
    {
        ArgumentNullException.ThrowIfNull(stroke);
        foreach (SurfaceSample sample in stroke.Samples)
        {
            if (stroke.Erases) Erase(sample);
            else Add(sample, stroke.Intensity, stroke.Quality);
        }
    }

    /// <summary>Adds one dab of the pen; the sum of dabs is the stroke.</summary>
    public void Add(SurfaceSample sample, double painIntensity, PainQuality? quality)
    {
        if (!(painIntensity > 0)) return;
        PaintSample dab = sample.On(surface.Mesh);
        float level = (float)painIntensity;
        ushort bit = quality is { } q ? (ushort)(1 << (int)q) : (ushort)0;
        int count = surface.Cells.Near(dab.Position, dab.RadiusCm, ref near);
        foreach (int cell in near.AsSpan(0, count))
        {
            ushort under = CellStencil.Under(surface.Cells, cell, dab);
            if (under == 0) continue;
            int site = surface.Zones.SiteOfCell[cell];
            double before = Painful(cell), beforeIntensity = before * intensity[cell];
            parts[cell] |= under;
            intensity[cell] = Math.Max(intensity[cell], level);
            qualities[cell] |= bit;
            double after = Painful(cell);
            siteArea[site] += after - before;
            siteMoment[site].Add(surface.Cells.Centroids.AsSpan(cell, 1), after - before);
            siteIntensityArea[site] += after * intensity[cell] - beforeIntensity;
            sitePeak[site] = Math.Max(sitePeak[site], level);
            siteQualities[site] |= bit;
        }
    }

    /// <summary>Takes away what lies under a dab of the eraser.</summary>
    public void Erase(SurfaceSample sample)
    {
        PaintSample dab = sample.On(surface.Mesh);
        int count = surface.Cells.Near(dab.Position, dab.RadiusCm, ref near);
        foreach (int cell in near.AsSpan(0, count))
        {
            ushort under = (ushort)(CellStencil.Under(surface.Cells, cell, dab) & parts[cell]);
            if (under == 0) continue;
            parts[cell] &= (ushort)~under;
            if (parts[cell] == 0)
            {
                intensity[cell] = 0;
                qualities[cell] = 0;
            }

            stale[surface.Zones.SiteOfCell[cell]] = true;
        }

        if (Array.IndexOf(stale, true) >= 0) Recount();
    }

    /// <summary>Adds a mark on an inset.</summary>
    public void Add(InsetMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (!(mark.Intensity > 0) || !surface.Zones.TryFind(mark.ZoneId, mark.Side, out ZoneSite site)) return;
        ushort bit = mark.Quality is { } q ? (ushort)(1 << (int)q) : (ushort)0;
        (double before, ushort felt) = insets.GetValueOrDefault(site.Index);
        insets[site.Index] = (Math.Max(before, mark.Intensity), (ushort)(felt | bit));
    }

    /// <summary>Wipes the body clean.</summary>
    public void Clear()
    {
        Array.Clear(parts);
        Array.Clear(intensity);
        Array.Clear(qualities);
        Array.Clear(siteArea);
        Array.Clear(siteIntensityArea);
        Array.Clear(siteMoment);
        Array.Clear(sitePeak);
        Array.Clear(siteQualities);
        insets.Clear();
    }

    /// <summary>Pain of each zone it reaches, in the order of the sites. A mark on an inset covers its zone wholly.</summary>
    public IReadOnlyList<ZonePain> Zones()
    {
        var result = new List<ZonePain>();
        foreach (ZoneSite site in surface.Zones.Sites)
        {
            int i = site.Index;
            bool marked = insets.TryGetValue(i, out (double Intensity, ushort Qualities) mark);
            if (siteArea[i] <= 0 && !marked) continue;
            double mean = siteArea[i] > 0 ? siteIntensityArea[i] / siteArea[i] : mark.Intensity;
            result.Add(new ZonePain(
                site,
                marked ? 1 : Math.Clamp(siteArea[i] / surface.Zones.AreaCm2(site), 0, 1),
                Math.Max(sitePeak[i], mark.Intensity),
                mean,
                Words((ushort)(siteQualities[i] | mark.Qualities)))
            {
                Patch = siteArea[i] > 0 ? ZonePatches.At(site, siteMoment[i].Middle(siteArea[i])) : null,
            });
        }

        return result;
    }

    /// <summary>
    /// Overlap of two drawings: skin painful in both over skin painful in either (Jaccard index), 0 to 1; 1 for two
    /// drawings without pain.
    /// </summary>
    public double OverlapWith(PainCoverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(surface, other.surface)) throw new ArgumentException("Drawings of two atlases.", nameof(other));
        double both = 0, either = 0;
        for (int cell = 0; cell < parts.Length; cell++)
        {
            if ((parts[cell] | other.parts[cell]) == 0) continue;
            float area = surface.Mesh.AreasCm2[cell];
            both += area * BitOperations.PopCount((uint)(parts[cell] & other.parts[cell]));
            either += area * BitOperations.PopCount((uint)(parts[cell] | other.parts[cell]));
        }

        return either > 0 ? both / either : 1;
    }

    /// <summary>Painful part of a cell, 0 to 1.</summary>
    public double PartOf(int cell) => BitOperations.PopCount(parts[cell]) / (double)CellStencil.Parts;

    /// <summary>Greatest intensity of a cell, 0 to 10.</summary>
    public double IntensityOf(int cell) => intensity[cell];

    internal PainSurface Surface => surface;

    internal IEnumerable<int> MarkedSites => insets.Keys;

    private double Painful(int cell) => surface.Mesh.AreasCm2[cell] * PartOf(cell);

    /// <summary>A peak cannot be taken back step by step: the zones touched by the eraser are summed anew.</summary>
    private void Recount()
    {
        for (int site = 0; site < stale.Length; site++)
        {
            if (!stale[site]) continue;
            siteArea[site] = siteIntensityArea[site] = 0;
            siteMoment[site] = default;
            sitePeak[site] = 0;
            siteQualities[site] = 0;
        }

        for (int cell = 0; cell < parts.Length; cell++)
        {
            int site = surface.Zones.SiteOfCell[cell];
            if (parts[cell] == 0 || !stale[site]) continue;
            double area = Painful(cell);
            siteArea[site] += area;
            siteMoment[site].Add(surface.Cells.Centroids.AsSpan(cell, 1), area);
            siteIntensityArea[site] += area * intensity[cell];
            sitePeak[site] = Math.Max(sitePeak[site], intensity[cell]);
            siteQualities[site] |= qualities[cell];
        }

        Array.Clear(stale);
    }

    private static IReadOnlyList<PainQuality> Words(ushort bits)
    {
        var list = new List<PainQuality>();
        for (int q = 0; q < PainQualities.Words.Count; q++)
            if ((bits & (1 << q)) != 0) list.Add((PainQuality)q);
        return list;
    }

    /// <summary>Sum of painful skin times its place, by which the middle of the paint is known. In plain doubles: a browser
    /// interprets this while the pen moves.</summary>
    private struct Moment
    {
        private double x, y, z;

        public void Add(ReadOnlySpan<Vector3> place, double areaCm2)
        {
            ReadOnlySpan<float> p = MemoryMarshal.Cast<Vector3, float>(place);
            x += areaCm2 * p[0];
            y += areaCm2 * p[1];
            z += areaCm2 * p[2];
        }

        public readonly Vector3 Middle(double areaCm2) => new((float)(x / areaCm2), (float)(y / areaCm2), (float)(z / areaCm2));
    }
}

/// <summary>Pain of a zone.</summary>
/// <param name="Site">The zone and its side.</param>
/// <param name="Coverage">Painful part of its skin, 0 to 1.</param>
/// <param name="Intensity">Greatest intensity in it, 0 to 10.</param>
/// <param name="MeanIntensity">Mean intensity over its painful skin, 0 to 10.</param>
/// <param name="Qualities">What it feels like, in the order of the enumeration.</param>
public sealed record ZonePain(
    ZoneSite Site, double Coverage, double Intensity, double MeanIntensity, IReadOnlyList<PainQuality> Qualities)
{
    /// <summary>The patch of the zone in which the middle of its paint lies (<see cref="Zone.Patches"/>); null for a zone
    /// that was only marked on an inset.</summary>
    public int? Patch { get; init; }
}

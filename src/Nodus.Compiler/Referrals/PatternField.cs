using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;

namespace Nodus.Compiler.Referrals;

/// <summary>How one kind of a pattern lies over one zone.</summary>
/// <param name="Coverage">Part of the zone under the paint, 0 to 1.</param>
/// <param name="Share">Part of the kind's whole painted area that lies in the zone, 0 to 1.</param>
/// <param name="Strength">Mean strength of the paint there, 0 to 1; 0 where there is none.</param>
internal readonly record struct PatternInZone(double Coverage, double Share, double Strength);

/// <summary>One kind of a pattern on the cells of the body: where it is, and how strong it is there.</summary>
internal sealed class PatternField
{
    /// <summary>Half the width of the step around <see cref="PaintFalloff.Covered"/>; a hard step would depend on the mesh.</summary>
    private const float CoveredStep = 0.15f;

    private readonly CellIndex cells;
    private readonly PaintField covered;
    private readonly PaintField strength;

    /// <summary>Paints the dabs; paint does not add up, the stronger one stays.</summary>
    public PatternField(CellIndex cells, PaintSample[] samples)
    {
        this.cells = cells;
        covered = new PaintField(cells);
        strength = new PaintField(cells);
        covered.Add([.. samples.Select(sample => sample with { Strength = 1 })]);
        strength.Add(samples);
    }

    /// <summary>How the pattern lies over each zone site.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="except">What is painted already and does not count again; null for nothing.</param>
    public PatternInZone[] Over(ZoneMap zones, PatternField? except)
    {
        var area = new double[zones.Sites.Count];
        var strong = new double[zones.Sites.Count];
        double whole = 0;
        for (int cell = 0; cell < covered.Strength.Length; cell++)
        {
            double fresh = FreshCm2(cell, except);
            if (fresh <= 0) continue;
            int site = zones.SiteOfCell[cell];
            whole += fresh;
            area[site] += fresh;
            strong[site] += fresh * StrengthAt(cell);
        }

        return
        [
            .. zones.Sites.Select(site => area[site.Index] > 0
                ? new PatternInZone(
                    Math.Min(1, area[site.Index] / zones.AreaCm2(site)), area[site.Index] / whole, strong[site.Index] / area[site.Index])
                : default),
        ];
    }

    /// <summary>Painted skin of each cell times the strength of its paint, in square centimetres.</summary>
    /// <param name="except">What is painted already and does not count again; null for nothing.</param>
    public double[] Weights(PatternField? except)
    {
        var weights = new double[covered.Strength.Length];
        for (int cell = 0; cell < weights.Length; cell++)
        {
            double fresh = FreshCm2(cell, except);
            if (fresh > 0) weights[cell] = fresh * StrengthAt(cell);
        }

        return weights;
    }

    /// <summary>Whether a cell lies under the paint.</summary>
    public bool Covers(int cell) => covered.Strength[cell] >= PaintFalloff.Covered;

    private double FreshCm2(int cell, PatternField? except) =>
        (Inside(covered.Strength[cell]) - Inside(except?.covered.Strength[cell] ?? 0)) * (double)cells.Mesh.AreaCm2(cell);

    private double StrengthAt(int cell) => strength.Strength[cell] / covered.Strength[cell];

    /// <summary>
    /// Whether a cell is painted, 0 to 1: the soft rim of a stroke is there for the eye and makes no zone painful.
    /// </summary>
    private static float Inside(float falloff) =>
        Math.Clamp((falloff - PaintFalloff.Covered + CoveredStep) / (2 * CoveredStep), 0, 1);
}

using System.Numerics;
using Nodus.Anatomy;
using Nodus.Anatomy.Paint;

namespace Nodus.Compiler.Referrals;

/// <summary>Paint on every cell of the body: how much of it is covered, and how strongly.</summary>
internal sealed class PatternField
{
    private readonly BodyMesh mesh;
    private readonly CellGrid grid;

    /// <summary>An empty field.</summary>
    public PatternField(BodyMesh mesh, CellGrid grid)
    {
        this.mesh = mesh;
        this.grid = grid;
        Covered = new float[mesh.CellCount];
        Strength = new float[mesh.CellCount];
    }

    /// <summary>Per cell, 0 to 1: the falloff of the nearest dab.</summary>
    public float[] Covered { get; }

    /// <summary>Per cell, 0 to 1: the strongest paint.</summary>
    public float[] Strength { get; }

    /// <summary>Adds a dab; paint does not add up, the stronger one stays.</summary>
    public void Add(PaintSample sample)
    {
        foreach (int cell in grid.Near(sample.Position, sample.RadiusCm))
        {
            float facing = Vector3.Dot(sample.Normal, grid.Normals[cell]);
            float paint = PaintFalloff.At(
                Vector3.DistanceSquared(sample.Position, grid.Centres[cell]), sample.RadiusCm, PaintFalloff.SoftCore, facing);
            Covered[cell] = Math.Max(Covered[cell], paint);
            Strength[cell] = Math.Max(Strength[cell], paint * sample.Strength);
        }
    }

    /// <summary>How the field lies over each zone site.</summary>
    /// <param name="siteOfCell">Site of each cell; -1 for none.</param>
    /// <param name="siteAreasCm2">Area of each site.</param>
    /// <param name="except">What is painted there already and does not count again; null for nothing.</param>
    public ZonePaint[] Over(ReadOnlySpan<int> siteOfCell, ReadOnlySpan<double> siteAreasCm2, PatternField? except)
    {
        var covered = new double[siteAreasCm2.Length];
        var strength = new double[siteAreasCm2.Length];
        double whole = 0;
        for (int cell = 0; cell < Covered.Length; cell++)
        {
            if (Covered[cell] == 0) continue;
            float fresh = Math.Max(0, Covered[cell] - (except?.Covered[cell] ?? 0));
            double area = fresh * (double)mesh.AreaCm2(cell);
            whole += area;
            if (siteOfCell[cell] < 0) continue;
            covered[siteOfCell[cell]] += area;
            strength[siteOfCell[cell]] += area * Strength[cell] / Covered[cell];
        }

        var over = new ZonePaint[siteAreasCm2.Length];
        for (int site = 0; site < over.Length; site++)
        {
            if (covered[site] <= 0 || siteAreasCm2[site] <= 0) continue;
            over[site] = new ZonePaint(
                Math.Min(1, covered[site] / siteAreasCm2[site]),
                covered[site] / whole,
                strength[site] / covered[site]);
        }

        return over;
    }
}

/// <summary>Cells by place, for finding those near a dab.</summary>
internal sealed class CellGrid
{
    private const float BoxCm = 2;
    private readonly Dictionary<(int, int, int), List<int>> boxes = [];

    /// <summary>Sorts the cells of a body into boxes.</summary>
    public CellGrid(BodyMesh mesh)
    {
        Centres = new Vector3[mesh.CellCount];
        Normals = new Vector3[mesh.CellCount];
        for (int cell = 0; cell < mesh.CellCount; cell++)
        {
            Centres[cell] = mesh.Centroid(cell);
            Normals[cell] = mesh.CellNormal(cell);
            (int, int, int) box = Box(Centres[cell]);
            if (!boxes.TryGetValue(box, out List<int>? cells)) boxes[box] = cells = [];
            cells.Add(cell);
        }
    }

    /// <summary>Centre of each cell.</summary>
    public Vector3[] Centres { get; }

    /// <summary>Normal of each cell.</summary>
    public Vector3[] Normals { get; }

    /// <summary>Cells in the boxes that a ball touches.</summary>
    public IEnumerable<int> Near(Vector3 centre, float radius)
    {
        (int x0, int y0, int z0) = Box(centre - new Vector3(radius));
        (int x1, int y1, int z1) = Box(centre + new Vector3(radius));
        for (int x = x0; x <= x1; x++)
        {
            for (int y = y0; y <= y1; y++)
            {
                for (int z = z0; z <= z1; z++)
                {
                    if (!boxes.TryGetValue((x, y, z), out List<int>? cells)) continue;
                    foreach (int cell in cells) yield return cell;
                }
            }
        }
    }

    private static (int, int, int) Box(Vector3 p) =>
        ((int)MathF.Floor(p.X / BoxCm), (int)MathF.Floor(p.Y / BoxCm), (int)MathF.Floor(p.Z / BoxCm));
}

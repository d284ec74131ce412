using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>Which cell of the body each pixel of a view shows.</summary>
/// <remarks>
/// Only cells are stored; depth, place and normal follow from the mesh, so that one small file serves and a pixel's
/// place can be carried to another build.
/// </remarks>
public sealed class ViewBuffer
{
    /// <summary>The value of a pixel that shows no skin.</summary>
    public const ushort None = 0xFFFF;

    private readonly Lazy<float[]> depths;
    private readonly bool[] shown;

    /// <summary>A buffer from its pixels.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="mesh">The build it looks at.</param>
    /// <param name="cells">One cell a pixel, row by row from the top left.</param>
    /// <exception cref="ArgumentException">Not one cell a pixel, or a cell the mesh does not have.</exception>
    public ViewBuffer(BodyView view, BodyMesh mesh, ushort[] cells)
        : this(view, mesh, cells, new bool[mesh.CellCount])
    {
        if (cells.Length != view.WidthPx * view.HeightPx)
            throw new ArgumentException("One cell a pixel is needed.", nameof(cells));
        foreach (ushort cell in cells)
        {
            if (cell == None) continue;
            if (cell >= mesh.CellCount) throw new ArgumentException($"The mesh has no cell {cell}.", nameof(cells));
            shown[cell] = true;
        }
    }

    /// <summary>A buffer whose cells are known to be of the mesh, and which of them it shows.</summary>
    internal ViewBuffer(BodyView view, BodyMesh mesh, ushort[] cells, bool[] shown)
    {
        this.shown = shown;
        View = view;
        Mesh = mesh;
        Cells = cells;
        depths = new Lazy<float[]>(ComputeDepths);
    }

    /// <summary>The camera.</summary>
    public BodyView View { get; }

    /// <summary>The build it looks at.</summary>
    public BodyMesh Mesh { get; }

    /// <summary>One cell a pixel, row by row from the top left; <see cref="None"/> where there is no skin.</summary>
    public ushort[] Cells { get; }

    /// <summary>Pixels across.</summary>
    public int Width => View.WidthPx;

    /// <summary>Pixels down.</summary>
    public int Height => View.HeightPx;

    /// <summary>Scale of the picture.</summary>
    public float PixelsPerCm => View.PixelsPerCm;

    /// <summary>Depth behind the view's centre a pixel, centimetres; infinite where there is no skin.</summary>
    /// <remarks>Made on first use.</remarks>
    public float[] Depths => depths.Value;

    /// <summary>Whether any pixel shows one of these cells.</summary>
    public bool ShowsAny(ReadOnlySpan<int> cells)
    {
        foreach (int cell in cells)
            if (shown[cell]) return true;
        return false;
    }

    /// <summary>The cell at a pixel; -1 outside the picture and where there is no skin.</summary>
    public int CellAt(int x, int y)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height) return -1;
        ushort cell = Cells[y * Width + x];
        return cell == None ? -1 : cell;
    }

    /// <summary>The place on the skin a pixel shows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no skin at the pixel.</exception>
    public SurfacePlace PlaceAt(int x, int y)
    {
        int cell = CellAt(x, y);
        return cell >= 0 ? PlaceIn(cell, x + 0.5f, y + 0.5f)
            : throw new ArgumentOutOfRangeException(nameof(x), $"There is no skin at pixel ({x}, {y}) of {View.Id}.");
    }

    /// <summary>The point a pixel shows, centimetres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no skin at the pixel.</exception>
    public Vector3 PointAt(int x, int y) => PlaceAt(x, y).PositionOn(Mesh);

    /// <summary>The unit outward normal at a pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no skin at the pixel.</exception>
    public Vector3 NormalAt(int x, int y) => PlaceAt(x, y).NormalOn(Mesh);

    /// <summary>Where a point of the skin is seen.</summary>
    /// <param name="point">Centimetres, on or near the surface of this build.</param>
    /// <param name="normal">Unit outward normal there.</param>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <returns>False where the point is turned away, covered by something nearer, or outside the picture.</returns>
    public bool TryProject(Vector3 point, Vector3 normal, out float x, out float y)
    {
        Vector3 p = View.Project(point);
        (x, y) = (p.X, p.Y);
        if (Vector3.Dot(normal, View.Direction) > -0.05f) return false;
        if (CellAt((int)MathF.Floor(x), (int)MathF.Floor(y)) < 0) return false;
        // At a slant the pixel's own point may lie deeper than the point asked for; 0.8 cm covers every thin part.
        return p.Z - Depths[(int)y * Width + (int)x] < 0.8f;
    }

    /// <summary>Where a place of the skin is seen in this build.</summary>
    /// <returns>False where the place is turned away, covered by something nearer, or outside the picture.</returns>
    public bool TryProject(SurfacePlace place, out float x, out float y) =>
        TryProject(place.PositionOn(Mesh), place.NormalOn(Mesh), out x, out y);

    private float[] ComputeDepths()
    {
        var result = new float[Cells.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Cells[i] == None
                ? float.PositiveInfinity
                : View.Project(PlaceIn(Cells[i], i % Width + 0.5f, i / Width + 0.5f).PositionOn(Mesh)).Z;
        }

        return result;
    }

    /// <summary>Where the ray of a pixel meets the plane of a cell, kept inside the cell.</summary>
    private SurfacePlace PlaceIn(int cell, float x, float y)
    {
        int[] t = Mesh.Triangles;
        Vector3 a = View.Project(Mesh.Positions[t[3 * cell]]);
        Vector3 b = View.Project(Mesh.Positions[t[3 * cell + 1]]);
        Vector3 c = View.Project(Mesh.Positions[t[3 * cell + 2]]);
        float area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        if (MathF.Abs(area) < 1e-6f) return new SurfacePlace(cell, 1 / 3f, 1 / 3f);
        float u = ((x - a.X) * (c.Y - a.Y) - (c.X - a.X) * (y - a.Y)) / area;
        float v = ((b.X - a.X) * (y - a.Y) - (x - a.X) * (b.Y - a.Y)) / area;
        u = Math.Max(0, u);
        v = Math.Max(0, v);
        float excess = u + v;
        return excess > 1 ? new SurfacePlace(cell, u / excess, v / excess) : new SurfacePlace(cell, u, v);
    }
}

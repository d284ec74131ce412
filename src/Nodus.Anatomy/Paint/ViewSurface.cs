using System.Numerics;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// The skin that a fixed view shows, pixel by pixel: which cell and how deep. In the view's own frame distances are
/// those of the body, so painting needs nothing else.
/// </summary>
public sealed class ViewSurface
{
    // Depths are measured by rows of tiles; a plane is depth at the first pixel, per column, per row, and its bounds.
    private const int TileWidth = 64, PlaneSize = 5;

    private readonly Vector3 right;
    private readonly Vector3 up;
    private readonly Vector3 forward;
    private readonly Vector3 centre;
    private readonly float[] planes;
    private readonly bool[] isPlane;
    private readonly bool[] measured;
    private readonly int tiles;

    /// <summary>Prepares a view.</summary>
    /// <param name="mesh">The build that is seen.</param>
    /// <param name="cells">The cell at each pixel, row by row; a number without a cell where there is no skin.</param>
    /// <param name="width">Columns.</param>
    /// <param name="pixelsPerCm">Scale of the parallel projection.</param>
    /// <param name="right">Unit vector to the right of the picture.</param>
    /// <param name="up">Unit vector to the top of the picture.</param>
    /// <param name="centre">The point in the middle of the picture.</param>
    public ViewSurface(
        BodyMesh mesh, ushort[] cells, int width, float pixelsPerCm, Vector3 right, Vector3 up, Vector3 centre)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(cells);
        if (width <= 0 || cells.Length % width != 0) throw new ArgumentException("The rows are not full.", nameof(cells));
        Mesh = mesh;
        Width = width;
        Height = cells.Length / width;
        PixelsPerCm = pixelsPerCm;
        Cells = cells;
        this.right = right;
        this.up = up;
        this.centre = centre;
        forward = Vector3.Cross(up, right);
        NormalX = new float[mesh.CellCount];
        NormalY = new float[mesh.CellCount];
        NormalZ = new float[mesh.CellCount];
        Depth = new float[cells.Length];
        planes = new float[PlaneSize * mesh.CellCount];
        isPlane = new bool[mesh.CellCount];
        tiles = (width + TileWidth - 1) / TileWidth;
        measured = new bool[Height * tiles];
    }

    /// <summary>The surface of a compiled view.</summary>
    public static ViewSurface Of(ViewBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        BodyView view = buffer.View;
        return new ViewSurface(
            buffer.Mesh, buffer.Cells, buffer.Width, view.PixelsPerCm, view.Right, view.Up, view.Centre);
    }

    /// <summary>The build, in the pose that is seen.</summary>
    public BodyMesh Mesh { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Scale of the parallel projection.</summary>
    public float PixelsPerCm { get; }

    /// <summary>The whole view.</summary>
    public PixelRect Bounds => new(0, 0, Width, Height);

    /// <summary>The cell at each pixel.</summary>
    internal ushort[] Cells { get; }

    /// <summary>
    /// Distance behind the plane through the view's centre; infinite where there is no skin. Known only where
    /// <see cref="Measure"/> has been asked for it; likewise the normals of their cells.
    /// </summary>
    internal float[] Depth { get; }

    /// <summary>Normals of the visible cells, in the body's frame.</summary>
    internal float[] NormalX { get; }

    internal float[] NormalY { get; }

    internal float[] NormalZ { get; }

    /// <summary>Where a point of the body falls: column and row in pixels, pixel centres at one half, and depth.</summary>
    internal (float X, float Y, float Depth) Project(Vector3 p)
    {
        Vector3 d = p - centre;
        return (
            Vector3.Dot(d, right) * PixelsPerCm + Width / 2f,
            Height / 2f - Vector3.Dot(d, up) * PixelsPerCm,
            Vector3.Dot(d, forward));
    }

    /// <summary>The pixels within a radius of a point, cut to the picture.</summary>
    internal PixelRect Around(float x, float y, float radiusCm)
    {
        float r = radiusCm * PixelsPerCm;
        int x0 = Math.Max(0, (int)MathF.Floor(x - r)), x1 = Math.Min(Width - 1, (int)MathF.Ceiling(x + r));
        int y0 = Math.Max(0, (int)MathF.Floor(y - r)), y1 = Math.Min(Height - 1, (int)MathF.Ceiling(y + r));
        return x1 < x0 || y1 < y0 ? default : new PixelRect(x0, y0, x1 - x0 + 1, y1 - y0 + 1);
    }

    /// <summary>
    /// Measures depth wherever the rectangle reaches, unless that has been done. Only where a pen goes: a whole view is
    /// more than a million pixels, seconds in a browser.
    /// </summary>
    internal void Measure(PixelRect rect)
    {
        int first = rect.X / TileWidth, last = (rect.X + rect.Width - 1) / TileWidth;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            for (int tile = first; tile <= last; tile++)
            {
                if (Volatile.Read(ref measured[y * tiles + tile])) continue;
                // Said to be measured only when it is: a host paints for several visitors at once. Twice does no harm.
                MeasureTile(tile * TileWidth, Math.Min(Width, (tile + 1) * TileWidth), y);
                Volatile.Write(ref measured[y * tiles + tile], true);
            }
        }
    }

    private void MeasureTile(int x0, int x1, int y)
    {
        for (int x = x0, i = y * Width + x0; x < x1; x++, i++)
        {
            int cell = Cells[i];
            if (cell >= isPlane.Length)
            {
                Depth[i] = float.PositiveInfinity;
                continue;
            }

            if (!Volatile.Read(ref isPlane[cell])) LayPlane(cell);
            int o = PlaneSize * cell;
            float depth = planes[o] + planes[o + 1] * x + planes[o + 2] * y, least = planes[o + 3], most = planes[o + 4];
            Depth[i] = depth < least ? least : depth > most ? most : depth;
        }
    }

    private void LayPlane(int cell)
    {
        Vector3 n = Mesh.CellNormal(cell);
        (NormalX[cell], NormalY[cell], NormalZ[cell]) = (n.X, n.Y, n.Z);
        (float ax, float ay, float az) = Project(Mesh.Positions[Mesh.Triangles[3 * cell]]);
        (float bx, float by, float bz) = Project(Mesh.Positions[Mesh.Triangles[3 * cell + 1]]);
        (float cx, float cy, float cz) = Project(Mesh.Positions[Mesh.Triangles[3 * cell + 2]]);
        float area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        float perX = 0, perY = 0;
        if (MathF.Abs(area) > 1e-6f)
        {
            perX = ((bz - az) * (cy - ay) - (cz - az) * (by - ay)) / area;
            perY = ((cz - az) * (bx - ax) - (bz - az) * (cx - ax)) / area;
        }

        Span<float> plane = planes.AsSpan(PlaneSize * cell, PlaneSize);
        plane[0] = az + perX * (0.5f - ax) + perY * (0.5f - ay);
        plane[1] = perX;
        plane[2] = perY;
        plane[3] = Math.Min(az, Math.Min(bz, cz));
        plane[4] = Math.Max(az, Math.Max(bz, cz));
        Volatile.Write(ref isPlane[cell], true);
    }
}

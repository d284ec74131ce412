using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>Which face of a mesh each sample of a view shows: a depth buffer filled triangle by triangle.</summary>
internal sealed class Rasterization
{
    private readonly BodyView view;
    private readonly int[] triangles;
    private readonly Vector3[] projected;

    private Rasterization(BodyView view, Vector3[] positions, int[] triangles, int samplesPerPixel)
    {
        this.view = view;
        this.triangles = triangles;
        Width = view.WidthPx * samplesPerPixel;
        Height = view.HeightPx * samplesPerPixel;
        Faces = new int[Width * Height];
        Depths = new float[Width * Height];
        Array.Fill(Faces, -1);
        Array.Fill(Depths, float.PositiveInfinity);
        projected = new Vector3[positions.Length];
        for (int v = 0; v < projected.Length; v++)
            projected[v] = view.Project(positions[v]) * new Vector3(samplesPerPixel, samplesPerPixel, 1);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The nearest face a sample; -1 where there is none.</summary>
    public int[] Faces { get; }

    /// <summary>Its depth behind the view's centre; infinite where there is none.</summary>
    public float[] Depths { get; }

    public static Rasterization Of(BodyView view, BodyMesh mesh, int samplesPerPixel)
    {
        var picture = new Rasterization(view, mesh.Positions, mesh.Triangles, samplesPerPixel);
        int half = mesh.CellCount / 2;
        int first = view.Shows == Side.Right ? half : 0, last = view.Shows == Side.Left ? half : mesh.CellCount;
        for (int f = first; f < last; f++) picture.Fill(f);
        return picture;
    }

    /// <summary>Rasterises all of any surface.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="positions">Vertices, centimetres.</param>
    /// <param name="triangles">Three vertices a face, counter-clockwise seen from outside.</param>
    /// <param name="samplesPerPixel">Samples along an edge of a pixel.</param>
    public static Rasterization Of(BodyView view, Vector3[] positions, int[] triangles, int samplesPerPixel)
    {
        var picture = new Rasterization(view, positions, triangles, samplesPerPixel);
        for (int f = 0; f < triangles.Length / 3; f++) picture.Fill(f);
        return picture;
    }

    /// <summary>Barycentric weights of a sample in its face.</summary>
    public Vector3 WeightsAt(int x, int y)
    {
        int f = Faces[y * Width + x];
        Vector3 a = projected[triangles[3 * f]];
        Vector3 b = projected[triangles[3 * f + 1]];
        Vector3 c = projected[triangles[3 * f + 2]];
        float px = x + 0.5f, py = y + 0.5f;
        float area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        float u = ((px - a.X) * (c.Y - a.Y) - (c.X - a.X) * (py - a.Y)) / area;
        float v = ((b.X - a.X) * (py - a.Y) - (px - a.X) * (b.Y - a.Y)) / area;
        return new Vector3(1 - u - v, u, v);
    }

    private void Fill(int f)
    {
        Vector3 a = projected[triangles[3 * f]];
        Vector3 b = projected[triangles[3 * f + 1]];
        Vector3 c = projected[triangles[3 * f + 2]];
        float area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        // Counter-clockwise from outside is clockwise on a screen whose y runs down: faces turned away have area >= 0.
        if (area >= -1e-9f) return;
        int left = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.X, Math.Min(b.X, c.X)) - 0.5f));
        int right = Math.Min(Width - 1, (int)MathF.Floor(Math.Max(a.X, Math.Max(b.X, c.X)) - 0.5f));
        int top = Math.Max(0, (int)MathF.Ceiling(Math.Min(a.Y, Math.Min(b.Y, c.Y)) - 0.5f));
        int bottom = Math.Min(Height - 1, (int)MathF.Floor(Math.Max(a.Y, Math.Max(b.Y, c.Y)) - 0.5f));
        float inverse = 1 / area;
        for (int y = top; y <= bottom; y++)
        {
            float py = y + 0.5f;
            for (int x = left; x <= right; x++)
            {
                float px = x + 0.5f;
                float u = ((px - a.X) * (c.Y - a.Y) - (c.X - a.X) * (py - a.Y)) * inverse;
                float v = ((b.X - a.X) * (py - a.Y) - (px - a.X) * (b.Y - a.Y)) * inverse;
                if (u < 0 || v < 0 || u + v > 1) continue;
                float depth = a.Z + (b.Z - a.Z) * u + (c.Z - a.Z) * v;
                int i = y * Width + x;
                if (depth >= Depths[i] || depth < view.NearCm || depth > view.FarCm) continue;
                Depths[i] = depth;
                Faces[i] = f;
            }
        }
    }
}

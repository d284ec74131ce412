using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>
/// The skin that a fixed view shows, pixel by pixel, in the view's own frame: depth and normal. Distances in the frame
/// are distances in the body, so painting needs nothing else.
/// </summary>
public sealed class ViewSurface
{
    private readonly Vector3 right;
    private readonly Vector3 up;
    private readonly Vector3 forward;
    private readonly Vector3 centre;

    /// <summary>Prepares a view.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixelsPerCm">Scale of the parallel projection.</param>
    /// <param name="right">Unit vector to the right of the picture.</param>
    /// <param name="up">Unit vector to the top of the picture.</param>
    /// <param name="centre">The point in the middle of the picture.</param>
    /// <param name="point">Skin at a pixel; null where there is none. Called once a pixel.</param>
    /// <param name="normal">Unit outward normal there.</param>
    public ViewSurface(
        int width, int height, float pixelsPerCm, Vector3 right, Vector3 up, Vector3 centre,
        Func<int, int, Vector3?> point, Func<int, int, Vector3> normal)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(normal);
        Width = width;
        Height = height;
        PixelsPerCm = pixelsPerCm;
        this.right = right;
        this.up = up;
        this.centre = centre;
        forward = Vector3.Cross(up, right);
        Depth = new float[width * height];
        NormalX = new sbyte[width * height];
        NormalY = new sbyte[width * height];
        NormalZ = new sbyte[width * height];
        for (int y = 0, i = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, i++)
            {
                if (point(x, y) is not { } p)
                {
                    Depth[i] = float.PositiveInfinity;
                    continue;
                }

                Vector3 n = normal(x, y) * 127;
                Depth[i] = Vector3.Dot(p - centre, forward);
                NormalX[i] = (sbyte)MathF.Round(n.X);
                NormalY[i] = (sbyte)MathF.Round(n.Y);
                NormalZ[i] = (sbyte)MathF.Round(n.Z);
            }
        }
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Scale of the parallel projection.</summary>
    public float PixelsPerCm { get; }

    /// <summary>Distance behind the plane through the view's centre; infinite where there is no skin.</summary>
    internal float[] Depth { get; }

    /// <summary>Normals of the body's frame, 127 for 1.</summary>
    internal sbyte[] NormalX { get; }

    internal sbyte[] NormalY { get; }

    internal sbyte[] NormalZ { get; }

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
}

using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>For each pixel of a view how near it is to a stipple dot: made once a view, read by the composer.</summary>
public sealed class StippleMask
{
    /// <summary>Coarse dots closer together than this on the screen would run into grey; then fine ones are left out.</summary>
    private const float SpacingPixelsMin = 5f;

    /// <summary>Measures a view against the dots.</summary>
    public StippleMask(ViewSurface surface, StippleDots dots)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(dots);
        Distance = new byte[surface.Width * surface.Height];
        Array.Fill(Distance, byte.MaxValue);
        // Dots are fixed on the skin by their addresses, so they go where this build and pose have that skin.
        BodyMesh mesh = surface.Mesh;
        float largest = 0;
        for (int i = 0; i < dots.Points.Length; i++)
        {
            bool fine = dots.SpacingCm[i] * surface.PixelsPerCm >= SpacingPixelsMin;
            if (!fine && i >= dots.CoarseCount) continue;
            float reach = dots.SpacingCm[i] * (fine ? 0.5f : 1f);
            largest = Math.Max(largest, reach);
            SurfacePlace left = dots.Points[i];
            Mark(surface, left.PositionOn(mesh), left.NormalOn(mesh), reach);
            SurfacePlace right = left.Mirrored(mesh);
            Mark(surface, right.PositionOn(mesh), right.NormalOn(mesh), reach);
        }

        HalfPixel = largest > 0 ? 0.5f / (largest * surface.PixelsPerCm) : 1;
    }

    /// <summary>Distance to the nearest dot, 255 for half the spacing or more.</summary>
    internal byte[] Distance { get; }

    /// <summary>Half a pixel in the measure of <see cref="Distance"/>, 1 for 255: for smooth rims.</summary>
    internal float HalfPixel { get; }

    private void Mark(ViewSurface surface, Vector3 p, Vector3 n, float reach)
    {
        (float cx, float cy, float cz) = surface.Project(p);
        PixelRect rect = surface.Around(cx, cy, reach);
        surface.Measure(rect);
        float cm = 1 / surface.PixelsPerCm;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            float dy = (y + 0.5f - cy) * cm;
            for (int x = rect.X; x < rect.X + rect.Width; x++)
            {
                int i = y * surface.Width + x;
                float dx = (x + 0.5f - cx) * cm, dz = surface.Depth[i] - cz;
                float d = dx * dx + dy * dy + dz * dz;
                if (!(d < reach * reach)) continue;
                int cell = surface.Cells[i];
                if (surface.NormalX[cell] * n.X + surface.NormalY[cell] * n.Y + surface.NormalZ[cell] * n.Z <= 0) continue;
                Distance[i] = Math.Min(Distance[i], (byte)(255 * MathF.Sqrt(d) / reach));
            }
        }
    }
}

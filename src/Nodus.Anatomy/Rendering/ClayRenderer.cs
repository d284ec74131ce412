using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>Renders views of one build: clay pictures and cell buffers.</summary>
public sealed class ClayRenderer
{
    // Samples along one edge of a pixel, and the one in the middle.
    private const int Samples = 3, Middle = Samples / 2;
    private const float SmoothDepthCm = 0.2f;

    private readonly BodyMesh cells;
    private readonly FineSkin skin;

    /// <summary>Refines the skin of a build (seconds).</summary>
    /// <param name="mesh">The build's cells.</param>
    /// <param name="body">The field they lie on.</param>
    public ClayRenderer(BodyMesh mesh, ImplicitBody body)
    {
        cells = mesh;
        skin = FineSkin.Of(mesh, body);
    }

    /// <summary>Renders one view.</summary>
    public (ClayPicture Picture, ViewBuffer Buffer) Render(BodyView view)
    {
        var raster = Rasterization.Of(view, skin.Mesh, Samples);
        return (Shade(view, raster), Cells(view, raster));
    }

    private ViewBuffer Cells(BodyView view, Rasterization raster)
    {
        var result = new ushort[view.WidthPx * view.HeightPx];
        for (int y = 0; y < view.HeightPx; y++)
        {
            for (int x = 0; x < view.WidthPx; x++)
            {
                int face = raster.Faces[(y * Samples + Middle) * raster.Width + x * Samples + Middle];
                bool shown = face >= 0 && view.SolidityAt(x + 0.5f, y + 0.5f) > 0.3f;
                result[y * view.WidthPx + x] = shown ? (ushort)(face / FineSkin.FacesPerCell) : ViewBuffer.None;
            }
        }

        return new ViewBuffer(view, cells, result);
    }

    private ClayPicture Shade(BodyView view, Rasterization raster)
    {
        var light = new ClayLight(view);
        var rgba = new byte[4 * view.WidthPx * view.HeightPx];
        Parallel.For(0, view.HeightPx, y =>
        {
            for (int x = 0; x < view.WidthPx; x++)
            {
                float brightness = PixelLight(raster, light, x, y, out float coverage);
                float alpha = coverage * view.SolidityAt(x + 0.5f, y + 0.5f);
                Span<byte> pixel = rgba.AsSpan(4 * (y * view.WidthPx + x), 4);
                // A transparent pixel's colour is never seen; zero packs best.
                if (alpha < 0.5f / 255) continue;
                ClayLight.Encode(brightness, pixel);
                pixel[3] = (byte)(alpha * 255 + 0.5f);
            }
        });
        return new ClayPicture(view.WidthPx, view.HeightPx, rgba);
    }

    /// <summary>The mean brightness of a pixel's covered samples, and how many are covered.</summary>
    /// <remarks>
    /// Only covered samples count: a pixel of the outline has the skin's own colour and partial opacity, so that no
    /// background ever shows as a halo.
    /// </remarks>
    private float PixelLight(Rasterization raster, ClayLight light, int x, int y, out float coverage)
    {
        int left = x * Samples, top = y * Samples, hits = 0;
        float nearest = float.MaxValue, farthest = float.MinValue;
        for (int j = top; j < top + Samples; j++)
        {
            for (int i = left; i < left + Samples; i++)
            {
                float depth = raster.Depths[j * raster.Width + i];
                if (float.IsInfinity(depth)) continue;
                hits++;
                nearest = Math.Min(nearest, depth);
                farthest = Math.Max(farthest, depth);
            }
        }

        coverage = (float)hits / (Samples * Samples);
        if (hits == 0) return 0;
        // Inside, where the skin is smooth, the middle sample stands for all.
        if (hits == Samples * Samples && farthest - nearest < SmoothDepthCm)
            return SampleLight(raster, light, left + Middle, top + Middle);
        float sum = 0;
        for (int j = top; j < top + Samples; j++)
        {
            for (int i = left; i < left + Samples; i++)
            {
                if (raster.Faces[j * raster.Width + i] >= 0) sum += SampleLight(raster, light, i, j);
            }
        }

        return sum / hits;
    }

    private float SampleLight(Rasterization raster, ClayLight light, int x, int y)
    {
        int face = raster.Faces[y * raster.Width + x];
        Vector3 w = raster.WeightsAt(x, y);
        int[] t = skin.Mesh.Triangles;
        int a = t[3 * face], b = t[3 * face + 1], c = t[3 * face + 2];
        Vector3[] n = skin.Mesh.Normals;
        Vector3 normal = Vector3.Normalize(n[a] * w.X + n[b] * w.Y + n[c] * w.Z);
        float openness = skin.Openness[a] * w.X + skin.Openness[b] * w.Y + skin.Openness[c] * w.Z;
        return light.Shade(normal, openness) * (1 - 0.45f * Contour(raster, x, y));
    }

    /// <summary>How much a sample lies on the near side of a jump in depth, 0 to 1: a drawn contour inside the body.</summary>
    private static float Contour(Rasterization raster, int x, int y)
    {
        float depth = raster.Depths[y * raster.Width + x], jump = 0;
        for (int k = 0; k < 4; k++)
        {
            int nx = x + (k == 0 ? Samples : k == 1 ? -Samples : 0), ny = y + (k == 2 ? Samples : k == 3 ? -Samples : 0);
            if ((uint)nx >= (uint)raster.Width || (uint)ny >= (uint)raster.Height) continue;
            float beyond = raster.Depths[ny * raster.Width + nx] - depth;
            if (float.IsFinite(beyond)) jump = Math.Max(jump, beyond);
        }

        return Math.Clamp((jump - 0.8f) / 2.5f, 0, 1);
    }
}

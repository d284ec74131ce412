using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>Renders views of one build: clay pictures and cell buffers.</summary>
public sealed class ClayRenderer
{
    private const int Samples = 3;

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
                int face = raster.Faces[(y * Samples + Samples / 2) * raster.Width + x * Samples + Samples / 2];
                result[y * view.WidthPx + x] = face < 0 ? ViewBuffer.None : (ushort)(face / FineSkin.FacesPerCell);
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
                var sum = default(Vector3);
                int hits = 0;
                for (int j = 0; j < Samples; j++)
                {
                    for (int i = 0; i < Samples; i++)
                    {
                        int sx = x * Samples + i, sy = y * Samples + j, face = raster.Faces[sy * raster.Width + sx];
                        if (face < 0) continue;
                        hits++;
                        sum += SampleColour(raster, light, sx, sy, face);
                    }
                }

                if (hits == 0) continue;
                // The mean of the covered samples only: an edge pixel has the skin's colour and partial opacity, so no
                // background ever shows as a halo.
                ClayLight.Encode(sum / hits, rgba.AsSpan(4 * (y * view.WidthPx + x), 3));
                float alpha = (float)hits / (Samples * Samples);
                rgba[4 * (y * view.WidthPx + x) + 3] = (byte)(alpha * 255 + 0.5f);
            }
        });
        return new ClayPicture(view.WidthPx, view.HeightPx, rgba);
    }

    private Vector3 SampleColour(Rasterization raster, ClayLight light, int x, int y, int face)
    {
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

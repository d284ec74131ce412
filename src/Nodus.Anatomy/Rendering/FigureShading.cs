using System.Numerics;

namespace Nodus.Anatomy.Rendering;

/// <summary>Turns the samples of a figure into pixels.</summary>
internal sealed class FigureShading
{
    // Directions in which a pixel looks for something nearer that takes its light, and how far, in centimetres.
    private const int NearbyDirections = 10;
    private static readonly float[] NearbyCm = [0.9f, 2.8f];

    private const float SmoothDepthCm = 0.4f;

    private readonly BodyView view;
    private readonly FigureScene scene;
    private readonly Rasterization raster;
    private readonly ClayLight light;
    private readonly int samples;
    private readonly Vector3 right, origin, down;
    private readonly (int X, int Y)[] nearby;

    public FigureShading(BodyView view, FigureScene scene, Rasterization raster, int samples)
    {
        this.view = view;
        this.scene = scene;
        this.raster = raster;
        this.samples = samples;
        light = new ClayLight(view);
        // The way of one sample to the right and down, and the point of the first at the depth of the view's centre.
        right = view.Right / (view.PixelsPerCm * samples);
        down = -view.Up / (view.PixelsPerCm * samples);
        origin = view.Unproject(0, 0, 0) + (right + down) / 2;
        nearby = [.. NearbyCm.SelectMany(far => Enumerable.Range(0, NearbyDirections).Select(k =>
        {
            (float sin, float cos) = MathF.SinCos(2 * MathF.PI * (k + far) / NearbyDirections);
            float radius = far * view.PixelsPerCm * samples;
            return ((int)(radius * cos), (int)(radius * sin));
        }))];
    }

    public ClayPicture Picture()
    {
        int width = view.WidthPx, height = view.HeightPx;
        var rgba = new byte[4 * width * height];
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++) Pixel(x, y, rgba.AsSpan(4 * (y * width + x), 4));
        });
        return new ClayPicture(width, height, rgba);
    }

    private void Pixel(int x, int y, Span<byte> pixel)
    {
        float solidity = view.SolidityAt(x + 0.5f, y + 0.5f);
        if (solidity <= 0) return;
        int left = x * samples, top = y * samples, middleX = left + samples / 2, middleY = top + samples / 2, hits = 0;
        float nearest = float.MaxValue, farthest = float.MinValue;
        for (int j = top; j < top + samples; j++)
        {
            for (int i = left; i < left + samples; i++)
            {
                float depth = raster.Depths[j * raster.Width + i];
                if (float.IsInfinity(depth)) continue;
                hits++;
                nearest = Math.Min(nearest, depth);
                farthest = Math.Max(farthest, depth);
            }
        }

        float alpha = solidity * hits / (samples * samples);
        if (alpha < 0.5f / 255) return;
        float shadow = 1 - 0.5f * Covered(middleX, middleY);
        // Inside, where the surface is smooth, the middle sample stands for all.
        bool smooth = hits == samples * samples && farthest - nearest < SmoothDepthCm;
        Vector3 colour = smooth ? Sample(middleX, middleY, shadow) : Mean(left, top, shadow);
        (pixel[0], pixel[1], pixel[2], pixel[3]) = (Byte(colour.X), Byte(colour.Y), Byte(colour.Z), Byte(alpha * 255));
    }

    private Vector3 Mean(int left, int top, float shadow)
    {
        Vector3 sum = default;
        int hits = 0;
        for (int j = top; j < top + samples; j++)
        {
            for (int i = left; i < left + samples; i++)
            {
                if (raster.Faces[j * raster.Width + i] < 0) continue;
                hits++;
                sum += Sample(i, j, shadow);
            }
        }

        return sum / hits;
    }

    private Vector3 Sample(int x, int y, float shadow)
    {
        int face = raster.Faces[y * raster.Width + x];
        Vector3 w = raster.WeightsAt(x, y);
        ReadOnlySpan<int> t = scene.Triangles.AsSpan(3 * face, 3);
        float openness = scene.Openness[t[0]] * w.X + scene.Openness[t[1]] * w.Y + scene.Openness[t[2]] * w.Z;
        float lit = light.Shade(NormalAt(x, y), openness);
        // Things keep back: they are lit more evenly than the body.
        if (face >= scene.SkinFaces) lit = 0.5f + 0.5f * lit;
        float brightness = lit * shadow * (1 - 0.5f * Contour(x, y));
        Span<byte> rgb = stackalloc byte[3];
        ClayLight.Encode(brightness, rgb);
        var colour = new Vector3(rgb[0], rgb[1], rgb[2]);
        return face < scene.SkinFaces ? colour : colour * scene.Tints[face - scene.SkinFaces];
    }

    /// <summary>
    /// How much of what is close by stands above the surface and takes its light: a soft shadow where things touch.
    /// What is seen around a place is compared with the plane that touches the surface there.
    /// </summary>
    private float Covered(int x, int y)
    {
        if (raster.Faces[y * raster.Width + x] < 0) return 0;
        Vector3 here = PointAt(x, y), normal = NormalAt(x, y);
        float covered = 0;
        for (int k = 0; k < nearby.Length; k++)
        {
            int i = x + nearby[k].X, j = y + nearby[k].Y;
            if ((uint)i >= (uint)raster.Width || (uint)j >= (uint)raster.Height) continue;
            if (raster.Faces[j * raster.Width + i] < 0) continue;
            Vector3 way = PointAt(i, j) - here;
            float height = Vector3.Dot(way, normal);
            if (height <= 0) continue;
            float distance = way.Length(), above = height / distance, far = NearbyCm[k / NearbyDirections];
            if (above > 0.15f) covered += (above - 0.15f) * Math.Clamp(2 - distance / (2.2f * far), 0, 1);
        }

        return Math.Clamp(covered / nearby.Length * 2.2f, 0, 1);
    }

    private Vector3 PointAt(int x, int y) =>
        origin + right * x + down * y + view.Direction * raster.Depths[y * raster.Width + x];

    private Vector3 NormalAt(int x, int y)
    {
        int face = raster.Faces[y * raster.Width + x];
        Vector3 w = raster.WeightsAt(x, y);
        ReadOnlySpan<int> t = scene.Triangles.AsSpan(3 * face, 3);
        Vector3[] n = scene.Normals;
        return Vector3.Normalize(n[t[0]] * w.X + n[t[1]] * w.Y + n[t[2]] * w.Z);
    }

    /// <summary>How much a sample lies on the near side of a jump in depth, 0 to 1: a drawn contour inside the body.</summary>
    private float Contour(int x, int y)
    {
        float depth = raster.Depths[y * raster.Width + x], jump = 0;
        for (int k = 0; k < 4; k++)
        {
            int i = x + (k == 0 ? samples : k == 1 ? -samples : 0), j = y + (k == 2 ? samples : k == 3 ? -samples : 0);
            if ((uint)i >= (uint)raster.Width || (uint)j >= (uint)raster.Height) continue;
            float beyond = raster.Depths[j * raster.Width + i] - depth;
            if (float.IsFinite(beyond)) jump = Math.Max(jump, beyond);
        }

        return Math.Clamp((jump - 0.6f) / 2.2f, 0, 1);
    }

    private static byte Byte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}

namespace Nodus.Anatomy.Paint;

/// <summary>
/// Turns paint into pixels: 8-bit RGBA, alpha not multiplied in, row by row, as a browser canvas and a PNG want it.
/// Only the given rectangle is touched, nothing is allocated.
/// </summary>
public static class PaintComposer
{
    private const int PenAlpha = 204; // of 256: the relief of the skin shows through
    private const float EssentialAlpha = 0.88f;
    private const float DotAlpha = 0.88f;
    private const float WashAlpha = 0.16f;

    /// <summary>Writes a layer of pen strokes in the colours of their intensities.</summary>
    /// <param name="paint">Strokes on the view.</param>
    /// <param name="rect">What to write.</param>
    /// <param name="colours">The colours.</param>
    /// <param name="rgba">The whole layer, 4 bytes a pixel.</param>
    public static void Pen(PixelPaint paint, PixelRect rect, PainColours colours, Span<byte> rgba)
    {
        ArgumentNullException.ThrowIfNull(paint);
        ArgumentNullException.ThrowIfNull(colours);
        ReadOnlySpan<byte> table = colours.Table;
        int width = paint.Surface.Width;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            int start = y * width + rect.X;
            ReadOnlySpan<byte> strength = paint.Strength.AsSpan(start, rect.Width);
            ReadOnlySpan<byte> intensity = paint.Intensity.AsSpan(start, rect.Width);
            Span<byte> row = rgba.Slice(4 * start, 4 * rect.Width);
            for (int i = 0, o = 0; i < strength.Length; i++, o += 4)
            {
                int c = 3 * intensity[i];
                row[o] = table[c];
                row[o + 1] = table[c + 1];
                row[o + 2] = table[c + 2];
                row[o + 3] = (byte)(PenAlpha * strength[i] >> 8);
            }
        }
    }

    /// <summary>Writes a layer of a referral pattern: essential zones solid, spillover zones stippled.</summary>
    /// <param name="essential">Essential strokes on the view.</param>
    /// <param name="spillover">Spillover strokes on the same view.</param>
    /// <param name="dots">The view's stipple dots.</param>
    /// <param name="rect">What to write.</param>
    /// <param name="colour">The colour, 0xRRGGBB.</param>
    /// <param name="rgba">The whole layer, 4 bytes a pixel.</param>
    public static void Referral(
        PixelPaint essential, PixelPaint spillover, StippleMask dots, PixelRect rect, int colour, Span<byte> rgba)
    {
        ArgumentNullException.ThrowIfNull(essential);
        ArgumentNullException.ThrowIfNull(spillover);
        ArgumentNullException.ThrowIfNull(dots);
        byte red = (byte)(colour >> 16), green = (byte)(colour >> 8), blue = (byte)colour;
        int width = essential.Surface.Width;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            int start = y * width + rect.X;
            ReadOnlySpan<byte> solid = essential.Strength.AsSpan(start, rect.Width);
            ReadOnlySpan<byte> spill = spillover.Strength.AsSpan(start, rect.Width);
            ReadOnlySpan<byte> near = dots.Distance.AsSpan(start, rect.Width);
            Span<byte> row = rgba.Slice(4 * start, 4 * rect.Width);
            for (int i = 0, o = 0; i < solid.Length; i++, o += 4)
            {
                if ((solid[i] | spill[i]) == 0)
                {
                    row[o + 3] = 0;
                    continue;
                }

                float alpha = Math.Max(EssentialAlpha * solid[i], WashAlpha * spill[i]) / 255;
                alpha = Math.Max(alpha, Dot(Math.Max(spill[i], 0.7f * solid[i]) / 255, near[i] / 255f, dots.HalfPixel));
                row[o] = red;
                row[o + 1] = green;
                row[o + 2] = blue;
                row[o + 3] = (byte)(255 * alpha);
            }
        }
    }

    /// <summary>Lays a layer over a picture of the same size.</summary>
    /// <param name="layer">What <see cref="Pen"/> or <see cref="Referral"/> wrote.</param>
    /// <param name="picture">The picture below; where it is transparent the layer leaves nothing.</param>
    public static void Over(ReadOnlySpan<byte> layer, Span<byte> picture)
    {
        if (layer.Length != picture.Length) throw new ArgumentException("Layer and picture differ in size.", nameof(picture));
        for (int o = 0; o < layer.Length; o += 4)
        {
            int a = layer[o + 3];
            if (a == 0) continue;
            for (int c = 0; c < 3; c++)
                picture[o + c] = (byte)((layer[o + c] * a + picture[o + c] * (255 - a) + 127) / 255);
        }
    }

    /// <summary>A dot grows with the strength of the paint and has a rim one pixel wide.</summary>
    private static float Dot(float strength, float distance, float halfPixel)
    {
        if (strength < 0.04f || distance >= 1) return 0;
        float radius = 0.22f + 0.46f * strength;
        float t = Math.Clamp((radius - distance) / (2 * halfPixel) + 0.5f, 0, 1);
        return DotAlpha * t;
    }
}

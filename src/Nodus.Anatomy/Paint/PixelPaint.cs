namespace Nodus.Anatomy.Paint;

/// <summary>
/// Paint on the pixels of one view: how strong, and of which intensity of pain. Dabs work on their own rectangle only
/// and allocate nothing, so that the pen keeps up in a browser.
/// </summary>
public sealed class PixelPaint
{
    private readonly ViewSurface surface;

    /// <summary>A clean view.</summary>
    public PixelPaint(ViewSurface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        this.surface = surface;
        Strength = new byte[surface.Width * surface.Height];
        Intensity = new byte[surface.Width * surface.Height];
    }

    /// <summary>The view that is painted on.</summary>
    public ViewSurface Surface => surface;

    /// <summary>Paint of each pixel, row by row, 255 for full.</summary>
    public byte[] Strength { get; }

    /// <summary>Ten times the intensity of pain of each painted pixel, 0 to 100.</summary>
    public byte[] Intensity { get; }

    /// <summary>Adds a dab; where dabs overlap the stronger paint and the greater intensity stay.</summary>
    /// <param name="dab">The dab.</param>
    /// <param name="core">Fraction of the radius that is full; see <see cref="PaintFalloff"/>.</param>
    /// <param name="intensity">Intensity of pain, 0 to 10.</param>
    /// <returns>The pixels that may have changed.</returns>
    public PixelRect Add(in PaintSample dab, float core = PaintFalloff.PenCore, float intensity = 10)
    {
        byte level = (byte)MathF.Round(Math.Clamp(intensity, 0, 10) * 10);
        return Apply(dab, core, level, false);
    }

    /// <summary>Takes paint away under a dab.</summary>
    /// <returns>The pixels that may have changed.</returns>
    public PixelRect Erase(in PaintSample dab) => Apply(dab, PaintFalloff.PenCore, 0, true);

    /// <summary>Wipes the view clean.</summary>
    public void Clear()
    {
        Array.Clear(Strength);
        Array.Clear(Intensity);
    }

    private PixelRect Apply(in PaintSample dab, float core, byte level, bool erase)
    {
        (float cx, float cy, float cz) = surface.Project(dab.Position);
        PixelRect rect = surface.Around(cx, cy, dab.RadiusCm);
        surface.Measure(rect);
        float cmPerPixel = 1 / surface.PixelsPerCm;
        for (int y = rect.Y; y < rect.Y + rect.Height; y++)
        {
            int start = y * surface.Width + rect.X;
            float dy = (y + 0.5f - cy) * cmPerPixel;
            Row(
                surface.Depth.AsSpan(start, rect.Width), surface.Cells.AsSpan(start, rect.Width),
                Strength.AsSpan(start, rect.Width), Intensity.AsSpan(start, rect.Width),
                (rect.X + 0.5f - cx) * cmPerPixel, cmPerPixel, dy * dy, cz, dab, core, level, erase);
        }

        return rect;
    }

    private void Row(
        ReadOnlySpan<float> depth, ReadOnlySpan<ushort> cells, Span<byte> strength, Span<byte> intensity,
        float dx, float step, float dySquared, float cz, in PaintSample dab, float core, byte level, bool erase)
    {
        float[] normalX = surface.NormalX, normalY = surface.NormalY, normalZ = surface.NormalZ;
        float nx = dab.Normal.X, ny = dab.Normal.Y, nz = dab.Normal.Z;
        float radius = dab.RadiusCm, radiusSquared = radius * radius, full = 255 * dab.Strength;
        for (int i = 0; i < depth.Length; i++, dx += step)
        {
            float dz = depth[i] - cz;
            float d = dx * dx + dySquared + dz * dz;
            // Also false where there is no skin: depth is infinite there.
            if (!(d < radiusSquared)) continue;
            // Most pixels of a moving pen are full already.
            if (!erase && strength[i] == byte.MaxValue && intensity[i] >= level) continue;
            int cell = cells[i];
            float facing = normalX[cell] * nx + normalY[cell] * ny + normalZ[cell] * nz;
            byte paint = (byte)(full * PaintFalloff.At(d, radius, core, facing) + 0.5f);
            if (paint == 0) continue;
            if (erase)
            {
                strength[i] = Math.Min(strength[i], (byte)(255 - paint));
                if (strength[i] == 0) intensity[i] = 0;
                continue;
            }

            // The soft rim of a severe stroke must not raise what lies under it.
            if ((paint >= 128 || strength[i] == 0) && level > intensity[i]) intensity[i] = level;
            if (paint > strength[i]) strength[i] = paint;
        }
    }
}

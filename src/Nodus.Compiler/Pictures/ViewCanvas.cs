using System.Numerics;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using SkiaSharp;

namespace Nodus.Compiler.Pictures;

/// <summary>One view of the neutral build, ready to be painted on.</summary>
internal sealed class ViewCanvas
{
    /// <summary>A view that is cut off (a foot seen from above) projects the rest of the body onto what it shows.</summary>
    private const float NearCm = 1.5f;

    private readonly byte[] clay;
    private readonly StippleMask dots;

    private ViewCanvas(ViewBuffer buffer, byte[] clay, StippleDots dots)
    {
        Buffer = buffer;
        this.clay = clay;
        Surface = ViewSurface.Of(buffer);
        this.dots = new StippleMask(Surface, dots);
    }

    /// <summary>Which skin each pixel shows.</summary>
    public ViewBuffer Buffer { get; }

    /// <summary>The same for painting.</summary>
    public ViewSurface Surface { get; }

    /// <summary>Reads a view and its clay picture from the compiled atlas.</summary>
    /// <exception cref="InvalidDataException">The picture does not fit the view.</exception>
    public static ViewCanvas Read(ViewBuffer buffer, string pictureFile, StippleDots dots)
    {
        BodyView view = buffer.View;
        var info = new SKImageInfo(view.WidthPx, view.HeightPx, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKBitmap? picture = SKBitmap.Decode(pictureFile, info);
        if (picture is null || picture.Width != view.WidthPx || picture.Height != view.HeightPx)
            throw new InvalidDataException($"{pictureFile} is no picture of {view.WidthPx} by {view.HeightPx} pixels.");
        return new ViewCanvas(buffer, picture.GetPixelSpan().ToArray(), dots);
    }

    /// <summary>The clay with a pattern on it, RGBA, alpha not multiplied in.</summary>
    public byte[] Paint(IEnumerable<PaintSample> essential, IEnumerable<PaintSample> spillover)
    {
        byte[] picture = [.. clay], layer = new byte[clay.Length];
        PixelPaint solid = Dabs(essential), stipple = Dabs(spillover);
        PaintComposer.Referral(solid, stipple, dots, Surface.Bounds, PainColours.ReferralRed, layer);
        PaintComposer.Over(layer, picture);
        return picture;
    }

    /// <summary>How squarely the view shows a spot, 0 (hidden) to 1.</summary>
    public float Facing(PaintSample spot) =>
        TryLocate(spot, out _, out _) ? Math.Max(0, -Vector3.Dot(spot.Normal, Buffer.View.Direction)) : 0;

    /// <summary>The pixel that shows a spot; false where the view shows something else there, or nothing.</summary>
    public bool TryLocate(PaintSample spot, out float x, out float y) =>
        Buffer.TryProject(spot.Position, spot.Normal, out x, out y)
        && Vector3.Distance(Buffer.PointAt((int)x, (int)y), spot.Position) < NearCm;

    private PixelPaint Dabs(IEnumerable<PaintSample> samples)
    {
        var paint = new PixelPaint(Surface);
        foreach (PaintSample sample in samples) paint.Add(sample, PaintFalloff.SoftCore);
        return paint;
    }
}

using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using SkiaSharp;

namespace Nodus.Compiler.Pictures;

/// <summary>
/// Draws referral patterns as the charts do: essential pattern solid, spillover stippled, the trigger point as an X, on
/// the two views that show most of it. Not safe for use from several threads at once.
/// </summary>
public sealed class ReferralPicture
{
    private const float CrossCm = 1.1f;

    private readonly BodyAtlas atlas;
    private readonly IReadOnlyList<ViewCanvas> views;

    private ReferralPicture(BodyAtlas atlas, IReadOnlyList<ViewCanvas> views)
    {
        this.atlas = atlas;
        this.views = views;
    }

    /// <summary>Reads the compiled atlas with all views of its neutral build.</summary>
    /// <param name="compiledData">The folder with <c>atlas.bin</c> and <c>views/</c>.</param>
    /// <exception cref="InvalidDataException">A file is damaged or of another atlas.</exception>
    /// <exception cref="IOException">A file is missing.</exception>
    public static ReferralPicture Read(string compiledData)
    {
        BodyAtlas body;
        using (FileStream file = File.OpenRead(Path.Combine(compiledData, "atlas.bin"))) body = BodyAtlas.Read(file);
        BodyBuild neutral = body.Builds[0];
        StippleDots dots = StippleDots.Scatter(neutral.Mesh);
        return new ReferralPicture(body, [.. neutral.Views.Select(view => Canvas(compiledData, neutral, view, dots))]);
    }

    /// <summary>Draws one pattern, views side by side.</summary>
    /// <param name="point">The trigger point.</param>
    /// <param name="paint">Its pattern.</param>
    /// <param name="side">The side it lies on: left or right.</param>
    /// <param name="widthPx">Width of the picture, all views together.</param>
    /// <param name="heightPx">Height of the picture.</param>
    /// <returns>A picture on white; the caller disposes of it.</returns>
    public SKBitmap Draw(TriggerPoint point, PaintedReferral paint, Side side, int widthPx, int heightPx)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(paint);
        PaintSample[] essential = paint.On(atlas.Mesh, side, ReferralKind.Essential);
        PaintSample[] spillover = paint.On(atlas.Mesh, side, ReferralKind.Spillover);
        SurfacePlace site = point.Site.On(atlas.Mesh, side);
        var spot = new PaintSample(site.PositionOn(atlas.Mesh), site.NormalOn(atlas.Mesh), 2, 1);

        var picture = new SKBitmap(new SKImageInfo(widthPx, heightPx, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.White);
        IReadOnlyList<ViewCanvas> best = ViewChoice.Best(views, [.. essential, .. spillover], spot);
        float width = widthPx / (float)best.Count;
        for (int i = 0; i < best.Count; i++)
        {
            var target = SKRect.Create(i * width, 0, width, heightPx);
            canvas.Save();
            canvas.ClipRect(target);
            DrawView(canvas, target, best[i], essential, spillover, spot);
            canvas.Restore();
        }

        return picture;
    }

    /// <summary>Draws many patterns with their names, row by row.</summary>
    /// <param name="points">The points with their patterns.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="cellWidthPx">Width of one.</param>
    /// <param name="cellHeightPx">Height of one, its title included.</param>
    /// <param name="side">The side the points lie on.</param>
    /// <returns>The sheet as PNG.</returns>
    public byte[] Sheet(
        IReadOnlyList<(TriggerPoint Point, PaintedReferral Paint)> points,
        int columns,
        int cellWidthPx = 520,
        int cellHeightPx = 400,
        Side side = Side.Left)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int rows = Math.Max(1, (points.Count + columns - 1) / columns), titlePx = Math.Max(18, cellHeightPx / 16), headPx = titlePx * 3 / 2;
        var info = new SKImageInfo(columns * cellWidthPx, rows * cellHeightPx, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface sheet = SKSurface.Create(info);
        sheet.Canvas.Clear(SKColors.White);
        using SKTypeface face = Typeface();
        using var font = new SKFont(face, titlePx * 0.68f);
        using var ink = new SKPaint { Color = new SKColor(0x26, 0x2B, 0x33), IsAntialias = true };
        using var small = new SKFont(face, titlePx * 0.5f);
        using var faint = new SKPaint { Color = new SKColor(0x6B, 0x74, 0x80), IsAntialias = true };
        using var line = new SKPaint { Color = new SKColor(0xD9, 0xDD, 0xE3), Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        for (int i = 0; i < points.Count; i++)
        {
            (TriggerPoint point, PaintedReferral paint) = points[i];
            int x = i % columns * cellWidthPx, y = i / columns * cellHeightPx;
            using SKBitmap picture = Draw(point, paint, side, cellWidthPx - 8, cellHeightPx - headPx - 8);
            sheet.Canvas.DrawBitmap(picture, x + 4, y + headPx + 4);
            sheet.Canvas.Save();
            sheet.Canvas.ClipRect(SKRect.Create(x, y, cellWidthPx - 6, headPx));
            sheet.Canvas.DrawText(point.Name, x + 8, y + titlePx * 0.85f, SKTextAlign.Left, font, ink);
            sheet.Canvas.Restore();
            sheet.Canvas.DrawText(point.Id, x + 8, y + titlePx * 1.4f, SKTextAlign.Left, small, faint);
            sheet.Canvas.DrawRect(x + 0.5f, y + 0.5f, cellWidthPx - 1, cellHeightPx - 1, line);
        }

        using SKImage image = sheet.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>The typeface that the compiler carries: a server may have none, and sheets look the same everywhere.</summary>
    private static SKTypeface Typeface()
    {
        using Stream font = typeof(ReferralPicture).Assembly.GetManifestResourceStream("Nodus.Compiler.Fonts.Inter-Regular.ttf")!;
        return SKTypeface.FromStream(font);
    }

    private static ViewCanvas Canvas(string compiledData, BodyBuild build, BodyView view, StippleDots dots)
    {
        string stem = Path.Combine(compiledData, "views", build.Id, view.Id);
        using FileStream file = File.OpenRead(stem + ".view");
        return ViewCanvas.Read(ViewBufferFormat.Read(file, view, build.Mesh), stem + ".png", dots);
    }

    private static void DrawView(
        SKCanvas canvas, SKRect target, ViewCanvas view, PaintSample[] essential, PaintSample[] spillover, PaintSample spot)
    {
        Crop crop = ViewChoice.Around(view, [.. essential, .. spillover, spot], target.Width / target.Height);
        float scale = target.Width / crop.Width;
        byte[] rgba = view.Paint(essential, spillover);
        var info = new SKImageInfo(view.Surface.Width, view.Surface.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKImage image = SKImage.FromPixelCopy(info, rgba);
        canvas.Translate(target.Left - crop.X * scale, target.Top - crop.Y * scale);
        canvas.Scale(scale);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (!view.TryLocate(spot, out float sx, out float sy)) return;
        float arm = CrossCm * view.Surface.PixelsPerCm / 2;
        // At least so large on the sheet that it is seen on a whole body.
        arm = Math.Max(arm, 6 / scale);
        Cross(canvas, sx, sy, arm, SKColors.White, arm * 0.75f);
        Cross(canvas, sx, sy, arm, new SKColor(0x14, 0x1A, 0x22), arm * 0.36f);
    }

    private static void Cross(SKCanvas canvas, float x, float y, float arm, SKColor colour, float strokeWidth)
    {
        using var pen = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = strokeWidth, StrokeCap = SKStrokeCap.Round };
        canvas.DrawLine(x - arm, y - arm, x + arm, y + arm, pen);
        canvas.DrawLine(x - arm, y + arm, x + arm, y - arm, pen);
    }
}

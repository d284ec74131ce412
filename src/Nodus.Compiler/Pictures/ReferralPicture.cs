using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;
using SkiaSharp;

namespace Nodus.Compiler.Pictures;

/// <summary>
/// Draws referral patterns as the charts do: essential pattern solid, spillover stippled, the trigger point as an X, on
/// the two views that show most of it. Rivals have a pattern and no X. Not safe for use from several threads at once.
/// </summary>
public sealed class ReferralPicture
{
    private const float Oversampling = 1.5f;
    private const int SheetCellWidthPx = 520, SheetCellHeightPx = 400, SheetHeadPx = 42;

    private readonly IReadOnlyList<ViewCanvas> views;

    private ReferralPicture(IReadOnlyList<ViewCanvas> views) => this.views = views;

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
        return new ReferralPicture([.. neutral.Views.Select(view => Canvas(compiledData, neutral, view, dots))]);
    }

    /// <summary>Draws one pattern, views side by side.</summary>
    /// <param name="canvas">Where to; pixels or vectors.</param>
    /// <param name="area">The part of the canvas for all views together.</param>
    /// <param name="plate">The pattern.</param>
    /// <param name="side">The side it lies on: left or right.</param>
    public void Draw(SKCanvas canvas, SKRect area, ReferralPlate plate, Side side)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(plate);
        PatternInPoses pattern = new(plate, side);
        IReadOnlyList<ViewCanvas> best = ViewChoice.Best(views, pattern);
        float width = area.Width / best.Count;
        for (int i = 0; i < best.Count; i++)
            DrawView(canvas, SKRect.Create(area.Left + i * width, area.Top, width, area.Height), best[i], pattern.On(best[i].Surface.Mesh));
    }

    /// <summary>Pixels that a contact sheet wants.</summary>
    public static SKSizeI SheetSize(int plates, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int rows = Math.Max(1, (plates + columns - 1) / columns);
        return new SKSizeI(columns * SheetCellWidthPx, rows * SheetCellHeightPx);
    }

    /// <summary>Draws many patterns with their names, row by row, from the canvas's upper left corner.</summary>
    /// <param name="canvas">Where to, at least <see cref="SheetSize"/>.</param>
    /// <param name="plates">The patterns.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="side">The side that what causes them lies on.</param>
    public void DrawSheet(SKCanvas canvas, IReadOnlyList<ReferralPlate> plates, int columns, Side side = Side.Left)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(plates);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        using var font = new SKFont(Lettering.SemiBold, 16);
        using var small = new SKFont(Lettering.Regular, 12);
        using var ink = new SKPaint { Color = new SKColor(0x26, 0x2B, 0x33), IsAntialias = true };
        using var faint = new SKPaint { Color = new SKColor(0x6B, 0x74, 0x80), IsAntialias = true };
        using var line = new SKPaint { Color = new SKColor(0xD9, 0xDD, 0xE3), Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        for (int i = 0; i < plates.Count; i++)
        {
            ReferralPlate plate = plates[i];
            float x = i % columns * SheetCellWidthPx, y = i / columns * SheetCellHeightPx;
            var picture = SKRect.Create(x + 4, y + SheetHeadPx, SheetCellWidthPx - 8, SheetCellHeightPx - SheetHeadPx - 4);
            Draw(canvas, picture, plate, side);
            canvas.Save();
            canvas.ClipRect(SKRect.Create(x, y, SheetCellWidthPx - 6, SheetHeadPx));
            canvas.DrawText(plate.Name, x + 8, y + 20, SKTextAlign.Left, font, ink);
            canvas.Restore();
            canvas.DrawText(plate.Id, x + 8, y + 35, SKTextAlign.Left, small, faint);
            canvas.DrawRect(x + 0.5f, y + 0.5f, SheetCellWidthPx - 1, SheetCellHeightPx - 1, line);
        }
    }

    private static ViewCanvas Canvas(string compiledData, BodyBuild build, BodyView view, StippleDots dots)
    {
        string stem = Path.Combine(compiledData, "views", build.Id, view.Id);
        using FileStream file = File.OpenRead(stem + ".view");
        return ViewCanvas.Read(build.ReadView(view.Id, file), stem + ".png", dots);
    }

    private static void DrawView(SKCanvas canvas, SKRect target, ViewCanvas view, PosedPattern pattern)
    {
        Crop crop = ViewChoice.Around(view, pattern.Spots, target.Width / target.Height);
        float scale = target.Width / crop.Width;
        // The painted skin is pixels whatever the canvas is; only what is seen of it, so that vector files stay small.
        using var skin = new SKBitmap(new SKImageInfo(
            (int)(Oversampling * target.Width), (int)(Oversampling * target.Height), SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var pixels = new SKCanvas(skin))
        {
            byte[] rgba = view.Paint(pattern.Essential, pattern.Spillover);
            var info = new SKImageInfo(view.Surface.Width, view.Surface.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
            using SKImage image = SKImage.FromPixelCopy(info, rgba);
            pixels.Scale(Oversampling * scale);
            pixels.DrawImage(image, -crop.X, -crop.Y, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using SKImage shown = SKImage.FromBitmap(skin);
        canvas.DrawImage(shown, target, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (pattern.Point is not { } point || !view.TryLocate(point, out float x, out float y)) return;
        // At least so large on the sheet that it is seen on a whole body.
        float arm = Math.Max(PressMark.ArmCm * view.Surface.PixelsPerCm * scale, 6);
        PressMark.Draw(canvas, target.Left + (x - crop.X) * scale, target.Top + (y - crop.Y) * scale, arm);
    }
}

using System.Numerics;
using Nodus.Anatomy.Rendering;
using SkiaSharp;

namespace Nodus.Compiler.Figures;

/// <summary>Draws figures: clay, things, arrows.</summary>
internal sealed class FigureArtist(FigureRenderer renderer)
{
    /// <summary>The picture of a figure as PNG.</summary>
    public byte[] Draw(FigureStage stage, FigureEntry entry)
    {
        ClayPicture picture = renderer.Render(stage.Pose, stage.Things, stage.View);
        var info = new SKImageInfo(stage.View.WidthPx, stage.View.HeightPx, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using SKImage clay = SKImage.FromPixelCopy(info, picture.Rgba);
        using var bitmap = new SKBitmap(info.WithAlphaType(SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.DrawImage(clay, 0, 0);
            foreach (ArrowEntry arrow in entry.Arrows)
                ArrowPen.Draw(canvas, Pixel(stage, arrow.From), Pixel(stage, arrow.To), arrow.Bend);
        }

        using SKPixmap pixels = bitmap.PeekPixels();
        using SKData? data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 7));
        return data?.ToArray() ?? throw new IOException("The figure cannot be encoded as PNG.");
    }

    private static Vector2 Pixel(FigureStage stage, FigurePlace place)
    {
        Vector3 p = stage.View.Project(stage.Locate(place).Point);
        return new Vector2(p.X, p.Y);
    }
}
